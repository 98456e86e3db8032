/** Some numbers in their order. */
export interface SomeNumbers {
  /** The same for the same numbers. */
  readonly number: number;
  readonly numbers: Uint32Array;
}

/** Sequences of numbers by a number each, so that a long one is looked through where it is met and never again. */
export class SameNumbers {
  #count = 0;
  /** By how many they are, and by a few of them. */
  readonly #alike = new Map<string, SomeNumbers[]>();

  of(numbers: Uint32Array): SomeNumbers {
    const { length } = numbers;
    const few = `${length} ${numbers[0]} ${numbers[length >> 1]} ${numbers.at(-1)}`;
    const alike = this.#alike.get(few) ?? [];
    const known = alike.find((other) => other.numbers.every((number, at) => number === numbers[at]));
    if (known !== undefined) return known;
    const some = { number: this.#count++, numbers };
    alike.push(some);
    this.#alike.set(few, alike);
    return some;
  }
}
