import { parseTime } from './parseTime';

/** Of `YYYY-MM-DDTHH:MM:SSZ`. */
const LENGTH = 20;
const DIGITS = [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18];
const DASH = 0x2d;
const COLON = 0x3a;
const ZERO = 0x30;

/**
 * The moment that an eventTime names, in milliseconds since 1970 and to the second, which is as exact as CloudTrail is;
 * undefined for a text that names none. Every genuine record writes `YYYY-MM-DDTHH:MM:SSZ`; tools that have had a record in
 * their hands write the same moment in other ways, see `parseTime`.
 */
export function eventTimeMs(text: string): number | undefined {
  // Asked of every record, so a time as CloudTrail writes it is read without expressions.
  if (hasForm(text)) return genuineTime(text);
  const moment = parseTime(text);
  return moment && Math.floor(moment.ms / 1000) * 1000;
}

function genuineTime(text: string): number | undefined {
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // `Date.UTC` takes smaller years for those of the last century.
  if (year < 100 || hour > 23 || minute > 59 || second > 59) return undefined;
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  if (day >= 1 && day <= 28 && month >= 1 && month <= 12) return ms;
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : undefined;
}

/** Whether a text has the form that CloudTrail gives a time, be it one that exists or not. */
export function hasForm(text: string): boolean {
  if (text.length !== LENGTH) return false;
  const code = (at: number): number => text.charCodeAt(at);
  if (code(4) !== DASH || code(7) !== DASH || code(10) !== 0x54) return false;
  if (code(13) !== COLON || code(16) !== COLON || code(19) !== 0x5a) return false;
  for (const at of DIGITS) if (code(at) < ZERO || code(at) > ZERO + 9) return false;
  return true;
}

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}
