import { serviceLabel } from '../explain/serviceLabel';
import type { SeenKind } from '../investigate/novelty/seen';
import { hourText, programFamily } from '../investigate/novelty/seenValues';
import { columns, identityTexts } from './columns';
import { hourOf } from './principalTimes';
import type { RowsOfPrincipals } from './rowsOfPrincipals';
import type { RowTables } from './rowTables';
import { SameTexts } from './sameTexts';
import { Texts } from './texts';

/** The kinds that are told of calls alone. */
export type CallKind = Exclude<SeenKind, 'principal'>;

const HOURS = 24;
const TYPE = identityTexts.indexOf('type');

/** Numbers the values of the kinds: the same text has the same number, in whatever table it stands. */
export class SeenNumbers {
  readonly #texts = new SameTexts();
  readonly #words = new Texts();
  /** By number of a text in a table: its number here, plus one. */
  readonly #columns = new Map<RowTables, Uint32Array>();
  /** By number of an action and an account, and of a program. */
  readonly #calls = { action: new Map<RowTables, Uint32Array>(), account: new Map<RowTables, Uint32Array>() };
  /** By number of a program. */
  readonly #familyOf: (number | undefined)[] = [];

  /** Above all numbers. */
  most(kind: CallKind): number {
    if (kind === 'hour') return HOURS;
    return isWord(kind) ? this.#words.size : this.#texts.size;
  }

  textOf(kind: CallKind, number: number): string {
    if (kind === 'hour') return hourText(number);
    const text = isWord(kind) ? this.#words.textOf(number) : this.#texts.textOf(number);
    // Keys of sessions are new each time.
    return kind === 'key' && !text.startsWith('AKIA') ? '' : text;
  }

  /** The numbers of what some rows say. */
  of(kind: CallKind, some: RowsOfPrincipals): Uint32Array {
    switch (kind) {
      case 'key':
        return this.#keys(some);
      case 'address':
        return this.#column(some, columns.address);
      case 'program':
        return this.#families(some);
      case 'action':
      case 'account':
        return this.#call(kind, some);
      case 'hour':
        return hoursOf(some);
    }
  }

  /** A session has no key that stays, and of some principals there are as many as events. */
  #keys(some: RowsOfPrincipals): Uint32Array {
    const { chunk } = some.each;
    const { identities, texts } = chunk.tables;
    const ofRows = chunk.column(columns.identity);
    const [session] = texts.numbersLike('assumedrole');
    const none = this.#texts.numberOf(texts, 0);
    const numbers = this.#column(some, columns.accessKey);
    for (let at = 0; at < numbers.length; at++)
      if (identities.at(ofRows[some.rows[at] ?? 0] ?? 0, TYPE) === session) numbers[at] = none;
    return numbers;
  }

  #column({ each: { chunk }, rows }: RowsOfPrincipals, column: number): Uint32Array {
    const { tables } = chunk;
    const numbers = chunk.column(column);
    const known = knownIn(this.#columns, tables, tables.texts.size);
    const found = new Uint32Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const number = numbers[rows[at] ?? 0] ?? 0;
      if (known[number] === 0) known[number] = this.#texts.numberOf(tables.texts, number) + 1;
      found[at] = (known[number] ?? 1) - 1;
    }
    return found;
  }

  #families(some: RowsOfPrincipals): Uint32Array {
    const numbers = this.#column(some, columns.userAgent);
    for (let at = 0; at < numbers.length; at++) {
      const program = numbers[at] ?? 0;
      const known = this.#familyOf[program] ?? this.#words.numberOf(programFamily(this.#texts.textOf(program)));
      this.#familyOf[program] = known;
      numbers[at] = known;
    }
    return numbers;
  }

  #call(kind: 'action' | 'account', { each: { chunk }, rows }: RowsOfPrincipals): Uint32Array {
    const { tables } = chunk;
    const calls = chunk.column(columns.call);
    const known = knownIn(this.#calls[kind], tables, tables.calls.size);
    const found = new Uint32Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const call = calls[rows[at] ?? 0] ?? 0;
      if (known[call] === 0) known[call] = this.#words.numberOf(callText(kind, tables, call)) + 1;
      found[at] = (known[call] ?? 1) - 1;
    }
    return found;
  }
}

function hoursOf({ times }: RowsOfPrincipals): Uint32Array {
  const found = new Uint32Array(times.length);
  for (let at = 0; at < found.length; at++) found[at] = hourOf(times[at] ?? 0);
  return found;
}

function callText(kind: 'action' | 'account', tables: RowTables, call: number): string {
  if (kind === 'account') return tables.callText(call, 'account');
  return `${serviceLabel(tables.callText(call, 'source'))} ${tables.callText(call, 'action')}`;
}

function isWord(kind: CallKind): boolean {
  return kind !== 'key' && kind !== 'address';
}

function knownIn(all: Map<RowTables, Uint32Array>, tables: RowTables, size: number): Uint32Array {
  const known = all.get(tables);
  if (known !== undefined && known.length >= size) return known;
  const more = new Uint32Array(size);
  more.set(known ?? []);
  all.set(tables, more);
  return more;
}
