import type { Bursts } from './bursts';
import type { Moments } from './moments';
import type { Sequence } from './sequence';
import type { Strand } from './strand';
import type { Stretch } from './stretch';

/** What a stretch is looked up in. */
export interface Around {
  readonly sequence: Sequence;
  readonly strand: Strand;
  readonly moments: Moments;
  readonly bursts: readonly Bursts[];
}

/**
 * The acts of each step in a stretch, by their positions among all acts. Where steps follow each other, an act counts that can stand in a
 * match: the step before it was met by then, and the one behind it still comes. Optional ones may lie before or behind it.
 *
 * @param beside the stretches before and behind it
 */
export function actsOfSteps(
  { sequence, strand, moments, bursts }: Around,
  stretch: Stretch,
  beside: { readonly before: Stretch | undefined; readonly behind: Stretch | undefined },
): readonly (readonly number[])[] {
  const { steps, needed, within, file } = sequence;
  const isOrdered = file.matches === 'in-order';
  const bounds = steps.map(() => ({ from: stretch.from, to: stretch.to }));
  if (isOrdered) {
    let reached = stretch.from;
    for (const step of needed) {
      while (reached < stretch.to && !holds(step, reached)) reached++;
      bounds[step] = { from: reached, to: stretch.to };
    }
    let left = stretch.to;
    for (const step of Array.from(needed).reverse()) {
      while (left > stretch.from && !holds(step, left)) left--;
      bounds[step] = { from: bounds[step]?.from ?? 0, to: left };
    }
    for (const [step, { isOptional }] of steps.entries()) if (isOptional) bounds[step] = boundsOfOptional(step);
  }
  const found = steps.map((): number[] => []);
  const from = Math.min(...bounds.map((bound) => bound.from));
  const to = Math.max(...bounds.map((bound) => bound.to));
  for (let position = moments.starts[from] ?? 0; position < (moments.starts[to + 1] ?? 0); position++) {
    const role = strand.roles[position] ?? -1;
    const [bound, moment] = [bounds[role], moments.of[position] ?? 0];
    if (bound === undefined || moment < bound.from || moment > bound.to || bursts[role]?.counts[position] !== 1)
      continue;
    found[role]?.push(strand.acts[position] ?? 0);
  }
  return found;

  function holds(step: number, moment: number): boolean {
    return bursts[step]?.met[moment] === 1;
  }

  function boundsOfOptional(step: number): { readonly from: number; readonly to: number } {
    const previous = needed.filter((other) => other < step).at(-1);
    const next = needed.find((other) => other > step);
    const from = previous === undefined ? earliest() : (bounds[previous]?.from ?? stretch.from);
    const to = next === undefined ? latest() : (bounds[next]?.to ?? stretch.to);
    return { from, to };
  }

  function earliest(): number {
    const time = (moments.times[stretch.firstComplete] ?? 0) - within;
    const first = Math.max(0, (beside.before?.to ?? -1) + 1, moments.lastEnd[stretch.from] ?? -1);
    let from = stretch.from;
    while (from > first && (moments.times[from - 1] ?? 0) >= time) from--;
    return from;
  }

  function latest(): number {
    const time = (moments.times[stretch.lastBegun] ?? 0) + within;
    const last = Math.min(moments.count, beside.behind?.from ?? moments.count) - 1;
    let to = stretch.to;
    while (to < last && (moments.times[to + 1] ?? 0) <= time && moments.lastEnd[to + 1] !== to + 1) to++;
    return to;
  }
}
