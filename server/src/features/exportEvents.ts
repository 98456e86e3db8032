import type { CancellationToken, Disposable } from 'vscode-languageserver';
import {
  delimitedText,
  type ExportedEvent,
  type ExportedEvents,
  eventRow,
  hasTimesketchTime,
  isJson,
  jsonLines,
  oneLine,
  timesketchCsv,
  timesketchLines,
  viewOf,
} from '../core';
import { recordAt } from '../documents/analysis';
import { lastName } from '../wire/placeNames';
import { ExportEventsRequest, type ExportedAs } from '../wire/protocol';
import type { ServerContext } from './context';

/** A client that wants more asks again. */
const MOST = 2000;

/** Events as lines of a file for other programs. */
export function register({ connection, documents, inspected }: ServerContext): Disposable {
  return connection.onRequest(ExportEventsRequest, async ({ events, format, isFirst }, token) => {
    const places = Array.isArray(events) ? events.slice(0, MOST) : [];
    const told: ExportedEvent[] = [];
    for (const { uri, index } of places) {
      if (token.isCancellationRequested) break;
      const event = await eventAt(uri, index, token);
      if (event !== undefined && (!format.startsWith('timesketch') || hasTimesketchTime(event))) told.push(event);
    }
    let text = '';
    // The head of a table comes first, and alone.
    let isHead = HEADED.has(format);
    for await (const piece of LINES[format](once(told))) {
      if (!isHead || isFirst) text += piece;
      isHead = false;
    }
    return { text, missing: places.length - told.length };
  });

  async function eventAt(uri: string, index: number, token: CancellationToken): Promise<ExportedEvent | undefined> {
    const analysis = (await documents.newest(uri, token)) ?? (await inspected.logOf(uri, index, token));
    const record = analysis && recordAt(analysis, index);
    if (record?.event === undefined) return undefined;
    const { source } = viewOf(analysis?.text ?? '', record);
    return {
      row: eventRow(record, lastName(uri)),
      json: oneLine(isJson(source) ? source : JSON.stringify(record.event)),
    };
  }
}

const HEADED: ReadonlySet<ExportedAs> = new Set<ExportedAs>(['csv', 'tsv', 'timesketch-csv']);

const LINES: Readonly<Record<ExportedAs, (events: ExportedEvents) => AsyncIterable<string>>> = {
  csv: (events) => delimitedText(events, ','),
  tsv: (events) => delimitedText(events, '\t'),
  jsonl: jsonLines,
  'timesketch-csv': timesketchCsv,
  'timesketch-jsonl': timesketchLines,
};

async function* once(events: readonly ExportedEvent[]): ExportedEvents & AsyncGenerator<readonly ExportedEvent[]> {
  yield events;
}
