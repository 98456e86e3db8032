import { carriers } from '../../../generated/carriers';
import type { JsonObject } from '../../record';
import { ownTime } from './ownReading';

/** When a record happened, as the object that holds it says. */
export function timeAround(holder: JsonObject | undefined): number | undefined {
  for (const name of carriers().members.times) {
    const time = holder === undefined || !Object.hasOwn(holder, name) ? undefined : ownTime(holder[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}
