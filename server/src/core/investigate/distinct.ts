import { sameId } from '../check/eventId';
import { byPlace, byText, type EventInLog } from './order';

/**
 * What tells two events apart: their eventID, since trails deliver the same event more than once and exports overlap.
 * Name and time are asked too, because examples and anonymised logs give one made-up eventID to different events. A record
 * without an eventID is an event of its own.
 */
export function distinctKey({ log, facts }: EventInLog): string {
  const { eventName, eventTime, index } = facts;
  const eventID = sameId(facts.eventID);
  // The lengths tell where one text ends: the texts are a stranger's and may hold any separator.
  return eventID === ''
    ? `at ${log} ${index}`
    : `${eventID.length} ${eventName.length} ${eventID}${eventName}${eventTime}`;
}

/** What a `distinctKey` says: the place of a record without an eventID, or what tells its event apart. */
export function readDistinctKey(
  key: string,
):
  | { readonly log: number; readonly index: number }
  | { readonly eventID: string; readonly eventName: string; readonly eventTime: string }
  | undefined {
  const place = /^at (\d+) (\d+)$/.exec(key);
  if (place !== null) return { log: Number(place[1]), index: Number(place[2]) };
  const lengths = /^(\d+) (\d+) /.exec(key);
  if (lengths === null) return undefined;
  const texts = key.slice(lengths[0].length);
  const name = Number(lengths[1]);
  const time = name + Number(lengths[2]);
  return { eventID: texts.slice(0, name), eventName: texts.slice(name, time), eventTime: texts.slice(time) };
}

/** Orders the copies of one event: the first one speaks for all. A whole copy says more than a damaged one. */
export function byWholeness(left: EventInLog, right: EventInLog): number {
  return damage(left) - damage(right) || byPlace(left, right);
}

/** All copies of every event, the speaking one first; events in the order of their keys. */
export function copiesOf(events: Iterable<EventInLog>): readonly (readonly EventInLog[])[] {
  const copies = new Map<string, EventInLog[]>();
  for (const event of events) {
    const key = distinctKey(event);
    const known = copies.get(key);
    if (known === undefined) copies.set(key, [event]);
    else known.push(event);
  }
  return Array.from(copies)
    .sort(([left], [right]) => byText(left, right))
    .map(([, same]) => same.sort(byWholeness));
}

function damage({ facts }: EventInLog): number {
  if (facts.malformed === null) return 0;
  return facts.malformed === 'schema' ? 1 : 2;
}
