/** Where one word stands in some bytes, place after place. Each stretch of the bytes is looked through once. */
export class Places {
  /** The next place; infinite when there is none. */
  next: number;
  readonly #bytes: Buffer;
  readonly #word: Buffer;

  constructor(bytes: Buffer, word: Buffer) {
    this.#bytes = bytes;
    this.#word = word;
    this.next = this.#from(0);
  }

  /** Goes on to the place behind the next one. */
  pass(): void {
    this.next = this.#from(this.next + this.#word.length);
  }

  #from(start: number): number {
    const at = this.#bytes.indexOf(this.#word, start);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  }
}

/** Whether a word stands at a place; false where the bytes begin or end before. */
export function standsAt(bytes: Buffer, word: Buffer, at: number): boolean {
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word[index]) return false;
  }
  return true;
}
