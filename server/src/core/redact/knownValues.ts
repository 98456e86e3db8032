import { escaped } from '../read/escapes';

/** Shorter texts stand in other words by chance, so nothing is before or behind them where they are found. */
const ALONE = 12;
/** So many characters are compared as one; what is longer is compared further. */
const HEAD = 64;
/** Shorter texts are looked for nowhere. */
const SHORTEST = 4;
const SLOTS = 1 << 20;

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
    let before = from > 0 ? classAt(text, from - 1) : SIGN;
    // Behind an escape a word begins, though a letter stands before it.
    let escapeEnd = escapeEndBefore(text, from);
    let next = from;
    for (let at = from; at + SHORTEST <= to; at++) {
      const code = text.charCodeAt(at);
      const behind = code < CLASSES.length ? (CLASSES[code] ?? SIGN) : LETTER;
      const isSame = before === behind;
      before = behind;
      if (code === BACKSLASH) escapeEnd = at + (text.charCodeAt(at + 1) === SMALL_U ? 6 : 2);
      else if (code === PERCENT) escapeEnd = at + 3;
      if (at < next || (isSame && behind !== SIGN && at !== escapeEnd)) continue;
      if (this.#filter[slotAt(text, at)] === 0) continue;
      const lengths = this.#lengths.get(text.slice(at, at + SHORTEST));
      const match = lengths && this.#matchAt(text, at, to, lengths, edgeAt(text, at));
      if (match === undefined) continue;
      found(at, at + match.spelling.length, match.value);
      next = at + match.spelling.length;
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
      (text.charCodeAt(at + 1) << 5) ^
      (text.charCodeAt(at + 2) << 10) ^
      (text.charCodeAt(at + 3) << 15)) &
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
  const before = at > 0 ? classAt(text, at - 1) : SIGN;
  const behind = at < text.length ? classAt(text, at) : SIGN;
  if (before === SIGN || behind === SIGN || escapeEndBefore(text, at) === at) return 'word';
  return before === behind ? 'none' : 'part';
}

const SIGN = 0;
const DIGIT = 1;
const LETTER = 2;

/** What a character below U+00C0 is; those above are taken for letters. */
const CLASSES: readonly number[] = Array.from({ length: 0xc0 }, (_, code) => {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a && code < 0x80 ? LETTER : SIGN;
});

function classAt(text: string, at: number): number {
  return CLASSES[text.charCodeAt(at)] ?? LETTER;
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const SMALL_U = 0x75;

/** Behind the escape of JSON or of a URL that ends at a place or reaches over it: it is no part of the word behind it. */
function escapeEndBefore(text: string, at: number): number {
  if (text.charCodeAt(at - 6) === BACKSLASH && text.charCodeAt(at - 5) === SMALL_U) return at;
  return text.charCodeAt(at - 2) === BACKSLASH || text.charCodeAt(at - 3) === PERCENT ? at : -1;
}
