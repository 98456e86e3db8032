import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import type { MailboxReads } from './ownEvidence';
import { CLOCKS } from './readDoors';

/** A token of an impersonation role must be used so soon. Milliseconds. */
const TOKEN_LIVES = 15 * 60 * 1000;

/** Who took the role that somebody read by. */
export interface RoleTaken {
  /** Calls that took the role at most fifteen minutes before something was done by it, as they happened. */
  readonly acts: readonly Act[];
  /** How many different times at which something was done no such call stands before. */
  readonly unexplained: number;
}

/** Who took the role that something was read by: see `roleTakenBefore`. */
export function roleTaken(reads: MailboxReads, grounds: Grounds): RoleTaken {
  const [first] = reads.acts(1);
  return roleTakenBefore(reads.role, first?.facts.organizationId ?? '', reads.times(), grounds);
}

/**
 * The id of a role is one of WorkMail's: the log has it, and so has the call.
 *
 * @param role empty where the log does not tell of roles: then any may be meant
 * @param organization empty where nothing tells it
 * @param times when something was done, in milliseconds since 1970, ascending; one that two records tell counts once
 */
export function roleTakenBefore(
  role: string,
  organization: string,
  times: Iterable<number>,
  { actsOf }: Grounds,
): RoleTaken {
  const calls = actsOf('workmail', 'AssumeImpersonationRole').filter(
    (act) =>
      act.facts.outcome !== 'failed' &&
      (role === '' || roleIn(act) === role) &&
      (organization === '' || act.facts.organizationId === '' || act.facts.organizationId === organization),
  );
  const used = new Set<Act>();
  let unexplained = 0;
  let next = 0;
  let before = Number.NaN;
  for (const time of times) {
    if (time === before) continue;
    before = time;
    while (next < calls.length && (calls[next]?.time ?? 0) <= time + CLOCKS) next++;
    const last = calls[next - 1];
    if (last === undefined || last.time < time - TOKEN_LIVES - CLOCKS) {
      unexplained++;
      continue;
    }
    for (let at = next - 1; at >= 0; at--) {
      const call = calls[at];
      if (call === undefined || call.time < time - TOKEN_LIVES - CLOCKS || used.has(call)) break;
      used.add(call);
    }
  }
  return { acts: calls.filter((call) => used.has(call)), unexplained };
}

/** The id of the role that a call takes or changes; undefined where it does not say it. */
export function roleIn(act: Act): string | undefined {
  const asked = act.contents.requestParameters?.impersonationRoleId;
  return typeof asked === 'string' ? asked : act.facts.targets.find(({ entity }) => entity === 'role')?.id;
}
