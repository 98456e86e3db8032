/**
 * What the characters of a position are counted in. Every client takes UTF-16, in which all offsets of this house are counted;
 * one that says it takes only another encoding is spoken to in that one.
 */
export const positionEncodings = ['utf-16', 'utf-8', 'utf-32'] as const;
export type PositionEncoding = (typeof positionEncodings)[number];

/** How far a text reaches in another encoding than UTF-16. */
export interface Measure {
  /** The length of the whole text. */
  readonly length: number;
  /** How much stands before an offset (UTF-16, zero based, in the text); inside a surrogate pair, before the pair. */
  before(offset: number): number;
  /** The offset before which so much stands, at most the length of the text; of what is no border, the one before it. */
  offsetOf(count: number): number;
}

/** So many UTF-16 units are counted anew when somebody asks. */
const STEP = 1024;

/**
 * Measures a text once, in time in proportion to its length; what is asked then costs the same wherever it lies.
 *
 * @param text does not begin or end between the halves of a surrogate pair. A lone half counts as what it is sent as: U+FFFD
 * @returns undefined where the text reaches as far as in UTF-16
 */
export function measured(text: string, encoding: PositionEncoding): Measure | undefined {
  if (encoding === 'utf-16' || !WIDER[encoding].test(text)) return undefined;
  const widthAt = encoding === 'utf-8' ? bytesAt : codePointsAt;
  const marks = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    if (at % STEP === 0) marks[at / STEP] = length;
    length += widthAt(text, at);
  }
  if (text.length % STEP === 0) marks[text.length / STEP] = length;
  return {
    length,
    before(offset) {
      let count = marks[Math.floor(offset / STEP)] ?? 0;
      for (let at = offset - (offset % STEP); at < offset; at++) count += widthAt(text, at);
      return count;
    },
    offsetOf(count) {
      let at = lastNotAbove(marks, count) * STEP;
      let reached = marks[at / STEP] ?? 0;
      while (at < text.length && reached + widthAt(text, at) <= count) reached += widthAt(text, at++);
      return isTrailOfPair(text, at) ? at - 1 : at;
    },
  };
}

/** Characters that take another number of units than in UTF-16. */
const WIDER: Readonly<Record<Exclude<PositionEncoding, 'utf-16'>, RegExp>> = {
  'utf-8': /[^\0-\x7f]/,
  'utf-32': /[\ud800-\udfff]/,
};

/** Bytes of the character whose UTF-16 unit stands at an offset; those of a pair count with its second half. */
function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isLeadOfPair(text, at)) return 0;
  return isTrailOfPair(text, at) ? 4 : 3;
}

function codePointsAt(text: string, at: number): number {
  return isLeadOfPair(text, at) ? 0 : 1;
}

function isLeadOfPair(text: string, at: number): boolean {
  return isLead(text.charCodeAt(at)) && isTrail(text.charCodeAt(at + 1));
}

function isTrailOfPair(text: string, at: number): boolean {
  return isTrail(text.charCodeAt(at)) && isLead(text.charCodeAt(at - 1));
}

/** Whether a UTF-16 unit is the first half of a surrogate pair. */
export function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether a UTF-16 unit is the second half of a surrogate pair. */
export function isTrail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The last of some numbers in ascending order that is at most `limit`, the first of which is. */
function lastNotAbove(sorted: Uint32Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle;
  }
  return low;
}
