import type { Grounds } from '../questions/grounds';
import type { Access } from './accessLink';
import { grantedAccesses } from './grantedAccess';
import { roleAccesses } from './roleAccess';
import { trailsOf } from './trails';

/**
 * From a right to what was done with it, over CloudTrail and WorkMail's own logs: granted, taken, read, sent, forwarded. None where these
 * logs of its own are not here, and none of a right that nothing was done with.
 */
export function accesses(grounds: Grounds): readonly Access[] {
  const { evidence } = grounds;
  const { counts } = evidence.own();
  if (!counts.has('mailbox-access') && !counts.has('email-events')) return [];
  const trails = trailsOf(evidence);
  return [...roleAccesses(grounds, trails), ...grantedAccesses(grounds, trails)];
}
