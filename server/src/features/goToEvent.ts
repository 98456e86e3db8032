import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { type EventInLog, type Question, readGoTo } from '../core';
import { type Answers, NO_ANSWERS } from '../events/answers';
import { eventBeside } from '../events/eventBeside';
import { eventsAtClock, eventsWithId } from '../events/goTo';
import type { MergedEvents } from '../events/mergedEvents';
import { cancelled, drain } from '../host/cooperate';
import { type FoundEvent, type FoundEvents, GoToEventRequest } from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';

/** A list that somebody looks through for one event. */
const MOST = 50;
const MOST_ASKED = 1000;

/** From an id or a time, wherever somebody has it from, to the event: over everything that is known, in every service. */
export function register({ connection, events, platform }: ServerContext): Disposable {
  return connection.onRequest(GoToEventRequest, async ({ text, limit }, token): Promise<FoundEvents> => {
    const merged = await events.now(token);
    const asked = readGoTo(typeof text === 'string' ? text : '');
    const most = typeof limit === 'number' && limit >= 1 ? Math.min(Math.floor(limit), MOST_ASKED) : MOST;
    const { id, from, clock } = asked;
    const byId = id === undefined ? NO_ANSWERS : await done(eventsWithId(merged, id, most), token);
    const byTime =
      from !== undefined
        ? await events.earliest(merged, since(from), most, token)
        : clock !== undefined
          ? await done(eventsAtClock(merged, clock, most), token)
          : NO_ANSWERS;
    const last = from !== undefined && byTime.total === 0 ? await lastEvent(merged, token) : undefined;
    return {
      of: events.totals(merged).events,
      isRead: id !== undefined || from !== undefined || clock !== undefined,
      ids: told(merged, byId),
      ...(from !== undefined && { from }),
      times: told(merged, byTime),
      ...(last && { last: foundOf(merged, last) }),
    };
  });

  async function done<T extends object>(work: Generator<void, T>, token: CancellationToken): Promise<T> {
    const found = await drain(work, platform, token, () => undefined);
    if (found === undefined) throw cancelled();
    return found;
  }

  /** Of those whose time can be read. */
  async function lastEvent(merged: MergedEvents, token: CancellationToken): Promise<EventInLog | undefined> {
    const end = { time: Number.MAX_VALUE, log: 0, index: 0 };
    const { event } = await done(
      eventBeside(merged, { services: 'all', isForward: false, from: end, picks: [] }),
      token,
    );
    return event && (merged.speaking(event) ?? event);
  }
}

function told(merged: MergedEvents, { events, total }: Answers): FoundEvents['ids'] {
  return { events: events.map((event) => foundOf(merged, event)), total };
}

function foundOf(merged: MergedEvents, event: EventInLog): FoundEvent {
  const { eventSource, eventID, requestID } = event.facts;
  return { ...itemOf(merged, event), eventSource, eventID, requestID };
}

function since(from: string): Question {
  return { kind: 'field', field: 'time', values: [{ kind: 'time', from, to: undefined }] };
}
