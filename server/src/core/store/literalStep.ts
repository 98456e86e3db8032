import type { FieldName } from '../query/fields';
import type { FieldTerm } from '../query/question';
import { columns, type IdentityText, identityTexts } from './columns';
import { literalsOf } from './literals';
import type { RowChunk } from './rowChunk';
import type { RowTables } from './rowTables';
import { COST, type Step } from './step';
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
  return {
    cost: COST.column,
    narrow: (chunk, rows, count) => {
      // Before the texts are asked: the names of actors are made with the numbers.
      const values = numbers(chunk);
      return keepEqual(values, numbersIn(texts(chunk), literals), rows, count);
    },
  };
}

function addressStep(literals: readonly string[]): Step {
  return {
    cost: COST.column,
    narrow: (chunk, rows, count) => {
      const values = chunk.column(columns.address);
      const wanted = new Set(literals.flatMap((literal) => chunk.tables.addresses.in(chunk, values, literal)));
      return keepEqual(values, Array.from(wanted), rows, count);
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

const YES = 2;
const NO = 1;

function identityStep(literals: readonly string[], names: readonly IdentityText[]): Step {
  const positions = names.map((name) => identityTexts.indexOf(name));
  const known = new WeakMap<RowTables, Uint8Array>();
  return {
    cost: COST.column,
    narrow: (chunk, rows, count) => {
      const { tables } = chunk;
      const { identities } = tables;
      const wanted = numbersIn(tables.texts, literals);
      if (wanted.length === 0) return 0;
      const before = known.get(tables);
      const answers =
        before !== undefined && before.length >= identities.size ? before : new Uint8Array(identities.size);
      known.set(tables, answers);
      const tuples = chunk.column(columns.identity);
      let kept = 0;
      for (let at = 0; at < count; at++) {
        const row = rows[at] ?? 0;
        const tuple = tuples[row] ?? 0;
        let answer = answers[tuple] ?? 0;
        if (answer === 0) {
          answer = wanted.includes(firstText(identities, tuple, positions)) ? YES : NO;
          answers[tuple] = answer;
        }
        if (answer === YES) rows[kept++] = row;
      }
      return kept;
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
