import { principalOf, type SeenOfKind } from '../investigate/novelty/seen';
import { once } from '../once';
import { isEarlier } from './earlierRow';
import { type FirstPair, firstPairs } from './firstPairs';
import { Principals } from './principals';
import { PrincipalTimes } from './principalTimes';
import { ofSome } from './rowsOfPrincipals';
import { type CallKind, SeenNumbers } from './seenNumbers';
import { actAt, type SpeakingRows } from './speakingRows';

const KINDS: readonly CallKind[] = ['key', 'address', 'program', 'action', 'account', 'hour'];

/**
 * What is new of whoever touches mail since a time: who was not there before, and of all others what they had never been seen with. In
 * no order.
 *
 * @param until milliseconds since 1970
 * @param seed a number that nobody who writes logs can know
 */
export function seenSince(rows: readonly SpeakingRows[], until: number, seed: number): readonly SeenOfKind[] {
  const principals = Principals.touchingMail(rows);
  const times = new PrincipalTimes(rows, principals, until);
  const numbers = new SeenNumbers();
  const wereThere = times.beforeAndAfter();
  const asked = {
    rows: times.rows.map((some) => ofSome(some, wereThere)),
    numbers,
    principals: principals.size,
    seed,
  };
  const newcomers = times
    .newcomers()
    .map(({ principal, ...at }) => seenOf([{ ...at, principal, kind: 'principal', value: 0 }], times, numbers));
  return [...newcomers, ...KINDS.flatMap((kind) => byPrincipal(firstPairs(kind, asked, until), times, numbers))];
}

/** All that some principals were seen with. @param names ARNs, else names */
export function seenWith(
  rows: readonly SpeakingRows[],
  names: ReadonlySet<string>,
  seed: number,
): readonly SeenOfKind[] {
  const principals = Principals.called(names, rows);
  const times = new PrincipalTimes(rows, principals, Number.POSITIVE_INFINITY);
  const numbers = new SeenNumbers();
  const asked = { rows: times.rows, numbers, principals: principals.size, seed };
  return KINDS.flatMap((kind) => byPrincipal(firstPairs(kind, asked, Number.NEGATIVE_INFINITY), times, numbers));
}

function byPrincipal(pairs: readonly FirstPair[], times: PrincipalTimes, numbers: SeenNumbers): readonly SeenOfKind[] {
  const groups = new Map<number, [FirstPair, ...FirstPair[]]>();
  for (const pair of pairs) {
    if (pair.kind === 'principal' || numbers.textOf(pair.kind, pair.value) === '') continue;
    const known = groups.get(pair.principal);
    if (known === undefined) groups.set(pair.principal, [pair]);
    else known.push(pair);
  }
  return Array.from(groups.values(), (group) => seenOf(group, times, numbers));
}

function seenOf(pairs: readonly [FirstPair, ...FirstPair[]], times: PrincipalTimes, numbers: SeenNumbers): SeenOfKind {
  const first = pairs.reduce((earliest, each) => (isEarlier(each, earliest) ? each : earliest));
  const { kind, each, row } = first;
  const act = once(() => actAt(each, row));
  const principal = (): string => principalOf(act());
  return {
    kind,
    get principal() {
      return principal();
    },
    get first() {
      return act();
    },
    get before() {
      return times.before(first.principal);
    },
    seen: (most) =>
      Array.from(pairs)
        .sort((left, right) => (isEarlier(left, right) ? -1 : 1))
        .slice(0, most)
        .map((pair) => ({
          value: pair.kind === 'principal' ? principal() : numbers.textOf(pair.kind, pair.value),
          act: actAt(pair.each, pair.row),
        })),
  };
}
