import { contentKey } from './contentKey';
import type { GatheredReads } from './gatherReads';

/** The earliest of some rows, each content once. What has one time goes by its content, so that no order of files matters. @param most so many, at least one */
export function earliestPlaces(rows: Uint32Array, most: number, reads: GatheredReads): readonly number[] {
  const { times, places } = reads;
  const keys = new Map<number, string>();
  const keyOf = (at: number): string => {
    let key = keys.get(at);
    if (key === undefined) {
      key = contentKey(reads.from(at).chunk, places[at] ?? 0);
      keys.set(at, key);
    }
    return key;
  };
  const timeOf = (at: number): number => {
    const time = times[at] ?? Number.NaN;
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
  };
  const found: number[] = [];
  const known = new Set<string>();
  for (const at of sortedByTime(rows, 2 * most, timeOf)) {
    const key = keyOf(at);
    if (known.has(key)) continue;
    known.add(key);
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
    kept.sort((left, right) => compare(timeOf(left), timeOf(right)));
    last = timeOf(kept[room - 1] ?? 0);
    // All of one time may be many: no more than there is room for are looked at.
    kept = kept.slice(0, room);
  }
  return kept.sort((left, right) => compare(timeOf(left), timeOf(right)) || left - right);
}

function compare(left: number, right: number): number {
  return left === right ? 0 : left - right;
}
