import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { anyOf, parseQuestion } from '../core';
import { isPosition } from '../documents/lsp';
import { eventBeside, type PlaceInTime, placeInTime, questionFor } from '../events/eventBeside';
import type { MergedEvents, Picked } from '../events/mergedEvents';
import { pickRows } from '../events/pickRows';
import type { Picks, RowsTogether } from '../events/rowsTogether';
import { cancelled, drain } from '../host/cooperate';
import { EventBesideRequest, type EventItem, type EventSort } from '../wire/protocol';
import type { ServerContext } from './context';
import { itemOf } from './eventItem';
import { placeUnder } from './placeUnder';

const SORTS: readonly unknown[] = ['failed', 'malformed', 'notable'] satisfies readonly EventSort[];

/** From one event that matters to the next, over all logs: a trail's logs are of a few minutes each, and what happened is not. */
export function register(context: ServerContext): Disposable {
  const { connection, documents, events, platform } = context;
  return connection.onRequest(
    EventBesideRequest,
    async ({ sort, direction, from, services, where }, token): Promise<EventItem | null> => {
      if (!SORTS.includes(sort)) return null;
      const place = isPosition(from?.position) ? await recordBefore(String(from.uri), from.position, token) : undefined;
      const merged = await events.now(token);
      const beside = {
        services: services === 'all' ? services : 'workmail',
        isForward: direction !== 'previous',
        from: place && placeOf(merged, place),
        picks: [...(await pickedBy(merged, where, token)), await pickedOf(merged, sort, token)],
      } as const;
      const found = await drain(eventBeside(merged, beside), platform, token, () => undefined);
      if (found === undefined) throw cancelled();
      return found.event === undefined ? null : itemOf(merged, found.event);
    },
  );

  /** The record at a place of a document, else the last one before it; one before the first for what stands before that. */
  async function recordBefore(
    uri: string,
    position: { line: number; character: number },
    token: CancellationToken,
  ): Promise<{ uri: string; index: number } | undefined> {
    const under = await placeUnder(context, uri, position, token);
    if (under?.index !== undefined) return { uri: under.uri, index: under.index };
    const analysis = documents.latest(uri);
    if (analysis === undefined || under?.uri !== uri) return undefined;
    return { uri, index: analysis.index.countUpTo(analysis.text.offsetAt(position)) - 1 };
  }

  /** What the question of the tree picks; it is picked already. */
  async function pickedBy(merged: MergedEvents, where: unknown, token: CancellationToken): Promise<readonly Picked[]> {
    if (typeof where !== 'string' || where.trim() === '') return [];
    const { question, problems } = parseQuestion(where);
    const asked = problems.length > 0 ? anyOf([]) : question;
    return [await events.picked(merged, asked, problems.length > 0 ? '' : where, token)];
  }

  async function pickedOf(merged: MergedEvents, sort: EventSort, token: CancellationToken): Promise<Picked> {
    const pick = async (together: RowsTogether): Promise<Picks> => {
      const picks = await drain(pickRows(together, questionFor(sort)), platform, token, (waited) => waited);
      if (picks === undefined) throw cancelled();
      return picks;
    };
    return { onDisk: await pick(merged.onDisk), open: await pick(merged.open) };
  }
}

/** Where a record stands in time; an event that was delivered several times stands where it is listed. */
function placeOf(merged: MergedEvents, { uri, index }: { uri: string; index: number }): PlaceInTime | undefined {
  const event = merged.eventIn(uri, Math.max(0, index));
  if (event === undefined) return undefined;
  const place = placeInTime(merged.speaking(event) ?? event);
  // Just before the first record of its log, so that the record itself is the next one.
  return index < 0 ? { ...place, index: place.index - 0.5 } : place;
}
