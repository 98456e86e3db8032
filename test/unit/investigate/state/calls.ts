/** Calls and states for tests: each test names only what it is about. */
import { type History, type JsonObject, replay, stateData } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { recordOf } from '../given';

export const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';

/** 2026-03-01T08:00:00Z and some minutes, in milliseconds. */
export function minute(minutes: number): number {
  return Date.UTC(2026, 2, 1, 8, minutes);
}

/** The same as CloudTrail writes it. */
export function timeText(minutes: number): string {
  return `${new Date(minute(minutes)).toISOString().slice(0, 19)}Z`;
}

/** A call in the organization that succeeded, some minutes after eight; its eventID is `e` with the minutes. */
export function call(
  minutes: number,
  eventName: string,
  asked: JsonObject | null,
  answered: JsonObject | null = null,
  own: JsonObject = {},
): JsonObject {
  return recordOf(eventName, {
    eventTime: timeText(minutes),
    eventID: `e${minutes}`,
    requestID: `r${minutes}`,
    readOnly: /^(?:List|Describe|Get)/.test(eventName),
    requestParameters: asked && { organizationId: ORGANIZATION, ...asked },
    responseElements: answered,
    ...own,
  });
}

export function historyOf(events: readonly JsonObject[]): History {
  return replay(evidenceOfEvents(events));
}

/** The tables that hold something after some minutes, as JSON has them. */
export function tablesAfter(minutes: number, events: readonly JsonObject[]): unknown {
  const { at: _at, notKnown: _notKnown, ...tables } = dataAfter(minutes, events);
  return Object.fromEntries(Object.entries(tables).filter(([, rows]) => Array.isArray(rows) && rows.length > 0));
}

/** What is not known after some minutes. */
export function notKnownAfter(minutes: number, events: readonly JsonObject[]): unknown {
  return dataAfter(minutes, events).notKnown;
}

function dataAfter(minutes: number, events: readonly JsonObject[]): JsonObject {
  const history = historyOf(events);
  return JSON.parse(JSON.stringify(stateData(minute(minutes), history.at(minute(minutes)))));
}

/** What stands in every entry: whose it is, since when, and by which event. */
export function since(minutes: number): JsonObject {
  return { organizationId: ORGANIZATION, since: timeText(minutes), eventID: `e${minutes}` };
}
