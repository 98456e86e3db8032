import type { CancellationToken, Disposable } from 'vscode-languageserver';
import {
  type ActionGroup,
  anyOf,
  eventDetails,
  groupKeyOf,
  isOfWorkMail,
  parseQuestion,
  type QuestionProblem,
} from '../core';
import { recordAt } from '../documents/analysis';
import { isPosition } from '../documents/lsp';
import type { MergedEvents, Picked } from '../events/mergedEvents';
import {
  EventAtRequest,
  EventDetailsRequest,
  type EventGroup,
  type EventGroups,
  EventGroupsRequest,
  type EventPage,
  EventPageRequest,
  type EventPlace,
  type Services,
} from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';
import { statusOf } from './logStatus';
import { type PlaceUnder, placeUnder } from './placeUnder';

const PAGE = 1000;

/** The events of open logs and inspected places, by action and in time order: what the tree shows. */
export function register(context: ServerContext): Disposable {
  const { connection, documents, inspected, events, platform } = context;
  const handlers = [
    connection.onRequest(EventGroupsRequest, async ({ services, where }, token): Promise<EventGroups> => {
      const answer = await answerTo(where, servicesOf(services), token);
      const { merged, picked } = answer;
      const groups = merged.groups('all', picked);
      const answered = answeredOf(answer, groups);
      return {
        revision: merged.revision,
        logs: (await documents.all(token)).map(statusOf),
        groups: groups.filter((group) => isShown(answer, group)).map(groupTold),
        others: groups.reduce((sum, group) => (isOfWorkMail(group) ? sum : sum + group.count), 0),
        ...(answered && { answered }),
        places: inspected.places.map((place) => place.told()),
      };
    }),
    connection.onRequest(EventPageRequest, async ({ groupKey, services, where, offset, limit }, token) => {
      const from = countOf(offset, 0);
      return pageOf(await answerTo(where, servicesOf(services), token), groupKey, from, from + countOf(limit, PAGE));
    }),
    connection.onRequest(EventDetailsRequest, async ({ uri, index }, token) => {
      const at = countOf(index, -1);
      const analysis = await documents.newest(uri, token);
      const record = analysis ? recordAt(analysis, at) : await inspected.record(uri, at, token);
      return record === undefined ? null : { markdown: eventDetails(record, zone(platform.timeZone)) };
    }),
    connection.onRequest(EventAtRequest, async ({ uri, position, services, where }, token) => {
      const record = isPosition(position) ? await placeUnder(context, uri, position, token) : undefined;
      const answer = await answerTo(where, servicesOf(services), token);
      return record === undefined ? null : placeOf(answer, record);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  /** What a question picks of all events there are; all of them where none is asked. */
  async function answerTo(where: unknown, services: Services, token: CancellationToken): Promise<Answer> {
    const merged = await events.now(token);
    if (typeof where !== 'string' || where.trim() === '') return { merged, services, picked: undefined, problems: [] };
    const { question, problems } = parseQuestion(where);
    // A question that can't be read is not what somebody meant.
    const asked = problems.length > 0 ? anyOf([]) : question;
    const picked = await events.picked(merged, asked, problems.length > 0 ? '' : where, token);
    return { merged, services, picked, problems };
  }
}

/** Without its events, which are not even looked for: nobody may ever open the group. */
function groupTold(group: ActionGroup): EventGroup {
  const { key, action, eventSource, service, count, failed, malformed, first, last, weight } = group;
  return { key, action, eventSource, service, count, failed, malformed, first, last, weight };
}

/** The events that are asked for. */
interface Answer {
  readonly merged: MergedEvents;
  readonly services: Services;
  /** Absent where no question was asked. */
  readonly picked: Picked | undefined;
  readonly problems: readonly QuestionProblem[];
}

function isShown({ services }: Answer, group: ActionGroup): boolean {
  return services === 'all' || isOfWorkMail(group);
}

function answeredOf(
  { merged, picked, problems }: Answer,
  groups: readonly ActionGroup[],
): EventGroups['answered'] | undefined {
  if (picked === undefined) return undefined;
  return { events: groups.reduce((sum, { count }) => sum + count, 0), of: merged.count(), problems };
}

function pageOf({ merged, services, picked }: Answer, key: string, from: number, to: number): EventPage {
  const events = merged.group(services, key, picked)?.events ?? [];
  const page = events.slice(from, to).map((event) => itemOf(merged, event));
  return { revision: merged.revision, total: events.length, events: page };
}

/** A record that only repeats an event stands where the event is listed. */
function placeOf({ merged, services, picked }: Answer, { uri, index }: PlaceUnder): EventPlace | null {
  const here = index === undefined ? undefined : merged.eventIn(uri, index);
  const event = here && merged.speaking(here);
  const group = event && merged.group(services, groupKeyOf(event.facts), picked);
  if (event === undefined || group === undefined) return null;
  const position = group.events.indexOf(event);
  return position < 0 ? null : { groupKey: group.key, position, item: itemOf(merged, event) };
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
