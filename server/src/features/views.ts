import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { isRange, spanOfRange } from '../documents/lsp';
import { fileNote } from '../views/fileNote';
import type { MadeView } from '../views/views';
import {
  OriginalPlaceRequest,
  ReadViewRequest,
  ShowEventRequest,
  ViewPlaceRequest,
  type ViewText,
} from '../wire/protocol';
import type { ServerContext } from './context';
import { located, shownEvent } from './shownEvent';

/** Readable views of logs, and the way from a place in a view to the log and back. */
export function register(context: ServerContext): Disposable {
  const { connection, views } = context;
  const handlers = [
    connection.onRequest(ReadViewRequest, async ({ uri, again }, token): Promise<ViewText> => {
      if (again === true) views.forget();
      const made = await views.of(uri, token);
      if (made === undefined) return { failure: 'This is not the address of a readable view.' };
      return 'failure' in made ? made : { text: made.text.whole(), notes: made.log.notes.map(fileNote) };
    }),
    connection.onRequest(ShowEventRequest, (event, token) => shownEvent(context, event, token)),
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
}
