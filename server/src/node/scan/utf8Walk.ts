/** A stretch of bytes, the end exclusive. */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
  /** All of its characters are ASCII. */
  readonly isAscii: boolean;
}

/** Of four bytes those that belong to no ASCII character. */
const HIGH_BITS = 0x80808080;

/**
 * Where stretches of a text, known by their UTF-16 units, stand among its bytes. Goes over the bytes once, four at a time where they are
 * ASCII, so that a few foreign letters do not make a text of two bytes a character of all of a log.
 */
export class Utf8Walk {
  readonly #bytes: Uint8Array;
  /** The bytes from the first multiple of four in their memory on, four in a number. */
  readonly #words: Int32Array;
  readonly #firstWord: number;
  #byte = 0;
  #unit = 0;
  #last: { readonly start: number; readonly end: number; readonly span: ByteSpan } | undefined;

  /** @param bytes whole UTF-8 */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#firstWord = -bytes.byteOffset & 3;
    const words = Math.max(0, bytes.length - this.#firstWord) >>> 2;
    this.#words =
      words === 0 ? new Int32Array(0) : new Int32Array(bytes.buffer, bytes.byteOffset + this.#firstWord, words);
  }

  /** @returns undefined for a stretch before the last one that was asked for */
  span(start: number, end: number): ByteSpan | undefined {
    const last = this.#last;
    if (last?.start === start && last.end === end) return last.span;
    if (start < this.#unit) return undefined;
    const from = this.#goTo(start);
    const to = this.#goTo(end);
    // Every other character takes more bytes than units.
    const span = { from, to, isAscii: to - from === end - start };
    this.#last = { start, end, span };
    return span;
  }

  #goTo(target: number): number {
    const words = this.#words;
    let byte = this.#byte;
    let unit = this.#unit;
    while (unit < target && byte < this.#bytes.length) {
      const word = byte - this.#firstWord;
      if ((word & 3) === 0 && target - unit >= 4 && ((words[word >> 2] ?? HIGH_BITS) & HIGH_BITS) === 0) {
        byte += 4;
        unit += 4;
        continue;
      }
      const lead = this.#bytes[byte] ?? 0;
      byte += lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      unit += lead < 0xf0 ? 1 : 2;
    }
    this.#byte = byte;
    this.#unit = unit;
    return byte;
  }
}
