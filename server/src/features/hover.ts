import type { Disposable } from 'vscode-languageserver';
import { hover } from '../core';
import { recordAt, recordIndexAt } from '../documents/analysis';
import { isPosition, rangeOf } from '../documents/lsp';
import type { ServerContext } from './context';

/** What the field or value under the mouse means, in our own documents too. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  const { timeZone } = platform;
  return connection.onHover(async ({ textDocument: { uri }, position }, token) => {
    const analysis = isPosition(position) ? await documents.asSeen(uri, token) : undefined;
    if (analysis === undefined) return null;
    const { text } = analysis;
    const offset = text.offsetAt(position);
    const index = recordIndexAt(analysis, offset);
    const record = index === undefined ? undefined : recordAt(analysis, index);
    if (record === undefined) return null;
    const found = hover(text, record, offset, timeZone === undefined ? {} : { timeZone });
    return found === undefined
      ? null
      : { contents: { kind: 'markdown', value: found.markdown }, range: rangeOf(text, found.span) };
  });
}
