/** Where a place in memory is in the text, in UTF-16 units. */
import { unitsLess } from './utf8';

/** The UTF-16 units before the place that was asked for last. */
let units: u32 = 0;
let counted: usize = 0;

/** The text begins at `start`. */
export function beginPositions(start: usize): void {
  units = 0;
  counted = start;
}

/** @param at not before the place that was asked for last */
export function unitOf(at: usize, isAscii: bool): u32 {
  units += <u32>(at - counted) - (isAscii ? 0 : unitsLess(counted, at));
  counted = at;
  return units;
}

/** What stands before `at` is given up: it is counted while it is there. */
export function leavePositions(at: usize, isAscii: bool): void {
  if (counted < at) unitOf(at, isAscii);
}

/** What stood at `from` stands at `to` from now on, and nothing before it stands anywhere. */
export function movePositions(from: usize, to: usize): void {
  counted = counted - from + to;
}
