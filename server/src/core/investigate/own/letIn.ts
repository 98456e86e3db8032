import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import { heldAt, opensMail } from './grant';
import type { MailboxReads } from './ownEvidence';

/** Who let a reader in. */
export interface LetIn {
  /** Calls that let the reader into the mailbox, or a group that the reader was put into, and that held while something was read; as they happened. */
  readonly acts: readonly Act[];
  /** How many times at which something was read no such call held. */
  readonly unexplained: number;
}

export function letIn(reads: MailboxReads, grounds: Grounds): LetIn {
  const grants = grounds.grants(reads.user, reads.owner).filter(opensMail);
  const times = Array.from(reads.times());
  const used = grants.filter((grant) => times.length === 0 || times.some((time) => heldAt(grant, time)));
  const open = times.filter((time) => !grants.some((grant) => heldAt(grant, time)));
  return { acts: used.map(({ act }) => act), unexplained: new Set(open).size };
}
