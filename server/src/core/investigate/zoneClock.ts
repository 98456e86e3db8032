import { offsetText, zoneShifts } from '../explain/values/timeText';
import { secondText } from './utcText';

/** Tells times in a zone. */
export interface ZoneClock {
  /** As the IANA calls it: `Europe/Zurich`. */
  readonly name: string;
  /** `2026-03-01 09:00:12 +01:00`: the offset of the moment is always told, since an hour comes twice in autumn. */
  text(time: number): string;
}

/**
 * The clock of a zone.
 *
 * @param name as the IANA calls it; absent: none is asked for
 * @returns undefined where the platform knows no such zone, too
 */
export function zoneClock(name: string | undefined): ZoneClock | undefined {
  const shiftOf = name === undefined ? undefined : zoneShifts(name);
  if (name === undefined || shiftOf === undefined) return undefined;
  return {
    name,
    text(time) {
      const shift = shiftOf(time);
      return shift === undefined ? `${secondText(time)} +00:00` : `${secondText(time + shift)} ${offsetText(shift)}`;
    },
  };
}
