import type { Act } from '../act';

/** Somebody who did something weighty that is no step of a move. */
export interface WeightyActor {
  /** Weighty acts alone, as they happened. */
  readonly weighty: readonly [Act, ...Act[]];
  /** All of the same identity that belongs to mail, as it happened. */
  readonly all: readonly Act[];
  /** How many of them hide in a move, or would, as far as that can be told: who did those comes before all others. */
  readonly stray: number;
  /** How many of the weighty acts are critical. */
  readonly critical: number;
}
