import { type CancellationToken, type CodeLens, CodeLensRefreshRequest, type Disposable } from 'vscode-languageserver';
import { exactly, label, listed } from '../core';
import { spanAt } from '../documents/analysis';
import { rangeOf } from '../documents/lsp';
import type { MergedEvents } from '../events/mergedEvents';
import type { ServerContext } from './context';
import { placeUnder } from './placeUnder';

/** VS Code draws no more. */
const MOST = 2000;

/**
 * A line above each event: who did what, upon what, how it ended, and how much else the same access key did. Off unless the user
 * wants it. Lenses are empty until somebody scrolls to them.
 */
export function register(context: ServerContext): Disposable {
  const { connection, documents, events, settings, client } = context;
  const handlers = [
    connection.onCodeLens(async ({ textDocument: { uri } }, token): Promise<CodeLens[] | null> => {
      if (!(await settings.of(uri)).showsLenses) return null;
      const analysis = await documents.asSeen(uri, token);
      if (analysis === undefined) return null;
      const lenses: CodeLens[] = [];
      for (let index = 0; index < Math.min(MOST, analysis.recordCount); index++) {
        const span = spanAt(analysis, index);
        if (span !== undefined) {
          const range = rangeOf(analysis.text, { start: span.start, end: span.start + 1 });
          lenses.push({ range, data: { uri } });
        }
      }
      return lenses;
    }),
    connection.onCodeLensResolve(async (lens, token): Promise<CodeLens> => {
      const title = await wordsFor(lens, token);
      return { ...lens, command: { title, command: '' } };
    }),
    settings.onDidChange(() => {
      if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function wordsFor({ range, data }: CodeLens, token: CancellationToken): Promise<string> {
    const uri: unknown = typeof data === 'object' && data !== null && 'uri' in data ? data.uri : undefined;
    const place = typeof uri === 'string' ? await placeUnder(context, uri, range.start, token) : undefined;
    if (place?.index === undefined) return '';
    const merged = await events.now(token);
    const event = merged.eventIn(place.uri, place.index);
    if (event === undefined) return '';
    const { eventName, target, outcome, errorCode } = listed(event, merged.entities);
    const ended = outcome === 'failed' ? `failed${errorCode === undefined ? '' : `: ${errorCode}`}` : outcome;
    const parts = [
      event.facts.actor.name,
      eventName,
      target,
      ended,
      await othersByKey(event.facts.actor.accessKeyId, merged, token),
    ];
    return label(parts.filter((part) => part !== '').join(' · '), 200);
  }

  async function othersByKey(key: string | undefined, merged: MergedEvents, token: CancellationToken): Promise<string> {
    if (key === undefined) return '';
    const question = { kind: 'field', field: 'key', values: [exactly(key)] } as const;
    const { total } = await events.earliest(merged, question, 1, token);
    return total <= 1 ? '' : `${total - 1} more by this key`;
  }
}
