import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { anyOf, askedFields, eventDetails, parseQuestion, type QuestionProblem } from '../core';
import { recordAt } from '../documents/analysis';
import { isPosition } from '../documents/lsp';
import type { AskedGroups } from '../events/allEvents';
import type { GroupedEvents } from '../events/groupedEvents';
import type { MergedEvents } from '../events/mergedEvents';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventGroups,
  EventGroupsRequest,
  type EventPage,
  EventPageRequest,
  type EventPlace,
} from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';
import { statusOf } from './logStatus';
import { type PlaceUnder, placeUnder } from './placeUnder';

const PAGE = 1000;

/** The events of open logs and inspected places, by what somebody groups them by and in time order: what the tree shows. */
export function register(context: ServerContext): Disposable {
  const { connection, documents, inspected, events, platform } = context;
  const handlers = [
    connection.onRequest(EventGroupsRequest, async (asked, token): Promise<EventGroups> => {
      const { merged, grouped, picked, problems } = await answerTo(asked, token);
      const { total, groups } = grouped.groups([], 0, countOf(asked.limit, PAGE));
      const { others, events: count } = events.totals(merged, picked);
      return {
        revision: merged.revision,
        logs: (await documents.all(token)).map(statusOf),
        groups,
        total,
        others,
        ...(picked && { answered: { events: count, of: events.totals(merged).events, problems } }),
        places: inspected.places.map((place) => place.told()),
      };
    }),
    connection.onRequest(EventPageRequest, async (asked, token) => {
      const from = countOf(asked.offset, 0);
      return pageOf(await answerTo(asked, token), pathOf(asked.path), from, from + countOf(asked.limit, PAGE));
    }),
    connection.onRequest(EventDetailsRequest, async ({ uri, index }, token) => {
      const at = countOf(index, -1);
      const analysis = await documents.newest(uri, token);
      const record = analysis ? recordAt(analysis, at) : await inspected.record(uri, at, token);
      return record === undefined ? null : { markdown: eventDetails(record, zone(platform.timeZone)) };
    }),
    connection.onRequest(EventAtRequest, async ({ uri, position, ...asked }, token) => {
      const record = isPosition(position) ? await placeUnder(context, uri, position, token) : undefined;
      const answer = await answerTo(asked, token);
      return record === undefined ? null : placeOf(answer, record);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** What a question picks of all events there are, in groups; all of them where none is asked. */
  async function answerTo({ where, services, by }: Asked, token: CancellationToken): Promise<Answer> {
    const merged = await events.now(token);
    const shown = { by: askedFields(by), services: services === 'all' ? ('all' as const) : ('workmail' as const) };
    if (typeof where !== 'string' || where.trim() === '') return answerOf(merged, shown, []);
    const { question, problems } = parseQuestion(where);
    // A question that can't be read is not what somebody meant.
    const asked = problems.length > 0 ? anyOf([]) : question;
    const picked = await events.picked(merged, asked, problems.length > 0 ? '' : where, token);
    return answerOf(merged, { ...shown, picked }, problems);
  }

  async function answerOf(
    merged: MergedEvents,
    asked: AskedGroups,
    problems: readonly QuestionProblem[],
  ): Promise<Answer> {
    return { merged, picked: asked.picked, problems, grouped: await events.grouped(merged, asked) };
  }
}

/** What a client asks for, of whatever type it may be. */
interface Asked {
  readonly where?: unknown;
  readonly services?: unknown;
  readonly by?: unknown;
}

/** The events that are asked for. */
interface Answer {
  readonly merged: MergedEvents;
  readonly grouped: GroupedEvents;
  /** Absent where no question was asked. */
  readonly picked: AskedGroups['picked'];
  readonly problems: readonly QuestionProblem[];
}

function pageOf({ merged, grouped }: Answer, path: readonly string[], from: number, to: number): EventPage {
  const { revision } = merged;
  if (path.length < grouped.depth) return { revision, ...grouped.groups(path, from, to), events: [] };
  const events = grouped.events(path);
  const page = events.slice(from, to).map((event) => itemOf(merged, event));
  return { revision, total: events.length, groups: [], events: page };
}

/** A record that only repeats an event stands where the event is listed. */
function placeOf({ merged, grouped }: Answer, { uri, index }: PlaceUnder): EventPlace | null {
  const here = index === undefined ? undefined : merged.eventIn(uri, index);
  const event = here && merged.speaking(here);
  const place = event && grouped.placeOf(event);
  return event === undefined || place === undefined ? null : { ...place, item: itemOf(merged, event) };
}

function countOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.floor(value) : otherwise;
}

function pathOf(path: unknown): readonly string[] {
  return Array.isArray(path) ? path.map(String) : [];
}

function zone(timeZone: string | undefined): { timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}
