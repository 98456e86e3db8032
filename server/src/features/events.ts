import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { type Analysis, factsAt, recordAt, recordIndexAt } from '../analysis';
import type { ServerContext } from '../context';
import { eventDetails, groupKeyOf, listed, type PlacedFacts, unreadableKey } from '../core';
import { statusOf } from '../logStatus';
import { isPosition, rangeOf } from '../lsp';
import { OpenEvents } from '../openEvents';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventGroups,
  EventGroupsRequest,
  type EventItem,
  type EventPage,
  EventPageRequest,
  type EventPlace,
  type Services,
} from '../protocol';

const PAGE = 1000;

/** The events of the open logs, by action and in time order: what the tree shows. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  let last = new OpenEvents([], -1);
  const openEvents = async (token: CancellationToken): Promise<OpenEvents> => {
    const logs = await documents.all(token);
    if (last.revision !== documents.revision) last = new OpenEvents(logs, documents.revision);
    return last;
  };
  const handlers = [
    connection.onRequest(EventGroupsRequest, async ({ services }, token) =>
      groupsIn(await openEvents(token), servicesOf(services)),
    ),
    connection.onRequest(EventPageRequest, async ({ groupKey, services, offset, limit }, token) => {
      const from = countOf(offset, 0);
      return pageOf(await openEvents(token), servicesOf(services), groupKey, from, from + countOf(limit, PAGE));
    }),
    connection.onRequest(EventDetailsRequest, async ({ uri, index }, token) => {
      const analysis = await documents.newest(uri, token);
      const record = analysis && recordAt(analysis, countOf(index, -1));
      return record === undefined ? null : { markdown: eventDetails(record, zone(platform.timeZone)) };
    }),
    connection.onRequest(EventAtRequest, async ({ uri, position, services }, token) => {
      const analysis = isPosition(position) ? await documents.asSeen(uri, token) : undefined;
      const index = analysis && recordIndexAt(analysis, analysis.text.offsetAt(position));
      if (analysis === undefined || index === undefined) return null;
      return placeOf(await openEvents(token), servicesOf(services), analysis, index);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}

function groupsIn(open: OpenEvents, services: Services): EventGroups {
  let others = 0;
  for (const { facts } of open.all()) {
    if (facts.service === 'other' && groupKeyOf(facts) !== unreadableKey) others++;
  }
  return {
    revision: open.revision,
    logs: open.logs.map(statusOf),
    groups: open.groups(services).map(({ events: _, ...group }) => group),
    others,
    places: [],
  };
}

function pageOf(open: OpenEvents, services: Services, key: string, from: number, to: number): EventPage {
  const group = open.group(services, key);
  const events = group === undefined ? [] : open.inOrder(group);
  const page = events.slice(from, to).map((event) => itemOf(open, event));
  return { revision: open.revision, total: events.length, events: page };
}

function placeOf(open: OpenEvents, services: Services, analysis: Analysis, index: number): EventPlace | null {
  const log = open.logs.indexOf(analysis);
  const facts = factsAt(analysis, index);
  const group = log < 0 || facts === undefined ? undefined : open.group(services, groupKeyOf(facts));
  if (group === undefined) return null;
  const events = open.inOrder(group);
  const position = events.findIndex((event) => event.log === log && event.facts.index === index);
  const event = events[position];
  return event === undefined ? null : { groupKey: group.key, position, item: itemOf(open, event) };
}

function itemOf(open: OpenEvents, event: PlacedFacts): EventItem {
  const analysis = open.logs[event.log];
  if (analysis === undefined) throw new Error('An event of a log that is not among the open ones.');
  const { log: _, ...item } = listed(event, open.entities);
  return { uri: analysis.uri, range: rangeOf(analysis.text, event.facts), copies: [], ...item };
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
