import { eventTimeMs } from '../../check/eventTime';
import type { Act } from '../act';
import type { Link } from './link';
import { nameIn, timeText } from './words';

/** In which session an event was signed; none where the event tells of no credentials. */
export function sessionLinks({ row }: Act): readonly Link[] {
  if (row.accessKey === '' && row.sessionCreated === '') return [];
  const of = row.sessionIssuer === '' ? row.actor : `role ${nameIn(row.sessionIssuer)}`;
  const name = row.sessionName === '' ? '' : ` ${row.sessionName}`;
  const key = row.accessKey === '' ? '' : ` with key ${row.accessKey}`;
  const began = row.sessionCreated === '' ? '' : `, which began ${timeText(beganAt(row.sessionCreated))}`;
  const factor = row.mfa === undefined ? '' : row.mfa ? ', with a second factor' : ', without a second factor';
  return [{ kind: 'session', sentence: `Signed in the session${name} of ${of}${key}${began}${factor}.` }];
}

/** When a session began, in milliseconds since 1970; not a number where that can't be read. */
export function beganAt(written: string): number {
  return written === '' ? Number.NaN : (eventTimeMs(written) ?? Number.NaN);
}
