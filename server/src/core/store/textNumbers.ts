/** Texts by number, as far as they are looked through. */
interface Numbered {
  readonly size: number;
  textOf(number: number): string;
  /** Whether a text of ASCII alone is this one in small letters, for tables that know it without making the text. */
  isLike?(number: number, lowerCase: string): boolean;
  /** Writes what `hashOf` gives for the texts of some numbers, for tables that know it without making the texts. */
  putHashes?(from: number, to: number, into: Int32Array): void;
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
  let all = 0;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    all |= code;
    hash = Math.imul(hash ^ (FOLDED[code] ?? 0), 0x01000193);
  }
  return all > 0x7f ? NO_HASH : mixed(hash);
}

/** Whether a text of ASCII alone, in UTF-8, is a text in small letters. */
export function isLikeBytes(bytes: Uint8Array, start: number, end: number, lowerCase: string): boolean {
  if (end - start !== lowerCase.length) return false;
  for (let at = start; at < end; at++) if (FOLDED[bytes[at] ?? 0] !== lowerCase.charCodeAt(at - start)) return false;
  return true;
}

/** What `folded` gives for a byte: which letters are large ones, no processor can foretell. */
const FOLDED = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, code) => folded(code));

function folded(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code | 0x20 : code;
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 1;
}

/** The bits of a slot that are a number: hardly any table has more texts. */
const NUMBER = 2 ** 24 - 1;

/** The others, from the highest bits of a hash. */
function tagOf(hash: number): number {
  return ((hash >>> 23) << 24) >>> 0;
}

/** So many texts are added at once. */
const STEP = 8192;

/**
 * Finds texts of a table by what they say, whatever the case of their letters. A table only grows, and what it has grown by is added
 * when somebody asks, or before: 6 to 11 bytes a text.
 */
export class TextNumbers {
  readonly #texts: Numbered;
  /** Numbers, at the place that their hash gives or behind it, each with the highest bits of its hash before it; 0 where there is none. */
  #slots = new Uint32Array(1024);
  /** Those of texts without a hash, and of those that have no room in a slot. */
  readonly #others: number[] = [];
  #known = 1;
  #hashes = new Int32Array(0);

  constructor(texts: Numbered) {
    this.#texts = texts;
  }

  /**
   * @param lowerCase the text in small letters
   * @returns the numbers of all texts that are the same in small letters, 0 for the empty text
   */
  of(lowerCase: string): readonly number[] {
    if (lowerCase === '') return [0];
    while (this.grow());
    const found = this.#others.filter((number) => this.#texts.textOf(number).toLowerCase() === lowerCase);
    const hash = hashOf(lowerCase);
    if (hash === NO_HASH) return found;
    const mask = this.#slots.length - 1;
    const tag = tagOf(hash);
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = this.#slots[at] ?? 0;
      if (slot === 0) return found;
      // Most texts that stand there by chance are told by a few bits, without a look at them.
      if ((slot & ~NUMBER) >>> 0 === tag && this.#isLike(slot & NUMBER, lowerCase)) found.push(slot & NUMBER);
    }
  }

  #isLike(number: number, lowerCase: string): boolean {
    const texts = this.#texts;
    return texts.isLike?.(number, lowerCase) ?? texts.textOf(number).toLowerCase() === lowerCase;
  }

  /** The numbers of all texts that are not of ASCII alone. */
  unlikeBytes(): readonly number[] {
    while (this.grow());
    return this.#others;
  }

  /** Adds some of the texts that are not known yet, in less than a thousandth of a second or two. @returns whether there may be more */
  grow(): boolean {
    const { size } = this.#texts;
    if (size <= this.#known) {
      this.#hashes = new Int32Array(0);
      return false;
    }
    if (4 * size > 3 * this.#slots.length) {
      this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2((4 * size) / 3)));
      this.#others.length = 0;
      this.#known = 1;
    }
    const to = Math.min(size, this.#known + STEP);
    this.#add(this.#known, to);
    this.#known = to;
    return true;
  }

  #add(from: number, to: number): void {
    if (this.#hashes.length < STEP) this.#hashes = new Int32Array(STEP);
    const hashes = this.#hashes;
    if (this.#texts.putHashes !== undefined) this.#texts.putHashes(from, to, hashes);
    else for (let number = from; number < to; number++) hashes[number - from] = hashOf(this.#texts.textOf(number));
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let number = from; number < to; number++) {
      const hash = hashes[number - from] ?? NO_HASH;
      if (hash === NO_HASH || number > NUMBER) {
        this.#others.push(number);
        continue;
      }
      let at = hash & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = number + tagOf(hash);
    }
  }
}
