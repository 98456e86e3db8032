import type { Moments } from './moments';

/** Matches that overlap, as one: positions of moments. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Where the first of the matches is complete, and where the last of them begins. */
  readonly firstComplete: number;
  readonly lastBegun: number;
}

/** Joins matches that overlap. Each is given by its moments, in the order in which they are complete. */
export class Stretches {
  readonly #found: Stretch[] = [];

  add(from: number, to: number): void {
    let joined: Stretch = { from, to, firstComplete: to, lastBegun: from };
    for (let last = this.#found.at(-1); last !== undefined && joined.from <= last.to; last = this.#found.at(-1)) {
      const lastBegun = Math.max(last.lastBegun, joined.lastBegun);
      joined = {
        from: Math.min(last.from, joined.from),
        to: Math.max(last.to, joined.to),
        firstComplete: last.firstComplete,
        lastBegun,
      };
      this.#found.pop();
    }
    this.#found.push(joined);
  }

  all(): readonly Stretch[] {
    return this.#found;
  }
}

/** Whether an act before this moment takes the meaning from what begins in it. */
export function isMeaningless(moments: Moments, begun: number, within: number): boolean {
  const before = begun === 0 ? -1 : (moments.lastUnless[begun - 1] ?? -1);
  return before >= 0 && (moments.times[begun] ?? 0) - (moments.times[before] ?? 0) <= within;
}

/** Goes over moments that hold something, and tells the earliest of them that a match may begin with. Asked for moments in their order. */
export class Earliest {
  readonly #moments: Moments;
  readonly #holds: (moment: number) => boolean;
  readonly #within: number;
  #at = 0;

  constructor(moments: Moments, within: number, holds: (moment: number) => boolean) {
    this.#moments = moments;
    this.#within = within;
    this.#holds = holds;
  }

  before(moment: number): number {
    const { times, lastEnd } = this.#moments;
    const earliest = Math.max(0, lastEnd[moment] ?? -1);
    const time = (times[moment] ?? 0) - this.#within;
    while (this.#at < moment && (this.#at < earliest || (times[this.#at] ?? 0) < time || !this.#holds(this.#at)))
      this.#at++;
    return this.#at;
  }
}
