import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import { type Grant, heldAt, opensMail } from './grant';
import type { MailboxReads } from './ownEvidence';

/** Who let a reader in. */
export interface LetIn {
  /**
   * Calls that let the reader into the mailbox, or a group that the reader was put into, and that held while something was read; as they
   * happened. Where none did and some records have no time that can be read, all that may have held then.
   */
  readonly grants: readonly Grant[];
  /** How many times at which something was read no such call held. */
  readonly unexplained: number;
  /** So many records have no time that can be read: whether a call held then can't be told. */
  readonly untimed: number;
  /** Whether one of these calls held at a time that can be read. */
  readonly isTold: boolean;
}

export function letIn(reads: MailboxReads, grounds: Grounds): LetIn {
  const grants = grounds.grants(reads.user, reads.owner, reads.organization).filter(opensMail);
  const times = Array.from(reads.times());
  const untimed = reads.records - times.length;
  const used = grants.filter((grant) => times.some((time) => heldAt(grant, time)));
  const open = times.filter((time) => !used.some((grant) => heldAt(grant, time)));
  const isTold = used.length > 0;
  return { grants: isTold || untimed === 0 ? used : grants, unexplained: new Set(open).size, untimed, isTold };
}

/** The calls of some grants, each once: who was put into a group twice was let in by one call. */
export function callsOf(grants: readonly Grant[]): readonly Act[] {
  return Array.from(new Set(grants.map(({ act }) => act)));
}
