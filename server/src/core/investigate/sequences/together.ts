import type { Bursts } from './bursts';
import type { Moments } from './moments';
import type { Sequence } from './sequence';
import { Earliest, isMeaningless, type Stretch, Stretches } from './stretch';

/** Where all steps come together, in whatever order. */
export function together(sequence: Sequence, moments: Moments, bursts: readonly Bursts[]): readonly Stretch[] {
  const { needed, within, unlessWithin } = sequence;
  const since = needed.map(() => -1);
  const holds = (moment: number): boolean => needed.some((step) => bursts[step]?.met[moment] === 1);
  const earliest = new Earliest(moments, within, holds);
  const stretches = new Stretches();
  for (let moment = 0; moment < moments.count; moment++) {
    if (!holds(moment)) continue;
    for (const [at, step] of needed.entries()) {
      const ofStep = bursts[step]?.since[moment] ?? -1;
      if (ofStep >= 0) since[at] = ofStep;
    }
    const begun = Math.min(...since);
    if (begun < Math.max(0, moments.lastEnd[moment] ?? -1) || isMeaningless(moments, begun, unlessWithin)) continue;
    if ((moments.times[moment] ?? 0) - (moments.times[begun] ?? 0) > within) continue;
    stretches.add(earliest.before(moment), moment);
  }
  return stretches.all();
}
