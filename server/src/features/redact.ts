import type { Disposable } from 'vscode-languageserver';
import { type FieldOrder, keyFileText, Redactor, readKeyFile } from '../core';
import type { Analysis } from '../documents/analysis';
import { rangesIn } from '../documents/textRanges';
import { RedactRequest, type RedactResult } from '../wire/protocol';
import type { ServerContext } from './context';

/** A copy of a log that can be handed to somebody else. The log itself is never touched. */
export function register({ connection, documents }: ServerContext): Disposable {
  return connection.onRequest(RedactRequest, async ({ uri, key }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined) return null;
    const orders = analysis.outline.lacksNames === true ? await documents.allOrders(token) : [];
    return redacted(analysis, key, orders);
  });
}

function redacted(
  { uri, text }: Analysis,
  key: string | undefined,
  orders: readonly FieldOrder[],
): RedactResult | { readonly refused: string } {
  const entries = key === undefined ? undefined : readKeyFile(key);
  if (typeof entries === 'string') return { refused: entries };
  const redactor = new Redactor(entries);
  redactor.takeOrders(orders);
  const log = text.whole();
  redactor.learn(log);
  redactor.learnText(nameOf(uri));
  const copy = redactor.copy(log);
  if ('refused' in copy) return copy;
  const rangeOf = rangesIn(copy.text);
  const name = redactor.text(nameOf(uri));
  return {
    text: copy.text,
    name,
    key: keyFileText(redactor.entries()),
    replaced: copy.replaced,
    byForm: copy.byForm,
    remaining: copy.remaining.map(({ offset }) => rangeOf({ start: offset, end: offset }).start),
    notSearched: copy.notSearched,
  };
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
