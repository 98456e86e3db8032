import { callTexts, columns } from '../columns';
import { MS_SHIFT, OWN_WIDTH, TIME_AROUND } from '../ownColumns';
import type { RowChunk } from '../rowChunk';

const PARTED = '\u0000';
/** Of a state: the log, and whether it was allowed. */
export const WHAT = (1 << MS_SHIFT) - 1;
/** Ends a time that is told by what holds the record. */
const AROUND = ' around';

/** Where the parts of what a record says stand. The columns of its log begin with the second: the first is no text. */
export const partOf = {
  what: 0,
  when: 1,
  request: 2,
  columns: 3,
  call: 2 + OWN_WIDTH,
  principal: 2 + OWN_WIDTH + callTexts.length,
  address: 3 + OWN_WIDTH + callTexts.length,
  userAgent: 4 + OWN_WIDTH + callTexts.length,
  organization: 5 + OWN_WIDTH + callTexts.length,
} as const;

/**
 * The same for records of WorkMail's own logs that say the same, wherever they stand: these have no id of their own, and one may be
 * delivered twice. When the container of a record says it happened is not said by the record.
 *
 * @param place in `chunk.own`
 */
export function contentKey(chunk: RowChunk, place: number): string {
  const state = chunk.own.told.numbers[place] ?? 0;
  return keyWith(chunk, place, (state & TIME_AROUND) === 0 ? timeAt(chunk, place) : '0 0');
}

/** Whether a record says itself when it happened, or in which request: else two attempts may say the same. */
export function isToldApart(chunk: RowChunk, place: number): boolean {
  const by = toldBy(chunk, place);
  return by === 'time' || by === 'request';
}

/**
 * What tells a record apart beside all else that it says: its time, else its request, else the time that its container gives it, which
 * is the same for all copies. Undefined where there is nothing: then two that say the same may be two.
 */
export function toldBy(chunk: RowChunk, place: number): 'time' | 'request' | 'around' | undefined {
  const state = chunk.own.told.numbers[place] ?? 0;
  const row = chunk.own.rows[place] ?? 0;
  const hasTime = chunk.number(row, columns.time) !== 0;
  if (hasTime && (state & TIME_AROUND) === 0) return 'time';
  if (chunk.hasRequestID(row)) return 'request';
  return hasTime ? 'around' : undefined;
}

/** What tells a record of WorkMail's own logs apart from others, the same for all copies; undefined where nothing does, and for calls. */
export function toldContent(chunk: RowChunk, row: number): string | undefined {
  const place = chunk.own.placeOf(row);
  const by = place < 0 ? undefined : toldBy(chunk, place);
  if (by === undefined) return undefined;
  return by === 'around' ? keyWith(chunk, place, `${timeAt(chunk, place)}${AROUND}`) : contentKey(chunk, place);
}

/** The parts of such a text. */
export function contentParts(content: string): readonly string[] {
  if (!content.startsWith('[')) return content.split(PARTED);
  const parts: unknown = JSON.parse(content);
  return Array.isArray(parts) ? parts.map(String) : [];
}

/** The seconds, the thousandths, and 1 where the container of the record tells them, of the part that says when. */
export function timeNumbers(when: string): readonly [seconds: number, ms: number, around: number] {
  const [seconds, ms] = when.split(' ');
  return [Number(seconds), Number(ms), when.endsWith(AROUND) ? 1 : 0];
}

function timeAt(chunk: RowChunk, place: number): string {
  const row = chunk.own.rows[place] ?? 0;
  return `${chunk.number(row, columns.time)} ${chunk.own.milliseconds(row)}`;
}

function keyWith(chunk: RowChunk, place: number, when: string): string {
  const { own, tables } = chunk;
  const row = own.rows[place] ?? 0;
  const parts: string[] = [String((own.told.numbers[place] ?? 0) & WHAT), when, chunk.requestID(row)];
  for (let column = 1; column < OWN_WIDTH; column++) {
    const number = own.numberIn(column, place);
    parts.push(number === 0 ? '' : own.texts.textOf(number));
  }
  const call = chunk.call(row);
  for (const name of callTexts) parts.push(tables.callText(call, name));
  parts.push(tables.text(chunk.number(row, columns.principal)));
  parts.push(tables.text(chunk.number(row, columns.address)), tables.text(chunk.number(row, columns.userAgent)));
  parts.push(chunk.particulars.organizationId(row));
  // A stranger's text may hold what parts them.
  return parts.some((part) => part.includes(PARTED)) ? JSON.stringify(parts) : parts.join(PARTED);
}
