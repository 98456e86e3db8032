import type { CancellationToken, Uri } from 'vscode';
import { type EventAt, EventsBehindRequest, SelectEventsRequest } from '../../../server/src/wire/protocol';
import type { FindingNode } from '../inquiries/nodes';
import type { LogServer } from '../logServer';
import { readLink, readQuery } from '../summary/links';
import type { EventsModel } from './model';
import { type GroupNode, pathOf } from './nodes';

/** Events that are to be exported, as they happened. */
export interface ChosenToExport {
  readonly events: readonly EventAt[];
  /** How many there are; more than `events` where they are too many. */
  readonly total: number;
}

/** Finds out which events are meant. Undefined when they are gone, or it was called off. */
export type ExportSource = (token: CancellationToken) => Promise<ChosenToExport | undefined>;

/** More are for the terminal, which writes them piece by piece: here the whole file lies in memory. */
export const MOST_EXPORTED = 100_000;
/** Events, or groups, that are asked for at once. */
const PAGE = 500;

/** All events of a group, those of the groups in it, each once; of no group, all that the tree shows. */
export function eventsOfGroup(model: EventsModel, node: GroupNode | undefined): ExportSource {
  return async (token) => {
    const events = new Map<string, EventAt & { readonly time: number }>();
    // Of no group, that of the outermost ones, which are all met before the first event.
    let total = node?.group.count ?? 0;
    const waiting: (readonly string[])[] = [pathOf(node)];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const inside: (readonly string[])[] = [];
      for (let offset = 0; ; offset += PAGE) {
        const page = await model.eventsOf(path, offset, PAGE, token);
        if (page === undefined) return undefined;
        for (const { uri, index, eventTime } of page.events)
          events.set(`${index} ${uri}`, { uri, index, time: Date.parse(eventTime ?? '') });
        for (const { key, count } of page.groups) {
          inside.push([...path, key]);
          if (path.length === 0) total += count;
        }
        if (events.size > MOST_EXPORTED) return { events: [], total };
        if (offset + PAGE >= page.total) break;
      }
      waiting.push(...inside.reverse());
    }
    const inTime = Array.from(events.values()).sort((one, other) => order(one.time, other.time));
    return { events: inTime.map(({ uri, index }) => ({ uri, index })), total: events.size };
  };
}

/** What has no time that can be read is last. */
function order(one: number, other: number): number {
  return Number.isNaN(one) || Number.isNaN(other)
    ? Number(Number.isNaN(one)) - Number(Number.isNaN(other))
    : one - other;
}

/** All events that carry a finding. */
export function eventsOfFinding(server: LogServer, { answer: { id }, finding, at }: FindingNode): ExportSource {
  const asked = { finding: { inquiry: id, at, summary: finding.summary }, limit: MOST_EXPORTED };
  return async (token) => (await server.ask(EventsBehindRequest, asked, token)) ?? undefined;
}

/** All events of a page of ours: of a list, though it shows the first of them alone, or of those that a number of a report stands for. */
export function eventsOfPage(server: LogServer, page: Uri): ExportSource | undefined {
  const link = readLink(page.path);
  const uris = readQuery(page.query)?.uris;
  if (link?.kind === 'trail') {
    const { question } = link;
    return async (token) =>
      (await server.ask(EventsBehindRequest, { question, limit: MOST_EXPORTED }, token)) ?? undefined;
  }
  if (link?.kind !== 'selection' || uris === undefined) return undefined;
  const { filter } = link;
  return async (token) => {
    const found = await server.ask(SelectEventsRequest, { uris, filter }, token);
    const events = found?.origins.map(({ uri, index }) => ({ uri, index }));
    return events && { events: events.slice(0, MOST_EXPORTED), total: events.length };
  };
}
