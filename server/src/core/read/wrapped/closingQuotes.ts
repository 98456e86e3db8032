import { closingQuote } from '../escapes';

/**
 * Where strings of a text end, for those who ask it of many places in one long string: what was looked through once is not looked
 * through again.
 */
export class ClosingQuotes {
  readonly #text: string;
  /** Between the two no string ends, but at `found`. */
  #from = 0;
  #to = 0;
  #found = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The same as `closingQuote`. */
  next(from: number, limit: number): number {
    const isKnown = from >= this.#from && from <= this.#to;
    if (isKnown && this.#found >= from) return this.#found < limit ? this.#found : -1;
    if (isKnown && this.#found < 0 && limit <= this.#to) return -1;
    const begin = isKnown && this.#found < 0 ? Math.max(from, this.#to) : from;
    // A backslash before the place to go on from belongs to the quote behind it.
    const found = closingQuote(this.#text, this.#escapeBefore(begin, from), limit);
    this.#from = isKnown && this.#found < 0 ? this.#from : from;
    this.#to = found < 0 ? limit : found;
    this.#found = found;
    return found;
  }

  #escapeBefore(at: number, floor: number): number {
    let begin = at;
    while (begin > floor && this.#text[begin - 1] === '\\') begin--;
    return begin;
  }
}
