import { type Disposable, type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { hover, plainText } from '../core';
import { rangeOf } from '../documents/lsp';
import type { ServerContext } from './context';
import { nameUnder, recordThere } from './named';
import { nameTold } from './nameTold';
import { placeUnder } from './placeUnder';

/** What the field or value under the mouse means, and what all logs tell of it; in our own documents too. */
export function register(context: ServerContext): Disposable {
  const { client } = context;
  const { timeZone } = context.platform;
  const shown = (markdown: string): MarkupContent =>
    client.markdownHover
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: plainText(markdown) };
  return context.connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const there = await recordThere(context, uri, position, token);
    if (there === undefined) return null;
    const { record, text, offset } = there;
    const found = hover(text, record, offset, timeZone === undefined ? {} : { timeZone });
    if (found === undefined) return null;
    const name = nameUnder(there);
    const told =
      name === undefined ? '' : await nameTold(context, name, await placeUnder(context, uri, position, token), token);
    const value = told === '' ? found.markdown : `${found.markdown}\n\n${told}`;
    return { contents: shown(value), range: rangeOf(text, found.span) };
  });
}
