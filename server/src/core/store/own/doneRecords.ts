import type { ActsAsked, OwnGroup, WhoIn } from '../../investigate/own/ownEvidence';
import { ownLogNamed } from '../../read/own/ownLogs';
import { columns } from '../columns';
import { ALLOWED, ALLOWED_SHIFT, LOG_MASK } from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import type { RowTables } from '../rowTables';
import type { SpeakingRows } from '../speakingRows';
import type { TextTable } from '../texts';
import { FoundOfAlike, pick, takeFound } from './foundOfAlike';
import { MeantRows } from './meantRows';
import { isSpeaking, numbered } from './readRows';
import { byTimeAndContent, RecordsOnce } from './recordsOnce';
import { StoredRecord } from './storedRecord';
import { TupleNumbers } from './tupleNumbers';

/**
 * Records of some acts that were allowed, each once: see `OwnEvidence.done`. One pass over columns, in which nothing is made of a record
 * that is not meant.
 *
 * @param seed a number that nobody who writes logs can know
 */
export function doneRecords(
  rows: readonly SpeakingRows[],
  { log, acts, groupOf }: ActsAsked,
  seed: number,
): ReadonlyMap<string, OwnGroup> {
  const number = ownLogNamed(log)?.number ?? -1;
  const groups = new Map<string, RecordsOnce>();
  const byTable = new Map<TextTable, GroupsOfTable>();
  const asked = new Map<RowTables, (call: number) => number>();
  for (const each of rows) {
    const { chunk } = each;
    const { own } = chunk;
    if (own.count === 0) continue;
    const isAsked = asked.get(chunk.tables) ?? isAskedIn(chunk.tables, acts);
    asked.set(chunk.tables, isAsked);
    const speaks = isSpeaking(each);
    const known = byTable.get(own.texts) ?? new GroupsOfTable(own.texts, groupOf, seed);
    byTable.set(own.texts, known);
    const states = own.audit('state');
    const calls = chunk.column(columns.call);
    const isMeant = (place: number): boolean => {
      const state = states[place] ?? 0;
      if ((state & LOG_MASK) !== number || ((state >> ALLOWED_SHIFT) & 3) !== ALLOWED) return false;
      return isAsked(calls[own.rows[place] ?? 0] ?? 0) === 1;
    };
    known.take(chunk, isMeant, (place, name) => {
      if (!speaks(own.rows[place] ?? 0)) return;
      const group = groups.get(name) ?? new RecordsOnce();
      groups.set(name, group);
      group.add(new StoredRecord(each, place));
    });
  }
  const rank = ({ what }: StoredRecord): number => acts.indexOf(what);
  const sorted = Array.from(groups, ([name, group]) => {
    const [first, ...others] = group.sorted(rank);
    return first === undefined ? [] : { name, first, records: [first, ...others] as const };
  }).flat();
  sorted.sort((left, right) => byTimeAndContent(left.first, right.first, rank));
  return new Map(sorted.map(({ name, first, records }) => [name, { who: whoIn(first), records }]));
}

/** 1 where a call of a table is one of some acts. */
function isAskedIn(tables: RowTables, acts: readonly string[]): (call: number) => number {
  return numbered((call) => (acts.includes(tables.callText(call, 'action')) ? 1 : 0));
}

function whoIn(record: StoredRecord): WhoIn {
  const { organization } = record;
  const text = (column: string): string => record.text(column);
  return { organization, user: text('user'), owner: text('owner'), role: text('impersonator') };
}

const WIDTH = 4;

/** Groups by numbers of one table: each is asked for once. */
class GroupsOfTable {
  readonly #texts: TextTable;
  readonly #groupOf: (who: WhoIn) => string | undefined;
  readonly #numbers: TupleNumbers;
  readonly #tuple = new Uint32Array(WIDTH);
  readonly #known: (string | undefined)[] = [];
  readonly #meant = new MeantRows();
  /** Numbers of `#known`. */
  readonly #found = new FoundOfAlike();

  constructor(texts: TextTable, groupOf: (who: WhoIn) => string | undefined, seed: number) {
    this.#texts = texts;
    this.#groupOf = groupOf;
    this.#numbers = new TupleNumbers(WIDTH, seed);
  }

  /** Gives the rows of a chunk that are meant and have a group. @param take is given their places in `chunk.own`, ascending */
  take(chunk: RowChunk, isMeant: (place: number) => boolean, take: (place: number, group: string) => void): void {
    const { alike } = chunk.particulars;
    const places = this.#meant.places(alike?.what, chunk.own.count, isMeant);
    const numbers = new Uint32Array(places.length);
    const numberAt = (at: number): number => this.#numberAt(chunk, places[at] ?? 0);
    if (alike !== undefined) pick(alike.who, places, numbers);
    const found = alike && this.#found.of(numbers, numberAt);
    if (found === undefined) for (let at = 0; at < numbers.length; at++) numbers[at] = numberAt(at);
    else takeFound(found, numbers);
    for (let at = 0; at < numbers.length; at++) {
      const group = this.#known[numbers[at] ?? 0];
      if (group !== undefined) take(places[at] ?? 0, group);
    }
  }

  #numberAt({ own, particulars }: RowChunk, place: number): number {
    const tuple = this.#tuple;
    tuple[0] = own.numberAt(place, 'user');
    tuple[1] = own.numberAt(place, 'owner');
    tuple[2] = own.numberAt(place, 'impersonator');
    tuple[3] = particulars.organizationNumber(own.rows[place] ?? 0);
    const number = this.#numbers.numberOf(tuple);
    if (number === this.#known.length) this.#known.push(this.#groupOf(this.#who()));
    return number;
  }

  #who(): WhoIn {
    const [user = '', owner = '', role = '', organization = ''] = Array.from(this.#tuple, (number) =>
      number === 0 ? '' : this.#texts.textOf(number),
    );
    return { organization, user, owner, role };
  }
}
