import { isWholeEvent } from './continued';
import { isCloudTrailRecord, namesAnEvent } from './evidence';
import { isOtherValue } from './otherValue';
import type { Slice } from './slice';
import { tableBetween } from './tables/tableBetween';
import type { Embedded } from './wrapped/embedded';
import { eventsIn, isSound } from './wrapped/textEvents';

/**
 * What the walk over a log in one of CloudTrail's own forms passes over: lists under other keys, texts, objects of other programs
 * between its records. Whole events can stand there, too.
 */

/**
 * Whether an object that stands where a record may is none: it is whole, and at most one of its keys is a field of the envelope, or it
 * is a message of another service, which has fields that are called the same.
 */
export function isOtherObject({ value, damages }: Slice): boolean {
  return value !== undefined && damages.length === 0 && isOtherValue(value);
}

/** A name of an event's fields in a string. */
const IN_STRING = /\\"event\w+\\+"\s*:/;

/** Whether an object that stands where a record may is damaged and none, but for the whole events that stand in a text of it. */
export function isAroundText(text: string, { start, end, value, damages }: Slice): boolean {
  if (damages.length === 0 || isCloudTrailRecord(value) || !IN_STRING.test(text.slice(start, end))) return false;
  return eventsPassedOver(text, start, end).length > 0;
}

/** No event is shorter. */
const SHORTEST = 60;

/** Whether a stretch of a log is long enough for an event. */
export function mayHoldEvent(from: number, to: number): boolean {
  return to - from >= SHORTEST;
}

/** The whole events in a stretch of a log, with offsets of the log. */
export function eventsPassedOver(text: string, from: number, to: number): readonly Embedded[] {
  const stretch = text.slice(from, to);
  if (!namesAnEvent(stretch)) return [];
  // What is left of two events can look like one, but for the fields of both ends.
  const events = eventsIn(stretch).filter((event) => isSound(event) && isWholeEvent(event.value));
  if (events.length === 0) return tableBetween(text, { start: from, end: to })?.events ?? [];
  return events.map((event) => ({ ...event, start: from + event.start, end: from + event.end }));
}
