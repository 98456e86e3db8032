import type { Act } from '../../investigate/act';
import type { LogEnds, OwnRecord } from '../../investigate/own/ownEvidence';
import { ownLogNamed, ownLogs } from '../../read/own/ownLogs';
import { columns } from '../columns';
import {
  ALLOWED,
  ALLOWED_SHIFT,
  type AuditColumn,
  auditColumns,
  LOG_MASK,
  mailColumns,
  NOT_SAID,
  TIME_AROUND,
} from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import { actAt, type SpeakingRows } from '../speakingRows';
import { contentKey } from './contentKey';
import { isSpeaking, numbered } from './readRows';

/** Records of a log, each once, the earliest first. @param log its id @param what those of one act alone */
export function ownRecords(rows: readonly SpeakingRows[], log: string, what?: string): readonly OwnRecord[] {
  const number = ownLogNamed(log)?.number ?? -1;
  const found = new Map<number, OfOneTime>();
  for (const each of rows) {
    const { own } = each.chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    const { chunk } = each;
    const isMeant = numbered((call) => (what === undefined || chunk.tables.callText(call, 'action') === what ? 1 : 0));
    const speaks = isSpeaking(each);
    for (let place = 0; place < own.count; place++) {
      const [state, row] = [states[place] ?? 0, own.rows[place] ?? 0];
      if ((state & LOG_MASK) !== number || !speaks(row) || isMeant(chunk.call(row)) === 0) continue;
      // Records that say different times say different things; of others, only all that they say can tell.
      const time = (state & TIME_AROUND) === 0 ? chunk.time(row) : Number.NaN;
      const record = new StoredRecord(each, place);
      const before = found.get(time);
      if (before === undefined) found.set(time, { records: [record], contents: undefined });
      else addOther(before, record);
    }
  }
  return Array.from(found.values(), ({ records }) => records)
    .flat()
    .sort(byTimeAndContent);
}

/** Records that tell one time, each once; of the first of them nobody asks what it says before there is a second. */
interface OfOneTime {
  readonly records: StoredRecord[];
  contents: Set<string> | undefined;
}

function addOther(before: OfOneTime, record: StoredRecord): void {
  before.contents ??= new Set(before.records.map(({ content }) => content));
  if (before.contents.has(record.content)) return;
  before.contents.add(record.content);
  before.records.push(record);
}

/** The record at a place; undefined where none of these logs is there. @param file as rows have it @param index among the records of the file */
export function ownRecordAt(rows: readonly SpeakingRows[], file: string, index: number): OwnRecord | undefined {
  for (const each of rows) {
    const { own } = each.chunk;
    if (own.count === 0) continue;
    const speaks = isSpeaking(each);
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (!speaks(row)) continue;
      const at = each.placeOf(row);
      if (at.index === index && at.file === file) return new StoredRecord(each, place);
    }
  }
  return undefined;
}

/** The first and the last record of a log. @param log its id */
export function logEnds(rows: readonly SpeakingRows[], log: string): LogEnds {
  const number = ownLogNamed(log)?.number ?? -1;
  let first: Place | undefined;
  let last: Place | undefined;
  let [from, to] = [Number.NaN, Number.NaN];
  for (const each of rows) {
    const { chunk } = each;
    const { own } = chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    const speaks = isSpeaking(each);
    let [earliest, latest] = [-1, -1];
    for (let place = 0; place < own.count; place++) {
      const row = own.rows[place] ?? 0;
      if (((states[place] ?? 0) & LOG_MASK) !== number || !speaks(row)) continue;
      first ??= { each, place };
      const time = chunk.time(row);
      if (!(from <= time) && !Number.isNaN(time)) [from, earliest] = [time, place];
      if (!(to >= time) && !Number.isNaN(time)) [to, latest] = [time, place];
    }
    if (earliest >= 0) first = { each, place: earliest };
    if (latest >= 0) last = { each, place: latest };
  }
  const ends = from === to ? [first] : [first, last];
  return {
    from,
    to,
    records: ends.flatMap((end) => (end === undefined ? [] : new StoredRecord(end.each, end.place))),
  };
}

interface Place {
  readonly each: SpeakingRows;
  readonly place: number;
}

/** So that no order of files matters. */
function byTimeAndContent(left: StoredRecord, right: StoredRecord): number {
  const [one, other] = [timeOrLast(left), timeOrLast(right)];
  if (one !== other) return one - other;
  return left.content < right.content ? -1 : left.content > right.content ? 1 : 0;
}

function timeOrLast({ time }: StoredRecord): number {
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

class StoredRecord implements OwnRecord {
  readonly time: number;
  readonly #rows: SpeakingRows;
  readonly #place: number;
  #act: Act | undefined;
  #content: string | undefined;

  constructor(rows: SpeakingRows, place: number) {
    this.#rows = rows;
    this.#place = place;
    this.time = rows.chunk.time(this.#row);
  }

  get act(): Act {
    this.#act ??= actAt(this.#rows, this.#row);
    return this.#act;
  }

  get log(): string {
    return ownLogs()[(this.#chunk.own.told.numbers[this.#place] ?? 0) & LOG_MASK]?.id ?? '';
  }

  get organization(): string {
    return this.#chunk.particulars.organizationId(this.#row);
  }

  get content(): string {
    this.#content ??= contentKey(this.#chunk, this.#place);
    return this.#content;
  }

  get allowed(): boolean | undefined {
    const said = ((this.#chunk.own.told.numbers[this.#place] ?? 0) >> ALLOWED_SHIFT) & 3;
    return said === NOT_SAID ? undefined : said === ALLOWED;
  }

  get what(): string {
    return this.#chunk.tables.callText(this.#chunk.call(this.#row), 'action');
  }

  get address(): string {
    return this.#chunk.tables.text(this.#chunk.number(this.#row, columns.address));
  }

  get program(): string {
    return this.#chunk.tables.text(this.#chunk.number(this.#row, columns.userAgent));
  }

  text(column: string): string {
    return isColumn(column) ? this.#chunk.own.text(this.#row, column) : '';
  }

  get #chunk(): RowChunk {
    return this.#rows.chunk;
  }

  get #row(): number {
    return this.#rows.chunk.own.rows[this.#place] ?? 0;
  }
}

function isColumn(column: string): column is AuditColumn {
  return Object.hasOwn(auditColumns, column) || Object.hasOwn(mailColumns, column);
}
