import type { Act } from '../act';
import { ENDS, TAKES_MEANING } from './sequence';
import type { Strand } from './strand';

/** A strand cut into moments. What happened in one second is one moment: nobody knows in which order. Positions are those in the strand. */
export interface Moments {
  readonly count: number;
  /** Where each moment begins, and behind the last the end. */
  readonly starts: readonly number[];
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  /** The moment of each position. */
  readonly of: Int32Array;
  /** By moment: the last one until then in which something ended what had begun before; -1 where nothing did. */
  readonly lastEnd: Int32Array;
  /** By moment: the last one until then with an act that takes the meaning from what follows; -1 where there is none. */
  readonly lastUnless: Int32Array;
}

export function momentsOf(strand: Strand, acts: readonly Act[]): Moments {
  const starts: number[] = [];
  const times: number[] = [];
  const of = new Int32Array(strand.acts.length);
  let last = Number.NaN;
  for (const [position, at] of strand.acts.entries()) {
    const time = acts[at]?.time ?? Number.NaN;
    if (last !== time) {
      starts.push(position);
      times.push(time);
      last = time;
    }
    of[position] = times.length - 1;
  }
  const count = times.length;
  starts.push(strand.acts.length);
  return { count, starts, times, of, lastEnd: lastOf(ENDS), lastUnless: lastOf(TAKES_MEANING) };

  function lastOf(role: number): Int32Array {
    const found = new Int32Array(count).fill(-1);
    for (const [position, each] of strand.roles.entries()) {
      const moment = of[position] ?? 0;
      if (each === role) found[moment] = moment;
    }
    for (let moment = 1; moment < count; moment++)
      if ((found[moment] ?? -1) < 0) found[moment] = found[moment - 1] ?? -1;
    return found;
  }
}
