import { eventTimeMs } from '../../check/eventTime';
import type { Act } from '../act';
import type { Evidence, Use } from '../evidence';
import { type Doing, doingOfAct, doingOfUse } from './doing';

/** What is compared with: what happened before a time (milliseconds since 1970), or all of other logs. */
export type Quiet = { readonly until: number } | { readonly baseline: Evidence };

/** Calls that are known and calls that may be new; acts in the order they happened. */
export interface Compared {
  readonly known: readonly Doing[];
  readonly fresh: readonly Doing[];
  readonly knownActs: readonly Act[];
  readonly freshActs: readonly Act[];
}

/** The first half of the time that the logs reach over; undefined where that can't be told. */
export function firstHalf({ reach: { from, to } }: Evidence): Quiet | undefined {
  return from === undefined || to === undefined || from === to ? undefined : { until: from + (to - from) / 2 };
}

/** Of services of AWS that act on their own account nothing is compared, nor of calls whose time can't be read. */
export function compared(evidence: Evidence, quiet: Quiet): Compared {
  const acts = byPeople(evidence.acts);
  if ('baseline' in quiet) {
    const known = byPeople(quiet.baseline.acts);
    return {
      known: quiet.baseline.uses.map(doingOfUse),
      fresh: evidence.uses.map(doingOfUse),
      knownActs: known,
      freshActs: acts,
    };
  }
  const { until } = quiet;
  const isKnown = ({ first }: Use): boolean => (eventTimeMs(first) ?? Number.NaN) < until;
  const knownActs = acts.filter(({ row }) => row.time < until);
  const freshActs = acts.filter(({ row }) => row.time >= until);
  return {
    known: [...evidence.uses.filter(isKnown).map(doingOfUse), ...knownActs.map(doingOfAct)],
    fresh: evidence.uses.filter((use) => !isKnown(use)).map(doingOfUse),
    knownActs,
    freshActs,
  };
}

function byPeople(acts: readonly Act[]): readonly Act[] {
  return acts.filter((act) => !act.isByService);
}
