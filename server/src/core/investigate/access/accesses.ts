import type { Grounds } from '../questions/grounds';
import type { Access } from './accessLink';
import { grantedAccesses } from './grantedAccess';
import { roleAccesses } from './roleAccess';
import { trailsOf } from './trails';
import { allUse, type UseAsked } from './useAsked';

/**
 * From a right to what was done with it, over CloudTrail and WorkMail's own logs: granted, taken, read, sent, forwarded. None where these
 * logs of its own are not here, and none of a right that nothing was done with.
 *
 * @param asked which uses of a role are told
 */
export function accesses(grounds: Grounds, asked: UseAsked = allUse): readonly Access[] {
  const { evidence } = grounds;
  const { counts } = evidence.own();
  if (!counts.has('mailbox-access') && !counts.has('email-events')) return [];
  const trails = trailsOf(evidence);
  return [...roleAccesses(grounds, trails, asked), ...grantedAccesses(grounds, trails)];
}
