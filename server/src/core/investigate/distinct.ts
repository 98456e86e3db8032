import { sameId } from '../check/eventId';
import type { EventFacts } from './facts';
import { byPlace, type EventInLog } from './order';

/** Begins what tells a record of WorkMail's own logs apart. */
const OWN = 'own ';

/**
 * What tells two events apart: their eventID, since trails deliver the same event more than once and exports overlap.
 * Name and time are asked too, because examples and anonymised logs give one made-up eventID to different events. Records of
 * WorkMail's own logs have no id, and are told apart by all that they say. Any other record without an eventID is an event of its own.
 */
export function distinctKey({ log, facts }: EventInLog): string {
  return keyOfEvent(facts) ?? (facts.content === undefined ? `at ${log} ${facts.index}` : `${OWN}${facts.content}`);
}

/** What tells an event that has an eventID apart from others, wherever it stands; undefined for one that has none. */
export function keyOfEvent({
  eventID,
  eventName,
  eventTime,
}: Pick<EventFacts, 'eventID' | 'eventName' | 'eventTime'>): string | undefined {
  const id = sameId(eventID);
  // The lengths tell where one text ends: the texts are a stranger's and may hold any separator.
  return id === '' ? undefined : `${id.length} ${eventName.length} ${id}${eventName}${eventTime}`;
}

/** What a `distinctKey` says: the place of a record that nothing tells apart, or what tells its event apart. */
export function readDistinctKey(
  key: string,
):
  | { readonly log: number; readonly index: number }
  | { readonly content: string }
  | { readonly eventID: string; readonly eventName: string; readonly eventTime: string }
  | undefined {
  const place = /^at (\d+) (\d+)$/.exec(key);
  if (place !== null) return { log: Number(place[1]), index: Number(place[2]) };
  if (key.startsWith(OWN)) return { content: key.slice(OWN.length) };
  const lengths = /^(\d+) (\d+) /.exec(key);
  if (lengths === null) return undefined;
  const texts = key.slice(lengths[0].length);
  const name = Number(lengths[1]);
  const time = name + Number(lengths[2]);
  return { eventID: texts.slice(0, name), eventName: texts.slice(name, time), eventTime: texts.slice(time) };
}

/**
 * Orders all records of one event: the first one speaks for all. What a service wrote says more than what a VPC endpoint saw of
 * it, and a whole copy more than a damaged one.
 */
export function byWholeness(left: EventInLog, right: EventInLog): number {
  return distance(left) - distance(right) || damage(left) - damage(right) || byPlace(left, right);
}

/** All copies of every event by its `distinctKey`, the speaking one first. */
export function copiesOf(events: Iterable<EventInLog>): ReadonlyMap<string, readonly EventInLog[]> {
  const copies = new Map<string, EventInLog[]>();
  for (const event of events) {
    const key = distinctKey(event);
    const known = copies.get(key);
    if (known === undefined) copies.set(key, [event]);
    else known.push(event);
  }
  for (const same of copies.values()) if (same.length > 1) same.sort(byWholeness);
  return copies;
}

function distance({ facts }: EventInLog): number {
  return facts.endpoint === undefined ? 0 : 1;
}

function damage({ facts }: EventInLog): number {
  if (facts.malformed === null) return 0;
  return facts.malformed === 'schema' ? 1 : 2;
}
