import { callTexts, columns } from '../columns';
import { MS_SHIFT, OWN_WIDTH, TIME_AROUND } from '../ownColumns';
import type { RowChunk } from '../rowChunk';

const PARTED = '\u0000';
/** Of a state: the log, and whether it was allowed. */
const WHAT = (1 << MS_SHIFT) - 1;

/**
 * The same for records of WorkMail's own logs that say the same, wherever they stand: these have no id of their own, and one may be
 * delivered twice. When the container of a record says it happened is not said by the record.
 *
 * @param place in `chunk.own`
 */
export function contentKey(chunk: RowChunk, place: number): string {
  const { own, tables } = chunk;
  const row = own.rows[place] ?? 0;
  const { numbers } = own.told;
  const state = numbers[place] ?? 0;
  const parts: (string | number)[] = [
    state & WHAT,
    (state & TIME_AROUND) === 0 ? `${chunk.number(row, columns.time)} ${state >> MS_SHIFT}` : '0 0',
    chunk.requestID(row),
  ];
  for (let column = 1; column < OWN_WIDTH; column++) {
    const number = numbers[column * own.count + place] ?? 0;
    parts.push(number === 0 ? '' : own.texts.textOf(number));
  }
  const call = chunk.call(row);
  for (const name of callTexts) parts.push(tables.callText(call, name));
  parts.push(tables.text(chunk.number(row, columns.principal)));
  parts.push(tables.text(chunk.number(row, columns.address)), tables.text(chunk.number(row, columns.userAgent)));
  parts.push(chunk.particulars.organizationId(row));
  return parts.join(PARTED);
}

/** Whether a record says itself when it happened, or in which request: else two attempts may say the same. */
export function isToldApart(chunk: RowChunk, place: number): boolean {
  const state = chunk.own.told.numbers[place] ?? 0;
  const row = chunk.own.rows[place] ?? 0;
  const hasTime = (state & TIME_AROUND) === 0 && chunk.number(row, columns.time) !== 0;
  return hasTime || chunk.requestID(row) !== '';
}
