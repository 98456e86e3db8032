import type { CancellationToken, Disposable } from 'vscode-languageserver';
import type { Span } from '../core';
import { spanAt } from '../documents/analysis';
import type { LogText } from '../documents/logText';
import { isRange, rangeOf, spanOfRange } from '../documents/lsp';
import { fileNote } from '../views/fileNote';
import { LONGEST_TEXT } from '../views/viewedLog';
import type { MadeView } from '../views/views';
import {
  type EventLocation,
  OriginalPlaceRequest,
  ReadViewRequest,
  ShowEventRequest,
  ViewPlaceRequest,
  type ViewText,
} from '../wire/protocol';
import { viewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

/** Readable views of logs, and the way from a place in a view to the log and back. */
export function register({ connection, documents, views }: ServerContext): Disposable {
  const handlers = [
    connection.onRequest(ReadViewRequest, async ({ uri, again }, token): Promise<ViewText> => {
      if (again === true) views.forget();
      const made = await views.of(uri, token);
      if (made === undefined) return { failure: 'This is not the address of a readable view.' };
      return 'failure' in made ? made : { text: made.text.whole(), notes: made.log.notes.map(fileNote) };
    }),
    connection.onRequest(ShowEventRequest, async ({ uri, index }, token) => {
      const analysis = await documents.newest(uri, token);
      if (analysis !== undefined) return located(uri, analysis.text, spanAt(analysis, index));
      return shown(uri, index, token);
    }),
    connection.onRequest(OriginalPlaceRequest, async ({ uri, range }, token) => {
      const made = isRange(range) ? await view(uri, token) : undefined;
      if (made === undefined || !made.log.isText) return null;
      const { uri: log, text } = made.log.analysis;
      return located(log, text, made.places.toOriginal(spanOfRange(made.text, range)));
    }),
    connection.onRequest(ViewPlaceRequest, async ({ view: uri, from, range }, token) => {
      const other = from === undefined ? undefined : await view(from, token);
      const made = isRange(range) ? await view(uri, token) : undefined;
      if (made === undefined || (from !== undefined && other === undefined)) return null;
      const inLog = other
        ? other.places.toOriginal(spanOfRange(other.text, range))
        : spanOfRange(made.log.analysis.text, range);
      return located(uri, made.text, inLog && made.places.toView(inLog));
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function view(uri: string, token: CancellationToken): Promise<MadeView | undefined> {
    const made = await views.of(uri, token);
    return made === undefined || 'failure' in made ? undefined : made;
  }

  /** An event of a log on disk: in the log itself where an editor can show it, else in the view of it or of the event alone. */
  async function shown(uri: string, index: number, token: CancellationToken): Promise<EventLocation | null> {
    const log = await views.log(uri, token);
    if ('failure' in log) return null;
    const { analysis } = log;
    const span = spanAt(analysis, index);
    if (span === undefined) return null;
    if (log.isText && analysis.text.length <= LONGEST_TEXT) return located(uri, analysis.text, span);
    for (const address of [viewUri({ log: uri }), viewUri({ log: uri, around: index })]) {
      const made = await view(address, token);
      if (made !== undefined) return located(address, made.text, made.places.ofRecord(index));
    }
    return null;
  }
}

function located(uri: string, text: LogText, span: Span | undefined): EventLocation | null {
  return span === undefined ? null : { uri, range: rangeOf(text, span) };
}
