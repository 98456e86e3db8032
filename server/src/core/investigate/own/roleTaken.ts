import type { Act } from '../act';
import type { Grounds } from '../questions/grounds';
import { maybeSameHouse } from './house';
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
  /** Of some moment it holds by the two seconds alone that clocks may differ, and CloudTrail leaves out. */
  readonly isLoose: boolean;
}

/** How soon after a call something was done by the role: `at most fifteen minutes`. */
export function howSoon({ isLoose }: Pick<RoleTaken, 'isLoose'>): string {
  return `at most fifteen minutes${isLoose ? ', give or take two seconds,' : ''}`;
}

/** Who took the role that something was read by: see `roleTakenBefore`. */
export function roleTaken(reads: MailboxReads, grounds: Grounds): RoleTaken {
  return roleTakenBefore(reads.role, reads.organization, reads.times(), grounds);
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
  grounds: Grounds,
): RoleTaken {
  const calls = takingCalls(role, organization, grounds);
  const used = new Set<Act>();
  let unexplained = 0;
  let isLoose = false;
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
    let isStrict = false;
    for (let at = next - 1; at >= 0; at--) {
      const call = calls[at];
      if (call === undefined || call.time < time - TOKEN_LIVES - CLOCKS) break;
      const isExact = call.time <= time && call.time >= time - TOKEN_LIVES;
      if (isExact) isStrict = true;
      if (used.has(call) && isStrict) break;
      used.add(call);
    }
    if (!isStrict) isLoose = true;
  }
  return { acts: calls.filter((call) => used.has(call)), unexplained, isLoose };
}

/** Calls that take a role, as they happened. @param role empty: any @param organization empty where nothing tells it */
export function takingCalls(role: string, organization: string, { actsOf }: Grounds): readonly Act[] {
  return actsOf('workmail', 'AssumeImpersonationRole').filter(
    (act) =>
      act.facts.outcome !== 'failed' &&
      (role === '' || sameRole(roleIn(act), role)) &&
      maybeSameHouse(act.facts.organizationId, organization),
  );
}

/** Of some calls, as they happened, those by whose token something may have been done at a moment; none at one that can't be read. */
export function takersAt(calls: readonly Act[]): (time: number) => readonly Act[] {
  return (time) => {
    let [from, below] = [0, calls.length];
    while (from < below) {
      const middle = (from + below) >>> 1;
      if ((calls[middle]?.time ?? 0) >= time - TOKEN_LIVES - CLOCKS) below = middle;
      else from = middle + 1;
    }
    let to = from;
    while (to < calls.length && (calls[to]?.time ?? 0) <= time + CLOCKS) to++;
    return calls.slice(from, to);
  };
}

/** Whether two ids are of one role: hexadecimal digits are the same in capital and small letters. */
export function sameRole(left: string | undefined, right: string): boolean {
  return left === right || left?.toLowerCase() === right.toLowerCase();
}

/** The id of the role that a call takes or changes; undefined where it does not say it. */
export function roleIn(act: Act): string | undefined {
  const asked = act.contents.requestParameters?.impersonationRoleId;
  return typeof asked === 'string' ? asked : act.facts.targets.find(({ entity }) => entity === 'role')?.id;
}
