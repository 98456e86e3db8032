import type { Span } from '../../record';
import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import type { Embedded } from './embedded';
import { LOOKED_AT, placesOf } from './eventPlaces';
import { firstEvents } from './firstEvents';
import { readEmbedded } from './readEvent';

/** So much may be read of what turns out to be no event, however short a text is: a log can have many of them. */
const SPENT_ON_SHORT = 20_000;

/**
 * All events of a text that is a part of a log and is read like a log of its own: a cell of a table, what stands behind one.
 *
 * @returns in the order of the text, with offsets of the text
 */
export function eventsIn(text: string): readonly Embedded[] {
  const spend = 8 * text.length + SPENT_ON_SHORT;
  const first = firstEvents(text, LOOKED_AT, spend);
  if (first.events.length === 0) return [];
  const finding = placesOf(text, first, spend);
  let found = finding.next();
  while (!found.done) found = finding.next();
  return found.value.places
    .map(({ read, start, end, level }) => read ?? readEmbedded(text, start, end, level))
    .filter((read) => isEvent(read));
}

/** The same for a stretch of a log, with offsets of the log. */
export function eventsInStretch(text: string, { start, end }: Span): readonly Embedded[] {
  const events = eventsIn(text.slice(start, end));
  return events.map((event) => ({ ...event, start: start + event.start, end: start + event.end }));
}

/** Whether what was read is an event, be it damaged: what else a log holds is none of ours, well formed or not. */
export function isEvent({ value, source, damages }: Embedded): boolean {
  return isCloudTrailRecord(value) || (damages.length > 0 && namesAnEvent(source));
}

/** Whether an event is whole. */
export function isSound({ value, damages }: Embedded): boolean {
  return damages.length === 0 && isCloudTrailRecord(value);
}
