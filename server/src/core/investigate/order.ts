import type { EventFacts } from './facts';

/** An event and the log it stands in: zero-based position among the logs that are looked at together. */
export interface EventInLog {
  readonly log: number;
  readonly facts: EventFacts;
}

/**
 * Orders events as they happened: by eventTime, then by log, then by place in the log. Logs themselves are in no order of
 * time. Events whose time can't be read come last.
 */
export function byTime(left: EventInLog, right: EventInLog): number {
  const leftTime = left.facts.time ?? Number.POSITIVE_INFINITY;
  const rightTime = right.facts.time ?? Number.POSITIVE_INFINITY;
  // Infinity minus itself is not a number, so equality is asked first.
  return leftTime === rightTime ? byPlace(left, right) : leftTime - rightTime;
}

/** Orders events as they are read: by log, then by place in the log. */
export function byPlace(left: EventInLog, right: EventInLog): number {
  return left.log - right.log || left.facts.index - right.facts.index;
}

/** The same order of texts on every machine: by UTF-16 code unit, never by the language of the reader. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A sorted copy, in the order events happened. */
export function inTimeOrder(events: Iterable<EventInLog>): readonly EventInLog[] {
  return Array.from(events).sort(byTime);
}
