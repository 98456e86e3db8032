import { weightOfNumber } from '../core';
import { bucketAt, bucketStarts, stepFor } from '../core/timeline/buckets';
import { NOWHERE } from '../core/timeline/countBuckets';
import { LaneCells, leastPause } from '../core/timeline/lanes';
import { clocksOf } from '../core/timeline/zone';
import { groupName } from '../events/actorNames';
import { type TimedEvents, timedRows } from '../events/eventTimes';
import type { Sides } from '../events/groupedEvents';
import type { Split } from '../events/partition';
import { placesOf, rankedGroups } from '../events/rankedGroups';
import type { Picks } from '../events/rowsTogether';
import { questionOfGroup } from '../events/splitEvents';
import type { Lane, Lanes } from '../wire/protocol';

const SIDES = ['onDisk', 'open'] as const;
/** More pauses of one lane nobody looks at, nor more sign-ins. */
const MOST_PAUSES = 20;
const MOST_SIGN_INS = 100;

interface AskedLanes {
  readonly of: 'actor' | 'target';
  /** From one moment to another, exclusive, in no more than so many pieces. */
  readonly pieces: { readonly from: number; readonly to: number; readonly most: number; readonly zone: string };
  readonly limit: number;
  readonly signIns: Sides<Picks> | undefined;
}

/** The lanes with the most events; of events that name nobody, and act upon nothing, there is none. */
export function lanesOf(
  shown: TimedEvents,
  split: Sides<Split>,
  { of, pieces: { from, to, most, zone }, limit, signIns }: AskedLanes,
): Lanes {
  const ranked = rankedGroups(split, shown.rows, limit + 1);
  const named = ranked.groups.filter(({ key }) => key !== '');
  const groups = named.slice(0, limit);
  const starts = bucketStarts(from, to, stepFor(to - from, most), clocksOf(zone));
  const cells = new LaneCells(groups.length, starts);
  const signedIn = groups.map((): Map<number, number> => new Map());
  const columns = timedRows(shown, split);
  for (const side of SIDES) {
    const laneOf = placesOf(groups, split[side], side, NOWHERE);
    cells.add(columns[side], laneOf);
    if (signIns !== undefined) addSignIns(columns[side], signIns[side], laneOf, starts, signedIn);
  }
  const least = leastPause(to - from);
  const lanes = groups.map((group, at): Lane => {
    const ends = cells.ends(at);
    return {
      key: group.key,
      label: groupName(of, group, shown.merged),
      question: questionOfGroup(of, group),
      weight: weightOfNumber(group.weight) ?? null,
      count: group.count,
      failed: group.failed,
      first: ends?.from ?? null,
      last: ends?.to ?? null,
      acts: cells.acts(at),
      pauses: cells.pauses(at, least, MOST_PAUSES),
      signIns: Array.from(signedIn[at]?.values() ?? [])
        .sort((left, right) => left - right)
        .slice(0, MOST_SIGN_INS),
    };
  });
  const unnamed = ranked.groups.length - named.length;
  return {
    revision: shown.merged.revision,
    total: ranked.total - unnamed,
    lanes,
    starts: Array.from(starts),
    leastPause: least,
  };
}

function addSignIns(
  { times, groupOf, asked }: ReturnType<typeof timedRows>['open'],
  picks: Picks,
  laneOf: Int32Array,
  starts: Float64Array,
  signedIn: readonly Map<number, number>[],
): void {
  for (let row = 0; row < picks.length; row++) {
    if (picks[row] !== 1 || asked[row] === 0) continue;
    const time = times[row] ?? Number.NaN;
    const piece = bucketAt(starts, time);
    const known = signedIn[laneOf[groupOf[row] ?? NOWHERE] ?? NOWHERE];
    if (piece >= 0 && known !== undefined) known.set(piece, Math.min(time, known.get(piece) ?? time));
  }
}
