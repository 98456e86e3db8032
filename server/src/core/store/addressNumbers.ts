import { addressNamed } from '../explain/values/addresses';
import type { TextTable } from './texts';

/**
 * Finds addresses however they are written. Those of IPv4 are nearly always written in one way; every other one is read once, and
 * kept by what it is.
 */
export class AddressNumbers {
  readonly #texts: TextTable;
  readonly #seen = new Set<number>();
  /** Columns whose addresses are known. */
  readonly #learned = new WeakSet<object>();
  readonly #byAddress = new Map<string, number[]>();

  constructor(texts: TextTable) {
    this.#texts = texts;
  }

  /**
   * @param of whose column it is
   * @param column numbers of texts
   * @returns the numbers of those texts, and possibly others, that are this text in small letters, or write the same address
   */
  in(of: object, column: Uint32Array, lowerCase: string): readonly number[] {
    this.#learn(of, column);
    const alike = this.#texts.numbersLike(lowerCase);
    const address = addressNamed(lowerCase);
    const same = address === undefined ? [] : (this.#byAddress.get(address.toString()) ?? []);
    // IPv4 is not kept where it is written as it should be, but may be asked for in another way.
    const plain = address === undefined ? [] : this.#texts.numbersLike(address.toString());
    return Array.from(new Set([...alike, ...same, ...plain]));
  }

  #learn(of: object, column: Uint32Array): void {
    if (this.#learned.has(of)) return;
    this.#learned.add(of);
    for (const number of column) {
      if (this.#seen.has(number)) continue;
      this.#seen.add(number);
      const text = this.#texts.textOf(number);
      const address = text.includes(':') ? addressNamed(text) : undefined;
      if (address === undefined) continue;
      const key = address.toString();
      const known = this.#byAddress.get(key);
      if (known === undefined) this.#byAddress.set(key, [number]);
      else known.push(number);
    }
  }
}
