import { columns, identityTexts } from './columns';
import type { RowChunk } from './rowChunk';
import { serviceNumberIn } from './rowState';
import type { RowTables } from './rowTables';
import { SameTexts } from './sameTexts';
import type { SpeakingRows } from './speakingRows';

const ARN = identityTexts.indexOf('arn');

/** What is known of an identity: nothing yet, that none of its rows is asked for, that its rows have to be looked at one by one, or the number of its principal and this. */
const UNKNOWN = 0;
const NOT_ASKED = 1;
const BY_ROW = 2;
const FIRST = 3;

/**
 * Numbers who acted: by ARN, else by name. Sessions can be as many as rows, so that nearly all is done with numbers. Services of AWS
 * that act on their own account are nobody here.
 */
export class Principals {
  readonly #arns = new SameTexts();
  readonly #names = new Map<string, number>();
  readonly #known = new Map<RowTables, Uint32Array>();

  /** Whoever acted in WorkMail or its Message Flow. */
  static touchingMail(rows: readonly SpeakingRows[]): Principals {
    const principals = new Principals();
    for (const { chunk, rows: speaking } of rows) {
      const states = chunk.column(columns.state);
      const known = principals.#knownIn(chunk.tables);
      for (let at = 0; at < speaking.length; at++) {
        const row = speaking[at] ?? 0;
        if (serviceNumberIn(states[row] ?? 0) !== 0) principals.#ask(chunk, row, known);
      }
    }
    principals.#known.clear();
    return principals;
  }

  /** @param names ARNs, else names */
  static called(names: ReadonlySet<string>, rows: readonly SpeakingRows[]): Principals {
    const principals = new Principals();
    for (const { chunk, rows: speaking } of rows) {
      const { tables } = chunk;
      const identities = chunk.column(columns.identity);
      const known = principals.#knownIn(tables);
      for (const row of speaking) {
        const arn = tables.identities.at(identities[row] ?? 0, ARN);
        const name = arn === 0 ? nameAt(chunk, row) : tables.text(arn);
        if (names.has(name)) principals.#ask(chunk, row, known);
      }
    }
    principals.#known.clear();
    return principals;
  }

  /** Above all numbers. */
  get size(): number {
    return 2 * Math.max(this.#arns.size, this.#names.size);
  }

  /** The principals of some rows; negative for those that are not asked for. */
  of({ chunk, rows }: SpeakingRows): Int32Array {
    const identities = chunk.column(columns.identity);
    const known = this.#knownIn(chunk.tables);
    const found = new Int32Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] ?? 0;
      const identity = identities[row] ?? 0;
      let number = known[identity] ?? NOT_ASKED;
      if (number === UNKNOWN) {
        number = this.#knownOf(chunk, identity, false);
        known[identity] = number;
      }
      found[at] = number === BY_ROW ? this.#byName(chunk, row, false) : number - FIRST;
    }
    return found;
  }

  /** Asks for the principal of a row. */
  #ask(chunk: RowChunk, row: number, known: Uint32Array): void {
    const identity = chunk.number(row, columns.identity);
    if (known[identity] === UNKNOWN) known[identity] = this.#knownOf(chunk, identity, true);
    if (known[identity] === BY_ROW) this.#byName(chunk, row, true);
  }

  /** What is known of the identities of some tables: of all that there are. */
  #knownIn(tables: RowTables): Uint32Array {
    const known = this.#known.get(tables);
    if (known !== undefined && known.length >= tables.identities.size) return known;
    const more = new Uint32Array(tables.identities.size);
    more.set(known ?? []);
    this.#known.set(tables, more);
    return more;
  }

  #knownOf({ tables }: RowChunk, identity: number, isAsked: boolean): number {
    if (tables.identityText(identity, 'type') === 'AWSService') return NOT_ASKED;
    const arn = tables.identities.at(identity, ARN);
    if (arn === 0) return BY_ROW;
    const same = isAsked ? this.#arns.numberOf(tables.texts, arn) : this.#arns.known(tables.texts, arn);
    return same < 0 ? NOT_ASKED : FIRST + 2 * same;
  }

  #byName(chunk: RowChunk, row: number, isAsked: boolean): number {
    const name = nameAt(chunk, row);
    const known = this.#names.get(name);
    if (known !== undefined || !isAsked || name === '') return known === undefined ? -1 : 2 * known + 1;
    this.#names.set(name, this.#names.size);
    return 2 * this.#names.size - 1;
  }
}

/** Empty for a service of AWS that acts on its own account. */
function nameAt(chunk: RowChunk, row: number): string {
  const { kind, name } = chunk.tables.actor({
    identity: chunk.number(row, columns.identity),
    principal: chunk.number(row, columns.principal),
    call: chunk.call(row),
  });
  return kind === 'aws-service' ? '' : name;
}
