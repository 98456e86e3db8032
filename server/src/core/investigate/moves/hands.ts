import type { Line } from './line';

/** Of what is done from an address. Numbers of hands are even for addresses, and odd for who acts. */
export function handOfNet({ netNumber }: Line): number {
  return 2 * netNumber;
}

/** Of what somebody does, wherever. */
export function handOfWho({ whoNumber }: Line): number {
  return 2 * whoNumber + 1;
}

/** Hands that turn out to be one. */
export class Hands {
  /** What a hand is one with, by number: the hand itself is not here. */
  readonly #parents = new Map<number, number>();

  rootOf(hand: number): number {
    let root = hand;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    for (let at = hand; at !== root; ) {
      const next = this.#parents.get(at) ?? root;
      this.#parents.set(at, root);
      at = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [left, right] = [this.rootOf(one), this.rootOf(other)];
    if (left !== right) this.#parents.set(left, right);
  }
}
