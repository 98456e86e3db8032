import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { type ActionGroup, type EventFacts, type EventInLog, eventDetails, groupKeyOf, listed } from '../core';
import { recordAt, recordIndexAt } from '../documents/analysis';
import type { EventLog } from '../documents/eventLog';
import { isPosition } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import { fileKey } from '../wire/fileKey';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventGroup,
  type EventGroups,
  EventGroupsRequest,
  type EventItem,
  type EventPage,
  EventPageRequest,
  type EventPlace,
  type Position,
  type Services,
} from '../wire/protocol';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';
import { statusOf } from './logStatus';

const PAGE = 1000;

/** The events of open logs and inspected places, by action and in time order: what the tree shows. */
export function register({ connection, documents, inspected, events, views, platform }: ServerContext): Disposable {
  const handlers = [
    connection.onRequest(EventGroupsRequest, async ({ services }, token): Promise<EventGroups> => {
      const merged = await events.now(token);
      return {
        revision: merged.revision,
        logs: (await documents.all(token)).map(statusOf),
        groups: merged.groups(servicesOf(services)).map(groupTold),
        others: merged.others,
        places: inspected.places.map((place) => place.told()),
      };
    }),
    connection.onRequest(EventPageRequest, async ({ groupKey, services, offset, limit }, token) => {
      const from = countOf(offset, 0);
      return pageOf(await events.now(token), servicesOf(services), groupKey, from, from + countOf(limit, PAGE));
    }),
    connection.onRequest(EventDetailsRequest, async ({ uri, index }, token) => {
      const at = countOf(index, -1);
      const analysis = await documents.newest(uri, token);
      const record = analysis ? recordAt(analysis, at) : await inspected.record(uri, at, token);
      return record === undefined ? null : { markdown: eventDetails(record, zone(platform.timeZone)) };
    }),
    connection.onRequest(EventAtRequest, async ({ uri, position, services }, token) => {
      const record = isPosition(position) ? await recordUnder(uri, position, token) : undefined;
      const merged = await events.now(token);
      return record === undefined ? null : placeOf(merged, servicesOf(services), record);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** The record at a place of an open document; of a view that does not count, the record of its log. */
  async function recordUnder(uri: string, position: Position, token: CancellationToken): Promise<Place | undefined> {
    const analysis = await documents.asSeen(uri, token);
    if (analysis === undefined) return undefined;
    const offset = analysis.text.offsetAt(position);
    const view = readViewUri(uri);
    if (view === undefined || (await documents.all(token)).includes(analysis)) {
      return { uri, index: recordIndexAt(analysis, offset) };
    }
    const made = await views.of(uri, token);
    return made === undefined || 'failure' in made
      ? undefined
      : { uri: made.log.analysis.uri, index: made.places.recordAt(offset) };
  }
}

/** A record of a log, if there is one at the place that was asked for. */
interface Place {
  readonly uri: string;
  readonly index: number | undefined;
}

/** Without its events, which are not even looked for: nobody may ever open the group. */
function groupTold(group: ActionGroup): EventGroup {
  const { key, action, eventSource, service, count, failed, malformed, first, last, weight } = group;
  return { key, action, eventSource, service, count, failed, malformed, first, last, weight };
}

function pageOf(merged: MergedEvents, services: Services, key: string, from: number, to: number): EventPage {
  const events = merged.group(services, key)?.events ?? [];
  const page = events.slice(from, to).map((event) => itemOf(merged, event));
  return { revision: merged.revision, total: events.length, events: page };
}

/** A record that only repeats an event stands where the event is listed. */
function placeOf(merged: MergedEvents, services: Services, { uri, index }: Place): EventPlace | null {
  const key = fileKey(uri);
  const log = merged.logs.findIndex((each) => fileKey(each.uri) === key);
  const here = factsIn(merged.logs[log]?.facts ?? [], index);
  const event = here && merged.speaking({ log, facts: here });
  const group = event && merged.group(services, groupKeyOf(event.facts));
  if (event === undefined || group === undefined) return null;
  const position = group.events.indexOf(event);
  return position < 0 ? null : { groupKey: group.key, position, item: itemOf(merged, event) };
}

function factsIn(all: Iterable<EventFacts>, index: number | undefined): EventFacts | undefined {
  for (const facts of all) if (facts.index === index) return facts;
  return undefined;
}

function itemOf(merged: MergedEvents, event: EventInLog): EventItem {
  const source = logOf(merged, event);
  const { log: _, ...item } = listed(event, merged.entities);
  const isCall = event.facts.endpoint === undefined;
  const copies = merged.otherCopies(event).map((copy) => ({
    uri: logOf(merged, copy).uri,
    index: copy.facts.index,
    ...(isCall && copy.facts.endpoint !== undefined && { endpoint: copy.facts.endpoint }),
  }));
  return { uri: source.uri, range: source.rangeOf(event.facts), copies, ...item };
}

function logOf({ logs }: MergedEvents, { log }: EventInLog): EventLog {
  const found = logs[log];
  if (found === undefined) throw new Error('An event of a log that is not among those that are looked at.');
  return found;
}

function servicesOf(services: unknown): Services {
  return services === 'all' ? 'all' : 'workmail';
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : otherwise;
}

function zone(timeZone: string | undefined): { timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}
