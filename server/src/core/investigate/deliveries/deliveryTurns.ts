import { parseArn } from '../../explain/values/arn';
import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { type Course, type Entry, entryAt, type Version } from '../state/course';
import type { History } from '../state/history';
import type { Channel } from './channel';
import { organizationIn } from './organizationIn';
import type { Turn } from './turn';

/** After a delivery is deleted, its source mostly is as well. Milliseconds. */
const SOON = 600_000;

/** All that was made of deliveries of logs: of WorkMail's, and of those of which no call tells whose they are. */
export function deliveryTurns(history: History, acts: readonly Act[]): readonly Turn[] {
  const ends: Ends = {
    sources: byPlace(history.coursesOf('deliverySources')),
    destinations: byPlace(history.coursesOf('deliveryDestinations')),
  };
  const known = history.coursesOf('logDeliveries').flatMap((course) => turnsOf(course, ends));
  const deleted = acts.filter(({ call, row }) => call.action === 'DeleteDeliverySource' && row.outcome === 'succeeded');
  const unseen = history.unknown.flatMap((each) => {
    if (each.kind !== 'older' || each.what !== 'removed' || each.tables[0]?.name !== 'logDeliveries') return [];
    const { act, scope, keys } = each;
    const at = deleted.findIndex((other) => isSoonAfter(act, other));
    const [source] = at < 0 ? [] : deleted.splice(at, 1);
    const name = textOf(source?.contents.requestParameters?.name);
    const whose = whoseLog(ends.sources.get(JSON.stringify([scope, name])), name, source?.row.time ?? Number.NaN);
    return whose === undefined ? [] : [{ ...whose, act, channel: keys[0] ?? '', is: undefined, isMade: false }];
  });
  return [...known, ...unseen];
}

/** What stands at both ends of deliveries, by account and name. */
interface Ends {
  readonly sources: ReadonlyMap<string, Course>;
  readonly destinations: ReadonlyMap<string, Course>;
}

function byPlace(courses: readonly Course[]): ReadonlyMap<string, Course> {
  return new Map(courses.map((course) => [JSON.stringify([course.scope, course.keys[0]]), course]));
}

function isSoonAfter(act: Act, other: Act): boolean {
  const later = other.row.time - act.row.time;
  return later >= 0 && later <= SOON && other.actorKey === act.actorKey && other.row.account === act.row.account;
}

function turnsOf({ scope, keys, versions }: Course, ends: Ends): readonly Turn[] {
  const turns: Turn[] = [];
  const channel = keys[0] ?? '';
  let before: Entry | undefined;
  for (const [nth, { by: act, entry, time, at }] of versions.entries()) {
    const name = textOf((entry ?? before)?.values.get('deliverySourceName'));
    const source = ends.sources.get(JSON.stringify([scope, name]));
    const whose = whoseLog(source, name, time);
    const destination = destinationOf(entry, scope, ends);
    const is = entry && { ...channelOf(entry, before, scope), place: placeAt(destination, time) };
    if (whose !== undefined) turns.push({ ...whose, act, channel, is, isMade: act.call.action === 'CreateDelivery' });
    if (is !== undefined) {
      const until = versions[nth + 1]?.at ?? Number.POSITIVE_INFINITY;
      turns.push(...turnsBetween({ whose, channel, is }, { name, source, destination }, at, until));
    }
    before = entry;
  }
  return turns;
}

type Whose = Pick<Turn, 'logType' | 'organizationId' | 'arn' | 'source'>;

/** A source that is made another log's delivers that one from then on, and a destination that is made another place's delivers there. */
function turnsBetween(
  start: { readonly whose: Whose | undefined; readonly channel: string; readonly is: Channel },
  { name, source, destination }: Readonly<Record<'source' | 'destination', Course | undefined>> & { name: string },
  from: number,
  until: number,
): readonly Turn[] {
  const isBetween = ({ at, entry }: Version): boolean => entry !== undefined && at > from && at < until;
  const changes = [...(source?.versions ?? []), ...(destination?.versions ?? [])].filter(isBetween);
  const turns: Turn[] = [];
  let { whose, is } = start;
  const { channel } = start;
  for (const { by: act, entry, time } of changes.sort((left, right) => left.at - right.at)) {
    if (entry?.table.name === 'deliverySources') {
      const next = whoseLog(source, name, time);
      if (JSON.stringify(next) === JSON.stringify(whose)) continue;
      // Of one that nobody knew before, it is told now whose it is.
      if (whose !== undefined && whose.logType !== '')
        turns.push({ ...whose, act, channel, is: undefined, isMade: false });
      if (next !== undefined) turns.push({ ...next, act, channel, is, isMade: true });
      whose = next;
    } else {
      const place = textOf(entry?.values.get('destinationResourceArn'));
      if (place === is.place) continue;
      const isMoved = is.place !== '';
      is = { ...is, place };
      if (whose !== undefined && isMoved) turns.push({ ...whose, act, channel, is, isMade: false });
    }
  }
  return turns;
}

/** The destination that a delivery names, if it is one of the same account. */
function destinationOf(entry: Entry | undefined, scope: string, { destinations }: Ends): Course | undefined {
  const arn = textOf(entry?.values.get('deliveryDestinationArn'));
  const name = /:delivery-destination:(.+)$/.exec(arn)?.[1] ?? '';
  return destinations.get(JSON.stringify([parseArn(arn)?.account || scope, name]));
}

/** What no call has told by then, the first one tells that comes later. */
function placeAt(destination: Course | undefined, time: number): string {
  if (destination === undefined) return '';
  const entry = entryAt(destination, time) ?? destination.versions.find((version) => version.entry)?.entry;
  return textOf(entry?.values.get('destinationResourceArn'));
}

function channelOf({ values }: Entry, before: Entry | undefined, account: string): Omit<Channel, 'place'> {
  return {
    fields: fieldsIn(values.get('recordFields')),
    before: fieldsIn(before?.values.get('recordFields')),
    to: textOf(values.get('deliveryDestinationArn')),
    account,
  };
}

/** Whose log a source is, as it was told last before a moment; undefined where it is another service's. */
function whoseLog(course: Course | undefined, source: string, time: number): Whose | undefined {
  const told = course?.versions.filter((version) => version.entry !== undefined && version.time <= time).at(-1);
  const values = (told?.entry ?? (course && entryAt(course, time)))?.values;
  const arn = textOf(values?.get('resourceArn'));
  if (arn === '') return { logType: '', organizationId: '', arn, source };
  const organizationId = organizationIn(arn);
  if (organizationId === undefined) return undefined;
  return { logType: textOf(values?.get('logType')), organizationId, arn, source };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function fieldsIn(value: JsonValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter((each): each is string => typeof each === 'string');
}
