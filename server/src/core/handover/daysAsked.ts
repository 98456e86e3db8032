import type { Question } from '../query/question';
import { timeNamed } from '../query/timeNamed';

/** A stretch of time in milliseconds since 1970, from inclusive, to exclusive; infinite where nothing bounds it. */
export interface Hull {
  readonly from: number;
  readonly to: number;
}

const EVERYTHING: Hull = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const NOTHING: Hull = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
export const DAY = 86_400_000;

/** A stretch outside of which nothing answers a question. */
export function hullOf(question: Question): Hull {
  switch (question.kind) {
    case 'all':
      return question.of.map(hullOf).reduce(both, EVERYTHING);
    case 'any':
      return question.of.map(hullOf).reduce(either, NOTHING);
    case 'field':
      return question.field === 'time' || question.field === 'after' || question.field === 'before'
        ? question.values.map((value) => hullOfTime(question.field, value)).reduce(either, NOTHING)
        : EVERYTHING;
    default:
      return EVERYTHING;
  }
}

type Value = Extract<Question, { kind: 'field' }>['values'][number];

function hullOfTime(field: string, value: Value): Hull {
  if (value.kind !== 'time') return EVERYTHING;
  const first = value.from === undefined ? EVERYTHING.from : (timeNamed(value.from)?.first ?? EVERYTHING.from);
  const end = value.to === undefined ? EVERYTHING.to : (timeNamed(value.to)?.end ?? EVERYTHING.to);
  if (field === 'after') return { from: first, to: EVERYTHING.to };
  return field === 'before' ? { from: EVERYTHING.from, to: first } : { from: first, to: end };
}

function both(left: Hull, right: Hull): Hull {
  return { from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) };
}

function either(left: Hull, right: Hull): Hull {
  return { from: Math.min(left.from, right.from), to: Math.max(left.to, right.to) };
}

/** A day in UTC: `2026-03-01`. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The last day on which something is delivered that happened before a moment: a log is late by hours at most. */
export function lastDelivery(to: number): string {
  return dayOf(to - 1 + DAY);
}

/** No more days are listed one by one. */
const MOST_DAYS = 400;

/**
 * The days on which logs were delivered that may hold answers: those of the question, or else of the events that answer here. Undefined
 * where neither says any, and where there are very many.
 *
 * @param answering days of events, `2026-03-01`
 */
export function deliveryDays({ from, to }: Hull, answering: Iterable<string>): readonly string[] | undefined {
  const days = new Set<string>();
  if (Number.isFinite(from) && Number.isFinite(to)) {
    if (to - from > MOST_DAYS * DAY) return undefined;
    for (let at = Math.floor(from / DAY) * DAY; at < to + DAY; at += DAY) days.add(dayOf(at));
  } else {
    for (const day of answering) {
      const at = Date.parse(`${day}T00:00:00Z`);
      if (Number.isNaN(at)) continue;
      days.add(day);
      days.add(dayOf(at + DAY));
    }
  }
  return days.size === 0 || days.size > MOST_DAYS ? undefined : [...days].sort();
}
