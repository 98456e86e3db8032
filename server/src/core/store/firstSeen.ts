import { byHappening } from '../investigate/evidence';
import type { Seen, SeenSince } from '../investigate/novelty/seen';
import { type FirstPair, firstPairs } from './firstPairs';
import { Principals } from './principals';
import { PrincipalTimes } from './principalTimes';
import { actAt, type SpeakingRows } from './speakingRows';

/**
 * What is new of whoever touches mail since a time: who was not there before, and of all others what they had never been seen with; as
 * it happened.
 *
 * @param until milliseconds since 1970
 * @param most of so many new principals it is told who they are
 */
export function seenSince(rows: readonly SpeakingRows[], until: number, most: number): SeenSince {
  const times = new PrincipalTimes(rows, Principals.touchingMail(rows), until);
  const newcomers = times.newcomers();
  const told = newcomers
    .slice(0, most)
    .map(({ principal, ...at }): FirstPair => ({ ...at, principal, kind: 'principal', value: '' }));
  const wereThere = (principal: number): boolean => times.wasBefore(principal) && times.isAfter(principal);
  const pairs = firstPairs(times.rows, wereThere, until).filter(({ each, row }) => each.chunk.time(row) >= until);
  return { seen: inOrder([...told, ...pairs], times), otherPrincipals: newcomers.length - told.length };
}

/** All that some principals were seen with, as it happened first. @param names ARNs, else names */
export function seenWith(rows: readonly SpeakingRows[], names: ReadonlySet<string>): readonly Seen[] {
  const times = new PrincipalTimes(rows, Principals.called(names, rows), Number.POSITIVE_INFINITY);
  return inOrder(
    firstPairs(times.rows, () => true, Number.NEGATIVE_INFINITY),
    times,
  );
}

function inOrder(pairs: readonly FirstPair[], times: PrincipalTimes): readonly Seen[] {
  return pairs
    .map(({ each, row, principal, kind, value }): Seen => {
      const act = actAt(each, row);
      const name = act.row.actorArn || act.row.actor;
      return {
        kind,
        principal: name,
        value: kind === 'principal' ? name : value,
        act,
        before: times.before(principal),
      };
    })
    .sort((left, right) => byHappening(left.act, right.act));
}
