import { serviceLabel } from '../../explain/serviceLabel';
import type { Act } from '../act';
import type { KeyInNetworks } from './keysInNetworks';
import type { Match } from './matchesIn';
import type { Sequence } from './sequence';
import { type Stretch, Stretches } from './stretch';

/** Networks of one key that are remembered: one that hops between more is told by the others. */
const MOST_NETWORKS = 64;

/**
 * Where a key goes to another network and back, and the acts of all needed steps are between. Calls of one second from two networks prove
 * nothing alone, for a single retry over another line looks like that.
 *
 * @param acts all of them
 */
export function toAndFro(sequence: Sequence, key: KeyInNetworks, acts: readonly Act[]): readonly Match[] {
  return stretchesOf(key, sequence.within)
    .map((stretch) => stepsIn(sequence, key, stretch, acts))
    .filter((match) => sequence.needed.every((step) => (match[step]?.length ?? 0) > 0));
}

/** Here a stretch goes by the positions in the strand, from the first act in a network to the last one back in it. */
function stretchesOf({ networks, times }: KeyInNetworks, within: number): readonly Stretch[] {
  const stretches = new Stretches();
  const lastIn = new Map<number, Use>();
  let current = -1;
  for (let at = 0; at < times.length; ) {
    const time = times[at] ?? Number.NaN;
    let end = at + 1;
    while (times[end] === time) end++;
    const uses = usesBetween(networks, at, end);
    const [only = -1] = uses.length === 1 ? (uses[0] ?? []) : [];
    // Nearly always a key stays where it is.
    if (only >= 0 && only === current) {
      lastIn.set(only, { at: end - 1, time });
      at = end;
      continue;
    }
    current = only;
    for (const [network, last] of uses) {
      const before = lastIn.get(network);
      if (before === undefined || time - before.time > within || !isElsewhereSince(lastIn, network, before)) continue;
      stretches.add(before.at, last);
    }
    for (const [network, last] of uses) {
      lastIn.delete(network);
      lastIn.set(network, { at: last, time });
    }
    for (const network of lastIn.keys()) {
      if (lastIn.size <= MOST_NETWORKS) break;
      lastIn.delete(network);
    }
    at = end;
  }
  return stretches.all();
}

/** The last use of a network. */
interface Use {
  readonly at: number;
  readonly time: number;
}

/** The networks of one second, in an order of their own, with the last act in each. */
function usesBetween(networks: readonly number[], from: number, to: number): readonly (readonly [number, number])[] {
  if (to === from + 1) return [[networks[from] ?? -1, from]];
  const uses = new Map<number, number>();
  for (let at = from; at < to; at++) uses.set(networks[at] ?? -1, at);
  return Array.from(uses);
}

/** Whether another network was used later than this one was last; what was used last stands last. */
function isElsewhereSince(lastIn: ReadonlyMap<number, Use>, network: number, { time }: Use): boolean {
  for (const [other, use] of lastIn) if (other !== network && use.time > time) return true;
  return false;
}

function stepsIn(
  { steps, parts }: Sequence,
  { acts: positions }: KeyInNetworks,
  { from, to }: Stretch,
  acts: readonly Act[],
): Match {
  const found = steps.map((): number[] => []);
  for (let at = from; at <= to; at++) {
    const position = positions[at] ?? -1;
    const act = acts[position];
    if (act === undefined) continue;
    const { action } = act.row;
    const service = serviceLabel(act.row.source).toLowerCase();
    const part = parts.find(
      (each) =>
        (each.service === '*' || each.service === service) &&
        (each.action === '*' || each.action === action) &&
        each.test(act),
    );
    if (part !== undefined) found[part.role]?.push(position);
  }
  return found;
}
