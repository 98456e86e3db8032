import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import { heldAt, opensMail } from './grant';
import type { MailboxReads } from './ownEvidence';

/** Calls that let a reader into a mailbox, or a group that the reader was put into, and that held while something was read; as they happened. */
export function letIn(reads: MailboxReads, grounds: Grounds): readonly Act[] {
  const grants = grounds.grants(reads.user, reads.owner).filter(opensMail);
  if (grants.length === 0) return [];
  const times = Array.from(reads.times());
  return grants
    .filter((grant) => times.length === 0 || times.some((time) => heldAt(grant, time)))
    .map(({ act }) => act);
}
