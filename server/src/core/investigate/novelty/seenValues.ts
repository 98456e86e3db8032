import { programOf } from '../../explain/program';

/** The program of a user agent by its family: a new version of a program is no new program. */
export function programFamily(userAgent: string): string {
  return programOf(userAgent) ?? /^[^/\s(]*/.exec(userAgent)?.[0] ?? '';
}

/** An hour of the day in UTC, as a value. @param hour 0 to 23 */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
