import type { CancellationToken } from 'vscode-languageserver';
import { type ExportedEvent, type ExportedEvents, eventRow, isJson, oneLine, viewOf } from '../core';
import { recordAt } from '../documents/analysis';
import { lastName } from '../wire/placeNames';
import type { EventAt } from '../wire/protocol';
import type { ServerContext } from './context';

/** An event of an open log or an inspected place as it is exported; undefined when it is no longer there. */
export async function exportedEvent(
  { documents, inspected }: Pick<ServerContext, 'documents' | 'inspected'>,
  { uri, index }: EventAt,
  token: CancellationToken,
): Promise<ExportedEvent | undefined> {
  const analysis = (await documents.newest(uri, token)) ?? (await inspected.logOf(uri, index, token));
  const record = analysis && recordAt(analysis, index);
  if (record?.event === undefined) return undefined;
  const { source } = viewOf(analysis?.text ?? '', record);
  return {
    row: eventRow(record, lastName(uri)),
    json: oneLine(isJson(source) ? source : JSON.stringify(record.event)),
  };
}

/** Events that are handed on at once. */
const SOME = 500;

/**
 * All of some events, in their order. Each log is read once for all its events that stand together.
 *
 * @param told is called for each that was handed on
 */
export async function* exportedEvents(
  context: Pick<ServerContext, 'documents' | 'inspected'>,
  events: readonly EventAt[],
  token: CancellationToken,
  told: (event: ExportedEvent) => void,
): ExportedEvents & AsyncGenerator<readonly ExportedEvent[]> {
  let some: ExportedEvent[] = [];
  for (const at of events) {
    if (token.isCancellationRequested) return;
    const event = await exportedEvent(context, at, token);
    if (event === undefined) continue;
    told(event);
    some.push(event);
    if (some.length < SOME) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
