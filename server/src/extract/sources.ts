/** What the extractor reads, from the first byte on. */
export interface Source {
  /** The most bytes that are still to come: at least four, or all of them. */
  readonly left: number;
  /**
   * Puts the next bytes.
   *
   * @param into has room for four bytes, or for all that are left
   * @returns how many these are
   */
  put(into: Uint8Array): number;
}

/** A text of which the bytes are at hand. */
export class BytesSource implements Source {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  put(into: Uint8Array): number {
    const part = this.#bytes.subarray(this.#at, this.#at + into.length);
    into.set(part);
    this.#at += part.length;
    return part.length;
  }
}

const MOST_BYTES_OF_UNIT = 3;
/** Half of a character of two units, without the other half. UTF-8 has no bytes for it, and `TextEncoder` writes another character. */
const HALF = /\p{Surrogate}/u;
/** A byte that UTF-8 does not have, so that a text with such a half is taken for what it is. */
const NO_UTF8 = 0xff;

/** A text that is at hand as a string, whose bytes are made part by part. */
export class TextSource implements Source {
  readonly #text: string;
  readonly #encoder = new TextEncoder();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get left(): number {
    return MOST_BYTES_OF_UNIT * (this.#text.length - this.#at);
  }

  put(into: Uint8Array): number {
    const part = this.#text.slice(this.#at, this.#endOfPart(into.length));
    const { read, written } = this.#encoder.encodeInto(part, into);
    if (written !== read && HALF.test(part)) into[0] = NO_UTF8;
    this.#at += read;
    return written;
  }

  /** A part does not end inside of a character. */
  #endOfPart(most: number): number {
    const end = Math.min(this.#text.length, this.#at + most);
    return end < this.#text.length && (this.#text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
  }
}
