import { type Answer, ask, groundsOf, type InquiryId, type JsonObject } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { changed, identity } from '../../check/events';

/** An answer without what its events hold: of these the ids. */
export interface AskedAnswer extends Omit<Answer, 'findings'> {
  readonly findings: readonly {
    readonly kind: string;
    readonly weight: string;
    readonly summary: string;
    readonly events: readonly string[];
  }[];
}

/** What is said to one question about a log that holds these events. */
export function asked(id: InquiryId, events: readonly unknown[]): AskedAnswer {
  const answer = ask(id, groundsOf(evidenceOfEvents(events)));
  return { ...answer, findings: answer.findings.map(told) };
}

function told({ kind, weight, summary, acts }: Answer['findings'][number]): AskedAnswer['findings'][number] {
  return { kind, weight, summary, events: acts.map(({ row }) => row.eventID) };
}

/** An eventID by its number. */
export function eventId(number: number): string {
  return `7a1e7d2e-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The address that calls come from where nothing else is said. */
export const OFFICE = '198.51.100.7';

/** A call of WorkMail by an IAM user with a key that stays; each minute one. */
export function call(number: number, eventName: string, fields: Parameters<typeof changed>[0] = {}): unknown {
  return changed({
    eventID: eventId(number),
    requestID: undefined,
    eventTime: `2026-03-01T08:${String(number).padStart(2, '0')}:00Z`,
    eventName,
    sourceIPAddress: OFFICE,
    userIdentity: identity,
    requestParameters: null,
    responseElements: null,
    ...fields,
  });
}

/** The same of another service. */
export function callTo(
  service: string,
  number: number,
  eventName: string,
  fields: Parameters<typeof changed>[0] = {},
): unknown {
  return call(number, eventName, { eventSource: `${service}.amazonaws.com`, ...fields });
}

/** The organization of calls of WorkMail that name one. */
export const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';

/** A call of WorkMail in that organization, with its parameters and its answer. */
export function callIn(
  number: number,
  name: string,
  parameters: JsonObject,
  responseElements: JsonObject | null = null,
): unknown {
  return call(number, name, { requestParameters: { organizationId, ...parameters }, responseElements });
}
