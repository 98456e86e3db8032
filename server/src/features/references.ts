import { type Disposable, DocumentHighlightKind, type Location } from 'vscode-languageserver';
import { referencesTo, textsOf } from '../core';
import { rangeOf } from '../documents/lsp';
import type { ServerContext } from './context';
import { locationsOf } from './eventLocation';
import { nameThere } from './named';
import { seenFrom } from './seenFrom';
import { wholeTexts } from './wholeText';

/** A list that somebody looks through ends here; the tree, filtered, has them all. */
const MOST = 1000;
/** So far around a name the same is marked: no window shows more. UTF-16 units. */
const AROUND = 200_000;

/** All events that name the same as the value under the cursor, in the order they happened; the same in the text at hand. */
export function register(context: ServerContext): Disposable {
  const handlers = [
    context.connection.onReferences(async ({ textDocument: { uri }, position }, token) => {
      const there = await nameThere(context, uri, position, token);
      if (there === undefined) return null;
      const merged = await context.events.now(token);
      const { name } = there;
      const texts = textsOf(name, merged.entities);
      const { events } = await context.events.earliest(merged, referencesTo(name, merged.entities), MOST, token);
      const locations: Location[] = [];
      for (const place of await locationsOf(context, merged, events, texts, token)) {
        const location = await seenFrom(context, uri, place, token);
        if (location !== undefined) locations.push(location);
      }
      return locations;
    }),
    context.connection.onDocumentHighlight(async ({ textDocument: { uri }, position }, token) => {
      const there = await nameThere(context, uri, position, token);
      if (there === undefined) return null;
      const { text, span, name } = there;
      const from = Math.max(0, span.start - AROUND);
      const near = text.slice(from, Math.min(text.length, span.end + AROUND));
      return wholeTexts(near, name.text).map(({ start, end }) => ({
        range: rangeOf(text, { start: from + start, end: from + end }),
        kind: DocumentHighlightKind.Text,
      }));
    }),
  ];
  return {
    dispose: () => {
      for (const handler of handlers) handler.dispose();
    },
  };
}
