/** Texts that many events have in common, by a number each, from 1 on, in the order in which they are met. */
export class Numbered {
  readonly #numbers = new Map<string, number>();

  /** @param first texts that come before all others */
  constructor(first: Iterable<string> = []) {
    for (const text of first) this.numberOf(text);
  }

  numberOf(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return number;
  }

  get texts(): readonly string[] {
    return Array.from(this.#numbers.keys());
  }
}
