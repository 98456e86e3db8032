import { parseTime } from '../check/parseTime';

/** A stretch of time, in milliseconds since 1970 UTC: from inclusive, to exclusive. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

const FORM = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[Tt ](\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?[Zz]?$/;
/** What a year lacks to be a second. */
const FIRST_SECOND = '0000-01-01T00:00:00Z';
const HOUR = 3_600_000;

/**
 * The stretch of time that a text names in UTC: a year, month, day, hour, minute or second, such as `2026-03`, `2026-03-01` or
 * `2026-03-01T08:15`, with or without `Z`.
 *
 * @returns undefined for a text of another form, and for a day or hour that does not exist
 */
export function timeNamed(text: string): Stretch | undefined {
  const parts = FORM.exec(text);
  if (parts === null) return undefined;
  const written = plainTime(text);
  const first = parseTime(written + FIRST_SECOND.slice(written.length))?.ms;
  if (first === undefined) return undefined;
  const [, year = '', month, day, hour, minute, second] = parts;
  if (month === undefined) return { first, end: Date.UTC(Number(year) + 1, 0) };
  if (day === undefined) return { first, end: Date.UTC(Number(year), Number(month)) };
  const length = hour === undefined ? 24 * HOUR : minute === undefined ? HOUR : second === undefined ? 60_000 : 1000;
  return { first, end: first + length };
}

/** The one way in which questions are printed with a time that `timeNamed` takes. */
export function plainTime(text: string): string {
  return text.replace(/[Zz]$/, '').replace(/[t ]/, 'T');
}
