import { parseTime } from './parseTime';

const FORM = '....-..-..T..:..:..Z';
const ANY_DIGIT = 0x2e;
const ZERO = 0x30;

/**
 * The moment that an eventTime names, in milliseconds since 1970 and to the second, which is as exact as CloudTrail is;
 * undefined for a text that names none. Every genuine record writes `YYYY-MM-DDTHH:MM:SSZ`; tools that have had a record in
 * their hands write the same moment in other ways, see `parseTime`.
 */
export function eventTimeMs(text: string): number | undefined {
  if (hasForm(text)) return genuineTime(text);
  const moment = parseTime(text);
  return moment && Math.floor(moment.ms / 1000) * 1000;
}

/** Asked of every record, so it goes without expressions. */
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
  if (text.length !== FORM.length) return false;
  for (let at = 0; at < FORM.length; at++) {
    const wanted = FORM.charCodeAt(at);
    const code = text.charCodeAt(at);
    if (wanted === ANY_DIGIT ? code < ZERO || code > ZERO + 9 : code !== wanted) return false;
  }
  return true;
}

function twoDigits(text: string, at: number): number {
  return 10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;
}
