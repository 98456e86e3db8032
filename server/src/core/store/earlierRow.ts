import { byHappening } from '../investigate/evidence';
import { columns } from './columns';
import { EVENT_ID_IS_TEXT } from './rowState';
import { actAt, type SpeakingRows } from './speakingRows';

/** A row of some rows. */
export interface RowAt {
  readonly each: SpeakingRows;
  readonly row: number;
}

/** Whether a row happened before another one: as `byHappening` has it, and in nearly all cases without a look at texts. */
export function isEarlier(one: RowAt, other: RowAt): boolean {
  const times = one.each.chunk.time(one.row) - other.each.chunk.time(other.row);
  if (times !== 0) return times < 0;
  const ids = byId(one, other);
  return ids === 0 ? byHappening(actAt(one.each, one.row), actAt(other.each, other.row)) < 0 : ids < 0;
}

/** 0 also where ids are no numbers. */
function byId(one: RowAt, other: RowAt): number {
  const [left, right] = [one.each.chunk, other.each.chunk];
  const states = left.number(one.row, columns.state) | right.number(other.row, columns.state);
  if ((states & EVENT_ID_IS_TEXT) !== 0) return 0;
  for (let word = 0; word < 4; word++) {
    const difference = left.number(one.row, columns.eventID + word) - right.number(other.row, columns.eventID + word);
    if (difference !== 0) return difference;
  }
  return 0;
}
