import type { FieldName } from '../query/fields';
import type { FieldTerm } from '../query/question';
import { columns, type IdentityText, identityTexts } from './columns';
import { literalsOf } from './literals';
import { NOWHERE, positionsOf } from './positions';
import type { RowChunk } from './rowChunk';
import type { RowTables } from './rowTables';
import { COST, compact, type Step } from './step';
import type { TextTable, TupleTable } from './texts';

/** Columns of numbers of texts, and where the texts are. */
interface Column {
  readonly numbers: (chunk: RowChunk) => Uint32Array;
  readonly texts: (chunk: RowChunk) => TextTable;
}

const column = (which: number): Column => ({
  numbers: (chunk) => chunk.column(which),
  texts: ({ tables }) => tables.texts,
});

const COLUMNS: Partial<Readonly<Record<FieldName, Column>>> = {
  key: column(columns.accessKey),
  id: column(columns.principal),
  agent: column(columns.userAgent),
  shared: column(columns.sharedEventID),
  actor: { numbers: (chunk) => chunk.actors, texts: ({ tables }) => tables.actorNames },
};

/** Texts of an identity; of several the first that is there counts. */
const OF_IDENTITY: Partial<Readonly<Record<FieldName, readonly IdentityText[]>>> = {
  arn: ['arn'],
  issuer: ['issuerArn', 'issuerUserName'],
};

/**
 * The step of a term whose values are texts without wildcards, in fields that are read from a column: they are looked up once, and
 * their numbers compared. Undefined for all other terms.
 */
export function literalStep(term: FieldTerm): Step | undefined {
  const asked = COLUMNS[term.field];
  const ofIdentity = OF_IDENTITY[term.field];
  const isAddress = term.field === 'address';
  const literals = asked === undefined && ofIdentity === undefined && !isAddress ? undefined : literalsOf(term);
  if (literals === undefined) return undefined;
  if (ofIdentity !== undefined) return identityStep(literals, ofIdentity);
  // Ranges are texts without wildcards, too.
  if (isAddress) return literals.some((literal) => literal.includes('/')) ? undefined : addressStep(literals);
  return asked && columnStep(literals, asked);
}

function columnStep(literals: readonly string[], { numbers, texts }: Column): Step {
  const known = new WeakMap<TextTable, { readonly size: number; readonly wanted: readonly number[] }>();
  // Chunks have few tables, which only grow.
  const wantedIn = (table: TextTable): readonly number[] => {
    const before = known.get(table);
    if (before !== undefined && before.size === table.size) return before.wanted;
    const wanted = numbersIn(table, literals);
    known.set(table, { size: table.size, wanted });
    return wanted;
  };
  return stepOn(numbers, (chunk) => wantedIn(texts(chunk)));
}

function addressStep(literals: readonly string[]): Step {
  const addresses = (chunk: RowChunk): Uint32Array => chunk.column(columns.address);
  return stepOn(addresses, (chunk, values) =>
    Array.from(new Set(literals.flatMap((literal) => chunk.tables.addresses.in(chunk, values, literal)))),
  );
}

function stepOn(
  numbers: (chunk: RowChunk) => Uint32Array,
  wantedIn: (chunk: RowChunk, values: Uint32Array) => readonly number[],
): Step {
  return {
    cost: COST.column,
    narrow: (chunk, rows, count) => {
      // Before the texts are asked: the names of actors are made with the numbers.
      const values = numbers(chunk);
      return keepEqual(values, wantedIn(chunk, values), rows, count);
    },
    find: (chunk) => {
      const values = numbers(chunk);
      return positionsOf(values, wantedIn(chunk, values));
    },
  };
}

function numbersIn(texts: TextTable, literals: readonly string[]): readonly number[] {
  return literals.flatMap((literal) => texts.numbersLike(literal));
}

function keepEqual(values: Uint32Array, wanted: readonly number[], rows: Uint32Array, count: number): number {
  const [only] = wanted;
  if (only === undefined) return 0;
  let kept = 0;
  if (wanted.length === 1) {
    for (let at = 0; at < count; at++) {
      const row = rows[at] ?? 0;
      if (values[row] === only) rows[kept++] = row;
    }
    return kept;
  }
  const all = new Set(wanted);
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    if (all.has(values[row] ?? 0)) rows[kept++] = row;
  }
  return kept;
}

/** What is known of the tuples of some tables, as far as these have grown: 1 for those that are asked for. */
interface AskedTuples {
  readonly isAsked: Uint8Array;
  readonly known: number;
  readonly areSome: boolean;
}

/** Of the tuples each is looked at once, so that rows are told by a number alone. */
function identityStep(literals: readonly string[], names: readonly IdentityText[]): Step {
  const positions = names.map((name) => identityTexts.indexOf(name));
  const byTables = new WeakMap<RowTables, AskedTuples>();
  const askedIn = ({ tables }: RowChunk): AskedTuples => {
    const { identities, texts } = tables;
    const before = byTables.get(tables) ?? { isAsked: new Uint8Array(0), known: 0, areSome: false };
    if (before.known === identities.size) return before;
    const wanted = numbersIn(texts, literals);
    const isAsked = new Uint8Array(identities.size);
    isAsked.set(before.isAsked);
    let { areSome } = before;
    for (let tuple = before.known; wanted.length > 0 && tuple < isAsked.length; tuple++) {
      if (!wanted.includes(firstText(identities, tuple, positions))) continue;
      isAsked[tuple] = 1;
      areSome = true;
    }
    const asked = { isAsked, known: isAsked.length, areSome };
    byTables.set(tables, asked);
    return asked;
  };
  return {
    cost: COST.column,
    narrow: (chunk, rows, count) => {
      const { isAsked, areSome } = askedIn(chunk);
      const tuples = chunk.column(columns.identity);
      return areSome ? compact(rows, count, (row) => isAsked[tuples[row] ?? 0] === 1) : 0;
    },
    find: (chunk) => {
      const { isAsked, areSome } = askedIn(chunk);
      if (!areSome) return NOWHERE;
      const tuples = chunk.column(columns.identity);
      const found: number[] = [];
      for (let row = 0; row < tuples.length; row++) if (isAsked[tuples[row] ?? 0] === 1) found.push(row);
      return Uint32Array.from(found);
    },
  };
}

/** The number of the first text that is there, at some positions of a tuple. */
function firstText(identities: TupleTable, tuple: number, positions: readonly number[]): number {
  for (const position of positions) {
    const number = identities.at(tuple, position);
    if (number !== 0) return number;
  }
  return 0;
}
