import type { Act } from '../act';
import type { Hands } from './hands';
import type { Match } from './matchesIn';

interface Spanning {
  readonly from: number;
  readonly to: number;
  readonly match: Match;
}

/** Matches of one sequence that overlap in time and are of one hand, each group of them as one match with all its acts; as they began. */
export function joined(matches: readonly Match[], acts: readonly Act[], hands: Hands): readonly Match[] {
  const ofHand = new Map<string, Spanning[]>();
  for (const match of matches) {
    const positions = match.flat();
    const from = least(positions);
    const act = acts[from];
    if (act === undefined) continue;
    const hand = hands.of(act);
    const known = ofHand.get(hand) ?? [];
    if (known.length === 0) ofHand.set(hand, known);
    known.push({ from, to: greatest(positions), match });
  }
  const groups = Array.from(ofHand.values()).flatMap(overlapping);
  groups.sort((left, right) => (left[0]?.from ?? 0) - (right[0]?.from ?? 0));
  return groups.map(oneOf);
}

/** Each group of matches that follow each other without a gap. */
function overlapping(all: readonly Spanning[]): readonly (readonly Spanning[])[] {
  const groups: Spanning[][] = [];
  let end = -1;
  for (const each of Array.from(all).sort((left, right) => left.from - right.from || left.to - right.to)) {
    const last = groups.at(-1);
    if (last === undefined || each.from > end) groups.push([each]);
    else last.push(each);
    end = Math.max(end, each.to);
  }
  return groups;
}

function oneOf(group: readonly Spanning[]): Match {
  const [first] = group;
  if (first === undefined || group.length === 1) return first?.match ?? [];
  return first.match.map((_, step) => {
    const positions = new Set<number>();
    for (const { match } of group) for (const position of match[step] ?? []) positions.add(position);
    return Array.from(positions).sort((left, right) => left - right);
  });
}

function least(positions: readonly number[]): number {
  return positions.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
}

function greatest(positions: readonly number[]): number {
  return positions.reduce((greatest, each) => Math.max(greatest, each), -1);
}
