import type { Moments } from './moments';
import type { Step } from './sequence';
import type { Strand } from './strand';

/** Where enough acts of a step come together. */
export interface Bursts {
  /** By moment that has an act of the step: the latest moment from which on there are enough until then; else -1. */
  readonly since: Int32Array;
  /** By moment: 1 where it has an act that is among enough of them. */
  readonly met: Uint8Array;
  /** By position in the strand: 1 where the act is among enough of them. */
  readonly counts: Uint8Array;
}

/**
 * Goes over the acts of one step with two ends of a window. Each act enters and leaves it once.
 *
 * @param apartBy what an act is told apart by, by its position in the strand
 */
export function burstsOf(
  strand: Strand,
  moments: Moments,
  role: number,
  { atLeast, within }: Pick<Step, 'atLeast' | 'within'>,
  apartBy: ((position: number) => string) | undefined,
): Bursts {
  const since = new Int32Array(moments.count).fill(-1);
  const met = new Uint8Array(moments.count);
  const counts = new Uint8Array(strand.acts.length);
  const positions: number[] = [];
  for (const [position, each] of strand.roles.entries()) if (each === role) positions.push(position);
  // Mostly one act is enough.
  if (atLeast <= 1) {
    for (const position of positions) {
      const moment = moments.of[position] ?? 0;
      since[moment] = moment;
      met[moment] = 1;
      counts[position] = 1;
    }
    return { since, met, counts };
  }
  const window = new Map<string, number>();
  const values: string[] = [];
  /** The window begins at `from`; `outer` is where it would if it were as long as it may. `marked` ones are known to count. */
  let [from, outer, marked] = [0, 0, 0];
  const leave = (): void => {
    const value = values[from] ?? '';
    const left = (window.get(value) ?? 0) - 1;
    if (left > 0) window.set(value, left);
    else window.delete(value);
    from++;
  };
  for (const [at, position] of positions.entries()) {
    const moment = moments.of[position] ?? 0;
    const earliest = (moments.times[moment] ?? 0) - within;
    const end = moments.lastEnd[moment] ?? -1;
    const isGone = (each: number): boolean => {
      const itsMoment = moments.of[positions[each] ?? 0] ?? 0;
      return itsMoment < end || (moments.times[itsMoment] ?? 0) < earliest;
    };
    const value = apartBy?.(position) ?? String(at);
    values.push(value);
    window.set(value, (window.get(value) ?? 0) + 1);
    while (outer < at && isGone(outer)) outer++;
    while (from < outer) leave();
    while (window.size > atLeast || (window.size === atLeast && (window.get(values[from] ?? '') ?? 0) > 1)) leave();
    if (window.size < atLeast) continue;
    since[moment] = moments.of[positions[from] ?? 0] ?? 0;
    for (marked = Math.max(marked, outer); marked <= at; marked++) {
      const counting = positions[marked] ?? 0;
      counts[counting] = 1;
      met[moments.of[counting] ?? 0] = 1;
    }
  }
  return { since, met, counts };
}
