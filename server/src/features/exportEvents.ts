import type { Disposable } from 'vscode-languageserver';
import {
  delimitedText,
  type ExportedEvent,
  type ExportedEvents,
  hasTimesketchTime,
  jsonLines,
  timesketchCsv,
  timesketchLines,
} from '../core';
import { ExportEventsRequest, type ExportedAs } from '../wire/protocol';
import type { ServerContext } from './context';
import { exportedEvent } from './exportedEvents';

/** A client that wants more asks again. */
const MOST = 2000;

/** Events as lines of a file for other programs. */
export function register(context: ServerContext): Disposable {
  return context.connection.onRequest(ExportEventsRequest, async ({ events, format, isFirst }, token) => {
    const places = Array.isArray(events) ? events.slice(0, MOST) : [];
    const told: ExportedEvent[] = [];
    for (const at of places) {
      if (token.isCancellationRequested) break;
      const event = await exportedEvent(context, at, token);
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
