import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { anyOf, type EventInLog, type LinkPlace, parseQuestion, previewLinks, trailText } from '../core';
import type { MergedEvents } from '../events/mergedEvents';
import { NameAtRequest, type NameHere, TrailRequest } from '../wire/protocol';
import { allOfName } from './allOf';
import type { ServerContext } from './context';
import { nameThere } from './named';

/** More are not read to their end; the tree has them all. */
const MOST = 1000;

/** What the value under the cursor names, and everything that names the same as one list in the order it happened. */
export function register(context: ServerContext): Disposable {
  const { connection, events, inspected } = context;
  const handlers = [
    connection.onRequest(NameAtRequest, async ({ uri, position }, token): Promise<NameHere | null> => {
      const there = await nameThere(context, uri, position, token);
      if (there === undefined) return null;
      const { entities } = await events.now(token);
      return allOfName(there.name, entities);
    }),
    connection.onRequest(TrailRequest, ({ question, about, uris }, token) =>
      trail(String(question), about, uris ?? [], token),
    ),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };

  async function trail(
    asked: string,
    about: Pick<NameHere, 'words' | 'text'> | undefined,
    known: readonly string[],
    token: CancellationToken,
  ): Promise<{ markdown: string; events: number; uris: readonly string[] }> {
    const merged = await events.now(token);
    const { question, problems } = parseQuestion(asked);
    // A question that can't be read is not what somebody meant.
    const all = await events.earliest(merged, problems.length > 0 ? anyOf([]) : question, MOST, token);
    const { events: listed, total } = all;
    const uris = known.length > 0 ? known : urisOf(merged, listed);
    const links = previewLinks((log, index) => placeOf(merged, uris, log, index));
    const text = trailText({ about, question: asked, events: listed, total }, links, merged.entities);
    return { markdown: text, events: total, uris };
  }

  /** The logs of some events: those of a folder go by the folder, since there may be thousands. */
  function urisOf({ logs }: MergedEvents, listed: readonly EventInLog[]): readonly string[] {
    const folders = inspected.places.flatMap(({ request: { uri, isFolder } }) => (isFolder ? [uri] : []));
    const uris = listed.flatMap(({ log }) => logs[log]?.uri ?? []);
    return Array.from(new Set(uris.map((uri) => folders.find((folder) => uri.startsWith(`${folder}/`)) ?? uri)));
  }

  function placeOf(merged: MergedEvents, uris: readonly string[], at: number, index: number): LinkPlace | undefined {
    const log = merged.logs[at];
    if (log === undefined) return undefined;
    const asked = uris.findIndex((uri) => log.uri === uri || log.uri.startsWith(`${uri}/`));
    if (asked < 0) return undefined;
    const event = merged.event(at, index);
    const range = event && log.rangeOf(event.facts);
    // An open log may lie in a folder that stands for it.
    const below = log.uri.slice(uris[asked]?.length);
    return range && below === '' ? { asked, range } : { asked, below };
  }
}
