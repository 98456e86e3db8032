import { addressNamed } from '../explain/values/addresses';
import type { TextTable } from './texts';

/** What was found for an address, and when. */
interface Named {
  readonly lowerCase: string;
  readonly size: number;
  readonly others: number;
  readonly numbers: readonly number[];
}

/**
 * Finds addresses however they are written. Nearly all are written in one way; every other one is read once, and kept by what it is.
 */
export class AddressNumbers {
  readonly #texts: TextTable;
  /** By number of a text: 1 for those that were looked at. */
  #seen = new Uint8Array(0);
  /** Columns whose addresses are known. */
  readonly #learned = new WeakSet<object>();
  readonly #byAddress = new Map<string, number[]>();
  /** How many numbers are kept there. */
  #others = 0;
  #named: Named | undefined;

  constructor(texts: TextTable) {
    this.#texts = texts;
  }

  /**
   * @param of whose column it is
   * @param column numbers of texts
   * @returns the numbers of those texts, and possibly others, that are this text in small letters, or write the same address
   */
  in(of: object, column: Uint32Array, lowerCase: string): readonly number[] {
    this.learn(of, column);
    return this.named(lowerCase);
  }

  /** The same of all columns that were learned. */
  named(lowerCase: string): readonly number[] {
    const { size } = this.#texts;
    const before = this.#named;
    // Chunk by chunk the same address is asked for.
    if (before?.lowerCase === lowerCase && before.size === size && before.others === this.#others)
      return before.numbers;
    const numbers = this.#numbersOf(lowerCase);
    this.#named = { lowerCase, size, others: this.#others, numbers };
    return numbers;
  }

  #numbersOf(lowerCase: string): readonly number[] {
    const alike = this.#texts.numbersLike(lowerCase);
    const address = addressNamed(lowerCase);
    const same = address === undefined ? [] : (this.#byAddress.get(address.toString()) ?? []);
    // IPv4 is not kept where it is written as it should be, but may be asked for in another way.
    const plain = address === undefined ? [] : this.#texts.numbersLike(address.toString());
    return Array.from(new Set([...alike, ...same, ...plain]));
  }

  /** Looks at the addresses of a column ahead of `in`. */
  learn(of: object, column: Uint32Array): void {
    if (this.#learned.has(of)) return;
    this.#learned.add(of);
    if (this.#seen.length < this.#texts.size) {
      const seen = new Uint8Array(this.#texts.size);
      seen.set(this.#seen);
      this.#seen = seen;
    }
    const seen = this.#seen;
    for (const number of column) {
      if (seen[number] === 1) continue;
      seen[number] = 1;
      const text = this.#texts.textOf(number);
      const address = text.includes(':') && !PLAIN.test(text) ? addressNamed(text) : undefined;
      if (address === undefined) continue;
      this.#others++;
      const key = address.toString();
      const known = this.#byAddress.get(key);
      if (known === undefined) this.#byAddress.set(key, [number]);
      else known.push(number);
    }
  }
}

/**
 * Addresses of IPv6 that are surely written in the one way in which `toString` writes them, and are found by it: all of their groups, none
 * of which is zero; or up to six groups that are not zero, and two or more that are in the place of `::`.
 */
const PLAIN =
  /^(?:[1-9a-f][0-9a-f]{0,3}(?::[1-9a-f][0-9a-f]{0,3}){7}|(?!(?:[^:]*:+){6})[1-9a-f][0-9a-f]{0,3}(?::[1-9a-f][0-9a-f]{0,3})*::[1-9a-f][0-9a-f]{0,3}(?::[1-9a-f][0-9a-f]{0,3})*)$/;
