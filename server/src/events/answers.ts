import type { EventInLog, EventList } from '../core/index';
import { MergedList, RowList } from './eventList';
import type { MergedEvents, Picked } from './mergedEvents';

/** The events that answer a question, each once, in the order they happened; those whose time can't be read come last. */
export function answersIn(merged: MergedEvents, picked: Picked): EventList {
  const [onDisk, open] = merged.sides.map(({ together, silenced }, side) => {
    const picks = side === 0 ? picked.onDisk : picked.open;
    const numbers: number[] = [];
    for (let row = picks.indexOf(1); row >= 0; row = picks.indexOf(1, row + 1)) {
      if (!silenced.has(row)) numbers.push(row);
    }
    return new RowList(together.rows, Uint32Array.from(numbers));
  });
  if (onDisk === undefined || open === undefined) throw new Error('Events lie on disk or are open.');
  return new MergedList(onDisk, open);
}

/**
 * The last of some events that happened no later than another one; where none did, the first of all.
 *
 * @param events in the order they happened
 * @param time in milliseconds since 1970; undefined where it is not known
 */
export function lastUntil(events: readonly EventInLog[], time: number | undefined): EventInLog | undefined {
  const before = time === undefined ? [] : events.filter(({ facts }) => facts.time !== undefined && facts.time <= time);
  return before.at(-1) ?? events[0];
}
