import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  skipSpace,
} from '../characters';
import { closingQuote } from '../escapes';

/** An object or a list that stands open. */
export interface Frame {
  readonly isObject: boolean;
  /** Of its bracket. */
  readonly at: number;
  /** The key whose value it is, as it is written. */
  readonly key: string | undefined;
}

/** Deeper than this nobody is told the way. */
const MOST_FRAMES = 100_000;
const LONGEST_KEY = 200;

/**
 * What stands open around a place of a text, told by its brackets and strings alone: walked from the beginning to the end, each
 * character once. Whoever knows what stands between two places (an event) lets it be skipped. Damage can mislead it, so what it
 * says of damaged text is a guess.
 */
export class OuterStructure {
  readonly #text: string;
  readonly #open: Frame[] = [];
  #at = 0;
  /** Of the quote that opens the string in which the walk stands. */
  #string: number | undefined;
  #key: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where the walk stands. */
  get at(): number {
    return this.#at;
  }

  /** Of the quote of the string that holds the place; undefined outside of strings. */
  get string(): number | undefined {
    return this.#string;
  }

  /** The key whose value begins at the place or holds it, if it stands in an object. */
  get key(): string | undefined {
    return this.#key;
  }

  /** What stands open around the place, the innermost last. */
  get open(): readonly Frame[] {
    return this.#open;
  }

  /** The objects among it, the innermost first. */
  *objects(): Generator<Frame> {
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const frame = this.#open[index];
      if (frame?.isObject === true) yield frame;
    }
  }

  /** Walks on to a place; one that lies behind is left to be. */
  advance(to: number): void {
    const text = this.#text;
    let at = this.#at;
    if (this.#string !== undefined && at < to) at = this.#endString(at, to);
    while (at < to) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        this.#string = at;
        at = this.#endString(at + 1, to);
        continue;
      }
      if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#push(code === OPEN_BRACE, at);
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        this.#open.pop();
        this.#key = undefined;
      } else if (code === COMMA) this.#key = undefined;
      at++;
    }
    this.#at = Math.max(this.#at, to);
  }

  /** Passes over what is known to end as it begins: in a string, or as one value. What was met in it is forgotten. */
  skip(start: number, to: number): void {
    const inside = this.#open.findIndex(({ at }) => at >= start && at < to);
    if (inside >= 0) this.#open.splice(inside, this.#open.filter(({ at }) => at >= start && at < to).length);
    if (this.#at >= to) return;
    if (this.#string !== undefined && this.#string >= start) this.#string = undefined;
    this.#key = undefined;
    this.#at = to;
  }

  /** What was taken for a string is none: an object begins here. */
  leaveString(): void {
    this.#string = undefined;
  }

  #push(isObject: boolean, at: number): void {
    if (this.#open.length < MOST_FRAMES) this.#open.push({ isObject, at, key: this.#key });
    this.#key = undefined;
  }

  /** Behind the string that is open, or at `to` inside of it. */
  #endString(from: number, to: number): number {
    const text = this.#text;
    // The place at hand may lie between backslashes.
    let begin = from;
    while (begin > (this.#string ?? 0) + 1 && text.charCodeAt(begin - 1) === BACKSLASH) begin--;
    const quote = closingQuote(text, begin, to);
    const line = lineEnd(text, from, quote < 0 ? to : quote);
    if (line >= 0) {
      // No string goes on in the next line: a quote is lost, and the next line begins outside of strings.
      this.#string = undefined;
      return line + 1;
    }
    if (quote < 0) return to;
    const start = this.#string ?? quote;
    this.#string = undefined;
    const next = quote - start < LONGEST_KEY ? skipSpace(text, quote + 1, Math.min(text.length, quote + 40)) : -1;
    if (next >= 0 && text.charCodeAt(next) === COLON) this.#key = text.slice(start + 1, quote);
    return quote + 1;
  }
}

/** The first line break between two offsets; -1 where there is none. */
function lineEnd(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
  }
  return -1;
}
