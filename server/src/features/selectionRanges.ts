import type { Disposable, SelectionRange } from 'vscode-languageserver';
import type { Span } from '../core';
import type { LogText } from '../documents/logText';
import { isPosition, rangeOf } from '../documents/lsp';
import { selectionSpans } from '../documents/selectionSpans';
import { cancelled, drain } from '../host/cooperate';
import type { ServerContext } from './context';

/** What *Expand Selection* grows to: from a value to its member, the objects around it, its event, the list of events and the log. */
export function register({ connection, documents, platform }: ServerContext): Disposable {
  return connection.onSelectionRanges(async ({ textDocument: { uri }, positions }, token) => {
    if (!Array.isArray(positions) || !positions.every(isPosition)) return null;
    const analysis = await documents.asSeen(uri, token);
    if (analysis === undefined) return null;
    const { text } = analysis;
    const offsets = positions.map((position) => text.offsetAt(position));
    const spans = await drain(selectionSpans(analysis, offsets), platform, token, () => undefined);
    if (spans === undefined) throw cancelled();
    return spans.map((each) => linked(text, each));
  });
}

/** The innermost range, which knows the one around it, and so on. */
function linked(text: LogText, spans: readonly Span[]): SelectionRange {
  let outer: SelectionRange | undefined;
  for (const span of [...spans].reverse()) {
    const range = rangeOf(text, span);
    outer = outer === undefined ? { range } : { range, parent: outer };
  }
  return outer ?? { range: rangeOf(text, { start: 0, end: text.length }) };
}
