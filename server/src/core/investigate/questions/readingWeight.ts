import type { Weight } from '../../check/schemaTypes';
import type { MailboxReads } from '../own/ownEvidence';
import type { RoleTaken } from '../own/roleTaken';
import type { FailedBefore } from '../own/seenBefore';
import type { Grounds } from './grounds';

/** So many failures are no slip of a finger. */
const GUESSES = 3;

/** How much it weighs what somebody read. @param taken who took the role, where it may have been by one */
export function weightOfReading(
  reads: MailboxReads,
  { isMove }: Grounds,
  taken: RoleTaken | undefined,
  guesses: FailedBefore | undefined,
): Weight {
  const { items, folders, attachments, previews, door } = reads;
  const gotSomething = previews || items !== 0 || folders !== 0 || attachments !== 0;
  if (door === 'impersonation') {
    if (taken !== undefined && taken.acts.length > 0 && taken.unexplained === 0 && taken.acts.every(isMove))
      return 'low';
    return gotSomething ? 'critical' : 'high';
  }
  if (!gotSomething) return 'low';
  if (door === 'not-known' && taken !== undefined && taken.acts.length > 0) return 'high';
  if (guesses !== undefined && (guesses.tries >= GUESSES || guesses.names > 1)) return 'high';
  if (door === 'permission' || door === 'not-known') return 'medium';
  return door === 'token' ? 'low' : 'info';
}
