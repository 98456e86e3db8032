import type { Disposable, InlayHint } from 'vscode-languageserver';
import { hintsIn } from '../core';
import { isRange, spanOfRange } from '../documents/lsp';
import type { ServerContext } from './context';
import { recordsIn } from './recordsIn';

/** A line of a log can hold thousands of events, of which a window shows a few. */
const MOST_RECORDS = 100;

/** Names behind ids, kinds of access keys and local times, written behind the values in sight. Off unless the user wants them. */
export function register({ connection, documents, events, settings, platform, client }: ServerContext): Disposable {
  const handlers = [
    connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token): Promise<InlayHint[] | null> => {
      if (!isRange(range) || !(await settings.of(uri)).showsHints) return null;
      const analysis = await documents.asSeen(uri, token);
      if (analysis === undefined) return null;
      const { entities } = await events.now(token);
      const { text } = analysis;
      const wanted = spanOfRange(text, range);
      const hints: InlayHint[] = [];
      for (const record of recordsIn(analysis, wanted, MOST_RECORDS)) {
        for (const { at, words } of hintsIn(text, record, entities, platform.timeZone)) {
          if (at < wanted.start || at > wanted.end) continue;
          hints.push({ position: text.positionAt(at), label: words, paddingLeft: true });
        }
      }
      return hints;
    }),
    settings.onDidChange(() => {
      if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(() => undefined);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
