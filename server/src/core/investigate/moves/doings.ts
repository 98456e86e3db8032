import type { Line } from './line';
import { BUSY } from './trust';

/** How much each one who acts does, looking not counted; by number. */
export class Doings {
  readonly #counts: Int32Array;

  constructor(lines: readonly Line[]) {
    let largest = 0;
    for (const { whoNumber } of lines) largest = Math.max(largest, whoNumber);
    this.#counts = new Int32Array(largest + 1);
    for (const { whoNumber, deed } of lines)
      if (BUSY.has(deed)) this.#counts[whoNumber] = (this.#counts[whoNumber] ?? 0) + 1;
  }

  /** @param whoNumber see `Line` */
  of(whoNumber: number): number {
    return this.#counts[whoNumber] ?? 0;
  }
}
