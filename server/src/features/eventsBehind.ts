import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { anyOf, type EventInLog, inOrderOfReading, parseQuestion } from '../core';
import type { MergedEvents } from '../events/mergedEvents';
import { type EventAt, EventsBehindRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** All events behind a list that shows some of them. */
export function register({ connection, events, answers }: ServerContext): Disposable {
  return connection.onRequest(EventsBehindRequest, async (asked, token) => {
    const merged = await events.now(token);
    const { limit } = asked;
    if ('question' in asked) return answering(merged, String(asked.question), limit, token);
    const { inquiry, at, summary } = asked.finding;
    const { answers: answered } = await answers.of(merged, token);
    const finding = inOrderOfReading(answered).find(({ id }) => id === inquiry)?.answer.findings[at];
    if (finding === undefined || finding.summary !== summary) return null;
    const { acts } = finding;
    const places = acts.slice(0, limit).flatMap(({ log, row }) => placeOf(merged, { log, index: row.index }));
    return { events: places, total: acts.length };
  });

  async function answering(
    merged: MergedEvents,
    asked: string,
    limit: number,
    token: CancellationToken,
  ): Promise<{ events: readonly EventAt[]; total: number }> {
    const { question, problems } = parseQuestion(asked);
    // A question that can't be read is not what somebody meant.
    const found = await events.earliest(merged, problems.length > 0 ? anyOf([]) : question, limit, token);
    return { events: found.events.flatMap((event) => placeOfEvent(merged, event)), total: found.total };
  }
}

function placeOfEvent(merged: MergedEvents, { log, facts }: EventInLog): readonly EventAt[] {
  return placeOf(merged, { log, index: facts.index });
}

function placeOf({ logs }: MergedEvents, { log, index }: { readonly log: number; readonly index: number }): EventAt[] {
  const found = logs[log];
  return found === undefined ? [] : [{ uri: found.uri, index }];
}
