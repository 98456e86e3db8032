/** Some numbers in their order. */
export interface SomeNumbers {
  /** The same for the same numbers. */
  readonly number: number;
  readonly numbers: ArrayLike<number>;
}

/** Sequences of numbers by a number each: a long one is looked through where it is met, and no text is made of it. */
export class SameNumbers {
  #count = 0;
  /** By how many they are, and by a few of them. */
  readonly #alike = new Map<string, SomeNumbers[]>();

  of(numbers: ArrayLike<number>): SomeNumbers {
    const { length } = numbers;
    const few = `${length} ${numbers[0]} ${numbers[length >> 1]} ${numbers[length - 1]}`;
    const alike = this.#alike.get(few) ?? [];
    const known = alike.find((other) => areSame(other.numbers, numbers));
    if (known !== undefined) return known;
    const some = { number: this.#count++, numbers };
    alike.push(some);
    this.#alike.set(few, alike);
    return some;
  }
}

/** @param one as many numbers as the other */
function areSame(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
