import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import type { MailboxReads } from './ownEvidence';
import { CLOCKS } from './readDoors';

/** A token of an impersonation role must be used so soon. Milliseconds. */
const TOKEN_LIVES = 15 * 60 * 1000;

/** Who took the role that somebody read by. */
export interface RoleTaken {
  /** Calls that took the role at most fifteen minutes before something was read by it, as they happened. */
  readonly acts: readonly Act[];
  /** How many of the records no such call stands before. */
  readonly unexplained: number;
}

/** The id of a role is one of WorkMail's: the log has it, and so has the call. Where the log does not tell of roles, any may be meant. */
export function roleTaken(reads: MailboxReads, grounds: Grounds): RoleTaken {
  const calls = grounds
    .actsOf('workmail', 'AssumeImpersonationRole')
    .filter((act) => act.facts.outcome !== 'failed' && (reads.role === '' || roleIn(act) === reads.role));
  const times = reads.times();
  const used = new Set<Act>();
  let explained = 0;
  let next = 0;
  for (const time of times) {
    while (next < calls.length && (calls[next]?.time ?? 0) <= time + CLOCKS) next++;
    const last = calls[next - 1];
    if (last === undefined || last.time < time - TOKEN_LIVES - CLOCKS) continue;
    explained++;
    for (let at = next - 1; at >= 0; at--) {
      const call = calls[at];
      if (call === undefined || call.time < time - TOKEN_LIVES - CLOCKS || used.has(call)) break;
      used.add(call);
    }
  }
  return { acts: calls.filter((call) => used.has(call)), unexplained: times.length - explained };
}

function roleIn(act: Act): string | undefined {
  const asked = act.contents.requestParameters?.impersonationRoleId;
  return typeof asked === 'string' ? asked : act.facts.targets.find(({ entity }) => entity === 'role')?.id;
}
