import type { JsonValue } from '../record';

/** A moment as a record writes it. */
export interface Moment {
  /** Milliseconds since 1970, UTC. */
  readonly ms: number;
  /** What is taken for granted because the text does not say it. */
  readonly assumed: string | undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Java leaves out seconds that are zero; databases write a space, a fraction, `UTC` or no zone at all. */
const EXTENDED =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?:\s?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?$/;
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
/** Java writes it so, newer versions with a narrow space before AM and PM. */
const AMERICAN = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? (\d{1,2}):(\d\d):(\d\d)[ \u202f](AM|PM)$/;

/**
 * Reads a time in any form that CloudTrail records hold, or that tools give it: ISO 8601 extended or basic, an American date,
 * or a number of seconds or milliseconds since 1970. Without a zone it is UTC. Days that do not exist are no time.
 */
export function parseTime(value: JsonValue): Moment | undefined {
  if (typeof value === 'number') return fromNumber(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const iso = EXTENDED.exec(value) ?? BASIC.exec(value);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second = '0', fraction = '', zone] = iso;
    const ms = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
    const assumed = zone === undefined && EXTENDED.test(value) ? 'No time zone is written; AWS writes UTC.' : undefined;
    return ms === undefined
      ? undefined
      : { ms: ms + Number(fraction.padEnd(3, '0').slice(0, 3)) - offset(zone), assumed };
  }
  const american = AMERICAN.exec(value);
  if (american === null) return undefined;
  const [, month = '', day, year, hour, minute, second, half] = american;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const ms = utc(Number(year), MONTHS.indexOf(month) + 1, Number(day), hours, Number(minute), Number(second));
  return ms === undefined ? undefined : { ms, assumed: 'No time zone is written; AWS writes UTC.' };
}

/** Whether a text has one of these forms, be it a time that exists or not. */
export function looksLikeTime(text: string): boolean {
  return text.length <= 40 && (EXTENDED.test(text) || BASIC.test(text) || AMERICAN.test(text));
}

function fromNumber(value: number): Moment | undefined {
  // The year 1973 in milliseconds is the year 5138 in seconds: nothing in a log lies between.
  const inSeconds = value < 1e11;
  const ms = Math.round(inSeconds ? value * 1000 : value);
  if (!(ms > 0 && ms <= 8.64e15)) return undefined;
  return { ms, assumed: `Written as ${inSeconds ? 'seconds' : 'milliseconds'} since the beginning of 1970.` };
}

function utc(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  // `Date.UTC` takes smaller years for those of the last century.
  const exists =
    year >= 100 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return exists ? ms : undefined;
}

function offset(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + (zone.length > 3 ? Number(zone.slice(-2)) : 0);
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** What stands between the numbers of `YYYY-MM-DDTHH:MM:SSZ`, and where. */
const BETWEEN: readonly (readonly [place: number, code: number])[] = [
  [4, 0x2d],
  [7, 0x2d],
  [10, 0x54],
  [13, 0x3a],
  [16, 0x3a],
  [19, 0x5a],
];

/**
 * The same for the one form that CloudTrail itself writes, for those who read a million of them.
 *
 * @param bytes of a text in which 20 characters from `at` on are the time
 * @returns undefined for every other form, whatever it means
 */
export function secondsTime(bytes: ArrayLike<number>, at: number): number | undefined {
  for (const [place, code] of BETWEEN) {
    if (bytes[at + place] !== code) return undefined;
  }
  const year = 100 * twoDigits(bytes, at) + twoDigits(bytes, at + 2);
  const [month, day] = [twoDigits(bytes, at + 5), twoDigits(bytes, at + 8)];
  const [hour, minute, second] = [twoDigits(bytes, at + 11), twoDigits(bytes, at + 14), twoDigits(bytes, at + 17)];
  // Nearly every time is one that no calendar needs to be asked about. A place without digits is in no range.
  const isPlain = month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour < 24 && minute < 60 && second < 60;
  return isPlain && year >= 100
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : utc(year, month, day, hour, minute, second);
}

/** The number that two characters write; not a number where one of them is no digit. */
function twoDigits(bytes: ArrayLike<number>, at: number): number {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? 10 * tens + ones : Number.NaN;
}
