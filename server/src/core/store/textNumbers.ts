/** Texts by number, as far as they are looked through. */
interface Numbered {
  readonly size: number;
  textOf(number: number): string;
  /** What `hashOf` gives for the text of a number, for tables that know it without making the text. */
  hashAt?(number: number): number;
}

/** Of a text that is not all ASCII: its letters have cases that bytes do not tell. */
export const NO_HASH = -1;

/** Numbers of 31 bits that are the same for ASCII texts that differ only in the case of their letters; NO_HASH for all others. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return NO_HASH;
    hash = Math.imul(hash ^ folded(code), 0x01000193);
  }
  return mixed(hash);
}

/** The same of a text in UTF-8. */
export function hashOfBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code > 0x7f) return NO_HASH;
    hash = Math.imul(hash ^ folded(code), 0x01000193);
  }
  return mixed(hash);
}

function folded(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 1;
}

/**
 * Finds texts of a table by what they say, whatever the case of their letters. A table only grows, and what it has grown by is added
 * when somebody asks: 8 to 16 bytes a text, made in some tens of milliseconds for a million rows.
 */
export class TextNumbers {
  readonly #texts: Numbered;
  /** Numbers, at the place that their hash gives or behind it; 0 where there is none. */
  #slots = new Int32Array(1024);
  /** Those of texts without a hash. */
  readonly #others: number[] = [];
  #known = 1;

  constructor(texts: Numbered) {
    this.#texts = texts;
  }

  /**
   * @param lowerCase the text in small letters
   * @returns the numbers of all texts that are the same in small letters, 0 for the empty text
   */
  of(lowerCase: string): readonly number[] {
    if (lowerCase === '') return [0];
    this.#grow();
    const isLike = (number: number): boolean => this.#texts.textOf(number).toLowerCase() === lowerCase;
    const found = this.#others.filter(isLike);
    const hash = hashOf(lowerCase);
    if (hash === NO_HASH) return found;
    const mask = this.#slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const number = this.#slots[at] ?? 0;
      if (number === 0) return found;
      if (isLike(number)) found.push(number);
    }
  }

  #grow(): void {
    const { size } = this.#texts;
    if (size === this.#known) return;
    let from = this.#known;
    if (2 * size > this.#slots.length) {
      this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(3 * size)));
      this.#others.length = 0;
      from = 1;
    }
    for (let number = from; number < size; number++) this.#add(number);
    this.#known = size;
  }

  #add(number: number): void {
    const hash = this.#texts.hashAt?.(number) ?? hashOf(this.#texts.textOf(number));
    if (hash === NO_HASH) {
      this.#others.push(number);
      return;
    }
    const mask = this.#slots.length - 1;
    let at = hash & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = number;
  }
}
