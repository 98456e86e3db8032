import type { Pattern } from './question';

/** What a text is held against; the text is given in lower case. */
export type TextTest = (lowerCase: string) => boolean;

/** What stands between two `*`, in lower case. */
interface Segment {
  /** Code units, with `ANY_UNIT` for each `?`. */
  readonly units: readonly number[];
  /** The same as text; undefined where there is a `?`. */
  readonly literal: string | undefined;
}

const ANY_UNIT = -1;
const NOTHING: Segment = { units: [], literal: '' };

/**
 * Whether a text as a whole fits a pattern, whatever the case of the letters. For a given pattern the time is linear in the length
 * of the text: between two `*` the first place that fits is as good as any later one.
 */
export function wholeFits(pattern: Pattern): TextTest {
  const [first = NOTHING, ...others] = segmentsOf(pattern);
  const last = others.pop();
  if (last === undefined) return (text) => text.length === first.units.length && fitsAt(text, first, 0);
  return (text) => {
    const lastStart = text.length - last.units.length;
    if (lastStart < first.units.length || !fitsAt(text, first, 0) || !fitsAt(text, last, lastStart)) return false;
    const end = endOfAll(text, others, first.units.length);
    return end !== undefined && end <= lastStart;
  };
}

/** Whether a part of a text fits a pattern. */
export function partFits(pattern: Pattern): TextTest {
  const segments = segmentsOf(pattern);
  return (text) => endOfAll(text, segments, 0) !== undefined;
}

/** The one text that fits a pattern without wildcards; undefined where there are some. */
export function literalOf({ parts }: Pattern): string | undefined {
  let text = '';
  for (const part of parts) {
    if ('wildcard' in part) return undefined;
    text += part.literal;
  }
  return text;
}

function segmentsOf({ parts }: Pattern): readonly Segment[] {
  const segments: Segment[] = [];
  let units: number[] = [];
  const close = (): void => {
    const literal = units.includes(ANY_UNIT) ? undefined : units.map((unit) => String.fromCharCode(unit)).join('');
    segments.push({ units, literal });
    units = [];
  };
  for (const part of parts) {
    if ('literal' in part) {
      const lower = part.literal.toLowerCase();
      for (let at = 0; at < lower.length; at++) units.push(lower.charCodeAt(at));
    } else if (part.wildcard === '?') units.push(ANY_UNIT);
    else close();
  }
  close();
  return segments;
}

/** Where the last of the segments ends if each takes the first place behind the one before it. */
function endOfAll(text: string, segments: readonly Segment[], start: number): number | undefined {
  let end = start;
  for (const segment of segments) {
    const found = placeOf(text, segment, end);
    if (found === -1) return undefined;
    end = found + segment.units.length;
  }
  return end;
}

function placeOf(text: string, segment: Segment, start: number): number {
  if (segment.literal !== undefined) return text.indexOf(segment.literal, start);
  for (let at = start; at + segment.units.length <= text.length; at++) {
    if (fitsAt(text, segment, at)) return at;
  }
  return -1;
}

function fitsAt(text: string, { units, literal }: Segment, start: number): boolean {
  if (literal !== undefined) return text.startsWith(literal, start);
  if (start + units.length > text.length) return false;
  return units.every((unit, at) => unit === ANY_UNIT || unit === text.charCodeAt(start + at));
}
