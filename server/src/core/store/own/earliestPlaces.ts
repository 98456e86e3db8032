import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';

/** The earliest of some rows, each content once. @param most so many, at least one */
export function earliestPlaces(rows: Uint32Array, most: number, reads: GatheredReads): readonly number[] {
  const { times } = reads;
  const timeOf = (at: number): number => {
    const time = times[at] ?? Number.NaN;
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
  };
  const distinct = new DistinctRecords(reads);
  const found: number[] = [];
  for (const at of sortedByTime(rows, 2 * most, timeOf)) {
    if (!distinct.add(at)) continue;
    found.push(at);
    if (found.length === most) break;
  }
  return found;
}

/** The earliest rows; of as many as there is room for, and those of the same time as the last. */
function sortedByTime(rows: Uint32Array, room: number, timeOf: (at: number) => number): readonly number[] {
  let last = Number.POSITIVE_INFINITY;
  let kept: number[] = [];
  for (const at of rows) {
    if (timeOf(at) > last) continue;
    kept.push(at);
    if (kept.length < 8 * room) continue;
    last = Float64Array.from(kept, timeOf).sort()[room - 1] ?? 0;
    // All of one time may be many: no more than there is room for are looked at.
    const earlier = kept.filter((at) => timeOf(at) < last);
    kept = [...earlier, ...kept.filter((at) => timeOf(at) === last).slice(0, room - earlier.length)];
  }
  return kept.sort((left, right) => compare(timeOf(left), timeOf(right)) || left - right);
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
