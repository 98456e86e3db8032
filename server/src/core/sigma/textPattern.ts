import type { Work } from './work';

/** A part of a text that is looked for. `dash`: any character that people write before an option of a command. */
export type PatternPart = { readonly text: string } | 'any' | 'one' | 'dash';

/** `-`, `/`, and the dashes of typographers. */
const DASHES = '-/\u2013\u2014\u2015';

/**
 * Reads a value of a rule: `*` stands for any characters and `?` for one, if no backslash stands before them. A backslash before
 * another one or before a wildcard is none itself; before everything else it is.
 */
export function patternOf(value: string): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  let text = '';
  const close = (): void => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  for (let at = 0; at < value.length; at++) {
    const character = value[at] ?? '';
    const next = value[at + 1];
    if (character === '\\' && (next === '*' || next === '?' || next === '\\')) {
      text += next;
      at++;
    } else if (character === '*' || character === '?') {
      close();
      parts.push(character === '*' ? 'any' : 'one');
    } else text += character;
  }
  close();
  return parts;
}

/** The text that a pattern without wildcards is; undefined for one with some. */
export function plainTextOf(parts: readonly PatternPart[]): string | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') return undefined;
    text += part.text;
  }
  return text;
}

/** Puts a `dash` in the place of every `-` and `/` with which a word begins, as in `cmd -x /y`. */
export function withDashes(parts: readonly PatternPart[]): readonly PatternPart[] {
  const changed: PatternPart[] = [];
  let before = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      changed.push(part);
      before = '';
      continue;
    }
    let text = '';
    for (let at = 0; at < part.text.length; at++) {
      const character = part.text[at] ?? '';
      const isOption =
        (character === '-' || character === '/') && !isOfWord(before) && isOfWord(part.text[at + 1] ?? '');
      if (isOption) {
        if (text !== '') changed.push({ text });
        changed.push('dash');
        text = '';
      } else text += character;
      before = character;
    }
    if (text !== '') changed.push({ text });
  }
  return changed;
}

function isOfWord(character: string): boolean {
  return /^\w/.test(character);
}

/** What stands between two `*`. */
interface Segment {
  /** Code units, `ONE` and `DASH`. */
  readonly units: readonly number[];
  /** The same as text; undefined where it is none. */
  readonly literal: string | undefined;
}

const ONE = -1;
const DASH = -2;
const NOTHING: Segment = { units: [], literal: '' };

/**
 * Whether a text as a whole fits a pattern. Between two `*` the first place that fits is as good as any later one, so the time is
 * that of the text times the longest segment with a `?` at most, and `work` is told of it.
 */
export function fits(parts: readonly PatternPart[], isCased: boolean, work: Work): (text: string) => boolean {
  const [first = NOTHING, ...others] = segmentsOf(parts, isCased);
  const last = others.pop();
  const asked = isCased ? (text: string): string => text : (text: string): string => text.toLowerCase();
  if (last === undefined)
    return first.literal === undefined
      ? (text) => text.length === first.units.length && fitsAt(asked(text), first, 0)
      : (text) => asked(text) === first.literal;
  const weight = Math.max(1, ...others.map(({ units, literal }) => (literal === undefined ? units.length : 1)));
  return (given) => {
    const text = asked(given);
    work.spend(text.length * weight);
    const lastStart = text.length - last.units.length;
    if (lastStart < first.units.length || !fitsAt(text, first, 0) || !fitsAt(text, last, lastStart)) return false;
    let end = first.units.length;
    for (const segment of others) {
      const found = placeOf(text, segment, end);
      if (found === -1) return false;
      end = found + segment.units.length;
    }
    return end <= lastStart;
  };
}

function segmentsOf(parts: readonly PatternPart[], isCased: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  let units: number[] = [];
  const close = (): void => {
    const isText = units.every((unit) => unit >= 0);
    segments.push({ units, literal: isText ? units.map((unit) => String.fromCharCode(unit)).join('') : undefined });
    units = [];
  };
  for (const part of parts) {
    if (part === 'any') close();
    else if (typeof part === 'string') units.push(part === 'one' ? ONE : DASH);
    else {
      const text = isCased ? part.text : part.text.toLowerCase();
      for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
    }
  }
  close();
  return segments;
}

function placeOf(text: string, segment: Segment, start: number): number {
  if (segment.literal !== undefined) return text.indexOf(segment.literal, start);
  for (let at = start; at + segment.units.length <= text.length; at++) if (fitsAt(text, segment, at)) return at;
  return -1;
}

function fitsAt(text: string, { units, literal }: Segment, start: number): boolean {
  if (literal !== undefined) return text.startsWith(literal, start);
  if (start + units.length > text.length) return false;
  return units.every((unit, at) => {
    if (unit === ONE) return true;
    return unit === DASH ? DASHES.includes(text[start + at] ?? ' ') : unit === text.charCodeAt(start + at);
  });
}
