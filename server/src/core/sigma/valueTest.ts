import { parseTime } from '../check/parseTime';
import { addressNamed, isWithin, rangeNamed } from '../explain/values/addresses';
import type { Scalar } from './test';

/** What a value of a record is asked, once it is there. */
export type ValueTest = (value: Scalar) => boolean;

/** Relations between numbers, by the modifiers that name them. */
export const relations = {
  lt: (value: number, limit: number) => value < limit,
  lte: (value: number, limit: number) => value <= limit,
  gt: (value: number, limit: number) => value > limit,
  gte: (value: number, limit: number) => value >= limit,
} as const;

export type Relation = keyof typeof relations;

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

/** A number, or a text that writes one: not a number for everything else. */
function numberIn(value: Scalar): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : Number.NaN;
}

export function relationTest(relation: Relation, limit: number): ValueTest {
  return (value) => relations[relation](numberIn(value), limit);
}

/** A number of a rule stands for the same number and for its own text: an account id is a text, whatever its digits. */
export function numberTest(number: number, source: string): ValueTest {
  return (value) => (typeof value === 'number' ? value === number : String(value) === source);
}

/** Whether a value is an address in a range, IPv4 or IPv6; undefined for what is no range. */
export function rangeTest(text: string): ValueTest | undefined {
  const range = rangeNamed(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  if (range === undefined) return undefined;
  return (value) => {
    const address = typeof value === 'string' ? addressNamed(value) : undefined;
    return address !== undefined && isWithin(address, range);
  };
}

const DAY = 86_400_000;

/** Parts of a moment, UTC; a week is that of ISO 8601. */
export const timeParts = {
  minute: (time: Date) => time.getUTCMinutes(),
  hour: (time: Date) => time.getUTCHours(),
  day: (time: Date) => time.getUTCDate(),
  week: (time: Date) => {
    // The week is that of its Thursday.
    const thursday = new Date(time.getTime() + (4 - (time.getUTCDay() || 7)) * DAY);
    return 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY));
  },
  month: (time: Date) => time.getUTCMonth() + 1,
  year: (time: Date) => time.getUTCFullYear(),
} as const;

export type TimePart = keyof typeof timeParts;

/** Asks a part of the moment that a value names; what names none does not answer. */
export function timePartTest(part: TimePart, test: ValueTest): ValueTest {
  return (value) => {
    const moment = typeof value === 'boolean' ? undefined : parseTime(value);
    return moment !== undefined && test(timeParts[part](new Date(moment.ms)));
  };
}
