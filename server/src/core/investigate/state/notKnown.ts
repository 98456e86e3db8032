import { stateSchema } from '../../../generated/state';
import type { Act } from '../act';
import { byText } from '../order';
import { isoSecond } from '../utcText';
import type { Entry } from './course';
import type { Table } from './stateSchema';
import type { Organization, Unknown, Why } from './unknown';

/** What sentences are made from. */
export interface Known {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly unknown: readonly Unknown[];
  /** The time of the last event; undefined where none has one. */
  readonly end: number | undefined;
}

/** So many events are named for one reason; of the others only how many there are is told. */
const MOST_NAMED = 20;

/**
 * What the log leaves open at a moment, in sentences. Values of the log in them are not escaped.
 *
 * @param entries those of that moment
 */
export function notKnownAt(
  { organizations, unknown, end }: Known,
  time: number,
  entries: readonly Entry[],
): readonly string[] {
  if (end === undefined || organizations.size === 0) return ['These logs hold no event of a WorkMail organization.'];
  const ordered = Array.from(organizations.values()).sort((left, right) => byText(left.id, right.id));
  // What is removed later and was made before the log was there at this moment, too.
  const told = unknown.filter(
    ({ kind, act: { row } }) => kind === 'older' || Number.isNaN(row.time) || row.time <= time,
  );
  const tables = new Set(entries.map(({ table }) => table));
  return [
    ...(time > end ? [`The log ends at ${isoSecond(end)}. What happened later is not in it.`] : []),
    ...ordered.flatMap((organization) => beforeLog(organization, time)),
    ...grouped(told).map(sentence),
    ...Array.from(tables).flatMap(({ note }) => note ?? []),
  ];
}

function beforeLog({ id, first, begun, listed }: Organization, time: number): readonly string[] {
  const begins = isoSecond(first);
  if (time < first)
    return begun
      ? [`${id}: the organization was made at ${begins}, after this moment.`]
      : [`${id}: its first event happened at ${begins}, after this moment. How things were before is not in the log.`];
  if (begun) return [];
  const tables = Array.from(stateSchema().tables.values()).filter(
    (table) => table.scope !== 'account' && (listed.get(table) ?? Number.POSITIVE_INFINITY) > time,
  );
  const titles = tables.map(({ title }) => title).join(', ');
  return [
    `${id}: its first event happened at ${begins}. What was set before and not touched since is not in the log: ${titles}.`,
  ];
}

/** Things that are told in one sentence. */
interface Group {
  readonly scope: string;
  readonly tables: readonly Table[];
  readonly why: Why | 'changed' | 'removed' | 'gone' | 'sameSecond';
  /** Events, each with the keys of what it is about. */
  readonly events: string[];
  count: number;
}

function grouped(unknown: readonly Unknown[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const each of unknown) {
    const { scope, tables } = each;
    const why = each.kind === 'notFollowed' ? each.why : each.kind === 'older' ? each.what : each.kind;
    const key = JSON.stringify([scope, why, tables.map(({ rank }) => rank)]);
    const group = groups.get(key) ?? { scope, tables, why, events: [], count: 0 };
    groups.set(key, group);
    group.count++;
    if (group.events.length < MOST_NAMED) group.events.push(wordsOf(each));
  }
  return Array.from(groups.values());
}

function wordsOf(each: Unknown): string {
  const words = eventWords(each.act, each.kind === 'notFollowed' ? [] : each.keys);
  return each.kind === 'sameSecond' ? `${words} rather than ${eventWords(each.beside, [])}` : words;
}

function eventWords({ row }: Act, keys: readonly (string | null)[]): string {
  const about = keys.flatMap((key) => key ?? []).join(', ');
  const call = row.action === '' ? 'a call whose name can’t be read' : row.action;
  const when = row.eventTime === '' ? 'at an unknown time' : `of ${row.eventTime}`;
  return `${call} ${when}${about === '' ? '' : ` on ${about}`} (eventID ${row.eventID === '' ? 'unknown' : row.eventID})`;
}

function sentence({ scope, tables, why, events, count }: Group): string {
  const about = tables.map(({ title }) => title).join(', ');
  const more = count > events.length ? ` and ${count - events.length} more` : '';
  const named = `${events.join('; ')}${more}`;
  const where = [scope, about].filter((text) => text !== '').join(', ');
  return `${where === '' ? 'Somewhere' : where}: ${MEANINGS[why]} ${named}.`;
}

const MEANINGS: Readonly<Record<Group['why'], string>> = {
  changed: 'what is changed here was made before the log begins, or its record is missing:',
  removed: 'what is removed here was made before the log begins, or its record is missing:',
  gone: 'an answer does not show it any more, and no call in the log removed it:',
  sameSecond: 'nothing tells which of these calls of one second came last; told is how things are if it was:',
  damaged: 'not followed, since the record is damaged:',
  hidden: 'not followed, since the log hides what was asked:',
  leftOut: 'not followed, since the parameters were too large for the log:',
  missing: 'not followed, since the record does not say what the call was about:',
  noParameters: 'not followed, since the record has no parameters:',
  partHidden: 'followed, but the log hides some of the values, which are null:',
  timeless: 'not followed, since the time can’t be read:',
  unknownAction: 'not followed, since nobody knows what such a call does:',
};
