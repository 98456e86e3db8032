import type { JsonObject } from '../../record';
import { ownTime } from './ownReading';

/** Names by which what holds a record says when it happened. */
export const TIMES = ['timestamp', '@timestamp', 'time', 'eventTimestamp'];

/** When a record happened, as the object that holds it says. */
export function timeAround(holder: JsonObject | undefined): number | undefined {
  for (const name of TIMES) {
    const time = holder === undefined || !Object.hasOwn(holder, name) ? undefined : ownTime(holder[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}
