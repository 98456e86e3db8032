import type { Door, Doors } from './door';
import type { Line } from './line';
import type { Through } from './moverFiles';
import type { Trust } from './trust';

/** How much each one who acts does, looking not counted; by number. */
export class Doings {
  readonly #counts: Int32Array;
  /** Of that, calls that take mailboxes along. */
  readonly #carried = new Map<Through, Int32Array>();

  constructor(lines: readonly Line[], { all }: Doors) {
    let largest = 0;
    for (const { whoNumber } of lines) largest = Math.max(largest, whoNumber);
    this.#counts = new Int32Array(largest + 1);
    for (const { whoNumber, isBusy } of lines) if (isBusy) this.#counts[whoNumber] = (this.#counts[whoNumber] ?? 0) + 1;
    for (const { through, carried } of all) {
      const counts = this.#carried.get(through) ?? new Int32Array(largest + 1);
      this.#carried.set(through, counts);
      for (const { whoNumber } of carried) counts[whoNumber] = (counts[whoNumber] ?? 0) + 1;
    }
  }

  /** @param whoNumber see `Line` */
  of(whoNumber: number): number {
    return this.#counts[whoNumber] ?? 0;
  }

  /** Whether somebody takes mailboxes along in one way, and does nothing else. */
  isAllOf(through: Through, whoNumber: number): boolean {
    return this.#carried.get(through)?.[whoNumber] === this.of(whoNumber);
  }
}

/**
 * Whether whoever goes through a door most was set up for it: a user that the house made, or a program, and neither does anything else.
 * However few mailboxes there are, this is their move.
 */
export function isSetUpFor({ through, carried }: Door, doings: Doings, trust: Trust): boolean {
  const mover = moverOf(carried);
  if (mover === undefined || !doings.isAllOf(through, mover.whoNumber)) return false;
  return !mover.who.includes(':user/') || trust.isMadeHere(mover);
}

/** A call of who makes most of some calls, and more than half of them. */
export function moverOf(carried: readonly Line[]): Line | undefined {
  const counts = new Map<number, number>();
  for (const { whoNumber } of carried) counts.set(whoNumber, (counts.get(whoNumber) ?? 0) + 1);
  return carried.find(({ whoNumber }) => (counts.get(whoNumber) ?? 0) * 2 > carried.length);
}
