import type { Bursts } from './bursts';
import type { Moments } from './moments';
import type { Sequence } from './sequence';
import { Earliest, isMeaningless, type Stretch, Stretches } from './stretch';

/**
 * Where steps follow each other. For every moment and every step it is kept how late a match can have begun whose steps are done by
 * then: whatever fits into the time at all fits with the latest beginning. So each moment is looked at once for each step.
 *
 * @param bursts of each step
 */
export function inOrder(sequence: Sequence, moments: Moments, bursts: readonly Bursts[]): readonly Stretch[] {
  const { needed, within, unlessWithin } = sequence;
  const begun = needed.map(() => new Int32Array(moments.count));
  const [first = 0] = needed;
  const earliest = new Earliest(moments, within, (moment) => bursts[first]?.met[moment] === 1);
  const stretches = new Stretches();
  for (let moment = 0; moment < moments.count; moment++) {
    const isEnd = moments.lastEnd[moment] === moment;
    for (const [at, step] of needed.entries()) {
      let latest = moment === 0 || isEnd ? -1 : (begun[at]?.[moment - 1] ?? -1);
      const since = bursts[step]?.since[moment] ?? -1;
      const done = since < 0 || at === 0 ? since : (begun[at - 1]?.[since] ?? -1);
      latest = Math.max(latest, done);
      const ofStep = begun[at];
      if (ofStep !== undefined) ofStep[moment] = latest;
      if (at < needed.length - 1 || done < 0 || isMeaningless(moments, done, unlessWithin)) continue;
      if ((moments.times[moment] ?? 0) - (moments.times[done] ?? 0) > within) continue;
      stretches.add(earliest.before(moment), moment);
    }
  }
  return stretches.all();
}
