import { escaped } from '../read/escapes';

/** Shorter texts stand in other words by chance, so nothing is before or behind them where they are found. */
const ALONE = 12;
/** So many characters are compared as one; what is longer is compared further. */
const HEAD = 64;
/** Shorter texts are looked for nowhere. */
const SHORTEST = 4;
const SLOTS = 1 << 16;

/** A text as it may be written. */
interface Spelling {
  readonly spelling: string;
  readonly value: string;
}

/**
 * Finds texts of a list in another text: all of them in one pass, as they are, as JSON writes them and as URLs do.
 */
export class KnownValues {
  /** Of the first characters of each text, which occur at all. */
  readonly #filter = new Uint8Array(SLOTS);
  /** By the first four characters: how long texts are that begin so, the longest first. */
  readonly #lengths = new Map<string, number[]>();
  /** Spellings by their first 64 characters, with what they spell. */
  readonly #spellings = new Map<string, Spelling[]>();

  constructor(values: Iterable<string>) {
    for (const value of values) {
      if (value.length < SHORTEST) continue;
      for (const spelling of new Set([value, escaped(value), inUrl(value)])) this.#add(spelling, value);
    }
    for (const lengths of this.#lengths.values()) lengths.sort((a, b) => b - a);
  }

  get isEmpty(): boolean {
    return this.#lengths.size === 0;
  }

  /**
   * Finds them from left to right; of two that overlap the first, of two that begin together the longer.
   *
   * @param found told of each with its place, UTF-16 offsets of `text`
   */
  findIn(text: string, from: number, to: number, found: (start: number, end: number, value: string) => void): void {
    if (this.isEmpty) return;
    for (let at = from; at + SHORTEST <= to; at++) {
      const edge = edgeAt(text, at);
      if (edge === 'none' || this.#filter[slotAt(text, at)] === 0) continue;
      const lengths = this.#lengths.get(text.slice(at, at + SHORTEST));
      const match = lengths && this.#matchAt(text, at, to, lengths, edge);
      if (match === undefined) continue;
      found(at, at + match.spelling.length, match.value);
      at += match.spelling.length - 1;
    }
  }

  #matchAt(text: string, at: number, to: number, lengths: readonly number[], edge: Edge): Spelling | undefined {
    for (const length of lengths) {
      if (at + length > to || (length < ALONE && edge !== 'word')) continue;
      for (const each of this.#spellings.get(text.slice(at, at + length)) ?? []) {
        const end = at + each.spelling.length;
        if (end > to || (each.spelling.length > HEAD && !text.startsWith(each.spelling, at))) continue;
        const behind = edgeAt(text, end);
        if (behind === 'word' || (each.spelling.length >= ALONE && behind === 'part')) return each;
      }
    }
    return undefined;
  }

  #add(spelling: string, value: string): void {
    if (spelling.length < SHORTEST) return;
    const first = spelling.slice(0, SHORTEST);
    const head = spelling.slice(0, HEAD);
    this.#filter[slotAt(spelling, 0)] = 1;
    const lengths = this.#lengths.get(first);
    if (lengths === undefined) this.#lengths.set(first, [head.length]);
    else if (!lengths.includes(head.length)) lengths.push(head.length);
    const same = this.#spellings.get(head);
    if (same === undefined) this.#spellings.set(head, [{ spelling, value }]);
    else if (same.length < MOST_ALIKE) same.push({ spelling, value });
    else same[MOST_ALIKE - 1] = { spelling: head, value: head };
  }
}

/** Of texts that agree in their first 64 characters, so many are told apart; of more, what they agree in is found. */
const MOST_ALIKE = 32;

function slotAt(text: string, at: number): number {
  return (
    (text.charCodeAt(at) ^
      (text.charCodeAt(at + 1) << 3) ^
      (text.charCodeAt(at + 2) << 6) ^
      (text.charCodeAt(at + 3) << 9)) &
    (SLOTS - 1)
  );
}

function inUrl(text: string): string {
  // Halves of surrogate pairs have no form in URLs.
  return /[\ud800-\udfff]/u.test(text) ? text : encodeURIComponent(text);
}

/** Whether a word begins at a place, or at least its letters or digits do. */
type Edge = 'word' | 'part' | 'none';

function edgeAt(text: string, at: number): Edge {
  const before = classOf(text.charCodeAt(at - 1));
  const behind = classOf(text.charCodeAt(at));
  if (before === SIGN || behind === SIGN || isEscape(text, at)) return 'word';
  return before === behind ? 'none' : 'part';
}

const SIGN = 0;
const DIGIT = 1;
const LETTER = 2;

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code >= 0xc0 ? LETTER : SIGN;
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** Whether what stands before a place is an escape of JSON or of a URL, which is no part of the word behind it. */
function isEscape(text: string, at: number): boolean {
  if (text.charCodeAt(at - 2) === BACKSLASH) return true;
  if (text.charCodeAt(at - 3) === PERCENT) return true;
  return text.charCodeAt(at - 6) === BACKSLASH && text.charCodeAt(at - 5) === 0x75;
}
