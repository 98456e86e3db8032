import type { CancellationToken } from 'vscode-languageserver';
import type { Span } from '../core';
import { spanAt } from '../documents/analysis';
import type { LogText } from '../documents/logText';
import { rangeOf } from '../documents/lsp';
import { LONGEST_TEXT } from '../views/viewedLog';
import type { EventLocation } from '../wire/protocol';
import { viewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

/**
 * Where to show an event: in its log where that is open or an editor can show the file, else in the readable view of it or of the
 * event alone. Null when it is no longer there.
 */
export async function shownEvent(
  { documents, views }: Pick<ServerContext, 'documents' | 'views'>,
  { uri, index }: { readonly uri: string; readonly index: number },
  token: CancellationToken,
): Promise<EventLocation | null> {
  const open = await documents.newest(uri, token);
  if (open !== undefined) return located(uri, open.text, spanAt(open, index));
  const log = await views.log(uri, token);
  if ('failure' in log) return null;
  const { analysis } = log;
  const span = spanAt(analysis, index);
  if (span === undefined) return null;
  if (log.isText && analysis.text.length <= LONGEST_TEXT) return located(uri, analysis.text, span);
  for (const address of [viewUri({ log: uri }), viewUri({ log: uri, around: index })]) {
    const made = await views.of(address, token);
    if (made !== undefined && !('failure' in made)) return located(address, made.text, made.places.ofRecord(index));
  }
  return null;
}

/** A stretch of a text as the wire tells it. */
export function located(uri: string, text: LogText, span: Span | undefined): EventLocation | null {
  return span === undefined ? null : { uri, range: rangeOf(text, span) };
}
