import type { JsonValue } from '../../record';
import type { Act } from '../act';
import { type Course, type Entry, entryAt } from '../state/course';
import type { History } from '../state/history';
import type { Channel } from './channel';
import { organizationIn } from './organizationIn';
import type { Turn } from './turn';

/** After a delivery is deleted, its source mostly is as well. Milliseconds. */
const SOON = 600_000;

/** All that was made of deliveries of logs: of WorkMail's, and of those of which no call tells whose they are. */
export function deliveryTurns(history: History, acts: readonly Act[]): readonly Turn[] {
  const sources = new Map(history.coursesOf('deliverySources').map((course) => [placeOf(course), course]));
  const known = history.coursesOf('logDeliveries').flatMap((course) => turnsOf(course, sources));
  const deleted = acts.filter(({ call, row }) => call.action === 'DeleteDeliverySource' && row.outcome === 'succeeded');
  const unseen = history.unknown.flatMap((each) => {
    if (each.kind !== 'older' || each.what !== 'removed' || each.tables[0]?.name !== 'logDeliveries') return [];
    const { act, scope, keys } = each;
    const at = deleted.findIndex((other) => isSoonAfter(act, other));
    const [source] = at < 0 ? [] : deleted.splice(at, 1);
    const name = textOf(source?.contents.requestParameters?.name);
    const whose = whoseLog(sources.get(JSON.stringify([scope, name])), name, source?.row.time ?? Number.NaN);
    return whose === undefined ? [] : [{ ...whose, act, channel: keys[0] ?? '', is: undefined, isMade: false }];
  });
  return [...known, ...unseen];
}

function isSoonAfter(act: Act, other: Act): boolean {
  const later = other.row.time - act.row.time;
  return later >= 0 && later <= SOON && other.actorKey === act.actorKey && other.row.account === act.row.account;
}

function turnsOf({ scope, keys, versions }: Course, sources: ReadonlyMap<string, Course>): readonly Turn[] {
  const turns: Turn[] = [];
  let before: Entry | undefined;
  for (const { by: act, entry, time } of versions) {
    const name = textOf((entry ?? before)?.values.get('deliverySourceName'));
    const whose = whoseLog(sources.get(JSON.stringify([scope, name])), name, time);
    if (whose !== undefined) {
      const is = entry === undefined ? undefined : channelOf(entry, before, scope);
      turns.push({ ...whose, act, channel: keys[0] ?? '', is, isMade: act.call.action === 'CreateDelivery' });
    }
    before = entry;
  }
  return turns;
}

function channelOf({ values }: Entry, before: Entry | undefined, account: string): Channel {
  return {
    fields: fieldsIn(values.get('recordFields')),
    before: fieldsIn(before?.values.get('recordFields')),
    to: textOf(values.get('deliveryDestinationArn')),
    account,
  };
}

/** Whose log a source is, as it was told last before a moment; undefined where it is another service's. */
function whoseLog(
  course: Course | undefined,
  source: string,
  time: number,
): Pick<Turn, 'logType' | 'organizationId' | 'arn' | 'source'> | undefined {
  const told = course?.versions.filter((version) => version.entry !== undefined && version.time <= time).at(-1);
  const values = (told?.entry ?? (course && entryAt(course, time)))?.values;
  const arn = textOf(values?.get('resourceArn'));
  if (arn === '') return { logType: '', organizationId: '', arn, source };
  const organizationId = organizationIn(arn);
  if (organizationId === undefined) return undefined;
  return { logType: textOf(values?.get('logType')), organizationId, arn, source };
}

function placeOf({ scope, keys }: Course): string {
  return JSON.stringify([scope, keys[0]]);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function fieldsIn(value: JsonValue | undefined): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter((each): each is string => typeof each === 'string');
}
