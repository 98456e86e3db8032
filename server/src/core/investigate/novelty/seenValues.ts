import { programOf } from '../../explain/program';
import type { EventRow } from '../eventRow';
import type { SeenKind } from './seen';

/** What a call shows of each kind that is told of calls alone; empty where there is nothing to compare. */
export const seenValues = {
  /** Keys of sessions are new each time. */
  key: ({ accessKey }) => (accessKey.startsWith('AKIA') ? accessKey : ''),
  address: ({ address }) => address,
  /** By its family: a new version of a program is no new program. */
  program: ({ userAgent }) => programOf(userAgent) ?? /^[^/\s(]*/.exec(userAgent)?.[0] ?? '',
  action: ({ service, action }) => `${service} ${action}`,
  account: ({ account }) => account,
} as const satisfies Partial<Readonly<Record<SeenKind, (row: EventRow) => string>>>;

/** An hour of the day in UTC, as a value. @param hour 0 to 23 */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
