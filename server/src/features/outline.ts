import { type Disposable, type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { type EventFacts, label } from '../core';
import { type Analysis, factsAt } from '../documents/analysis';
import { rangeOf } from '../documents/lsp';
import type { ServerContext } from './context';

/** VS Code shows no more in an outline. */
const MOST_SYMBOLS = 5000;

/** One symbol an event, in the order of the text. */
export function register({ connection, documents, client }: ServerContext): Disposable {
  return connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined) return [];
    const shown = Array.from(first(analysis, MOST_SYMBOLS));
    // The first clients know no kind `Event`; a function is what comes nearest of theirs.
    const kind = client.eventSymbols ? SymbolKind.Event : SymbolKind.Function;
    return client.nestedSymbols
      ? shown.map((facts) => nested(analysis, facts, kind))
      : shown.map((facts) => flat(analysis, facts, kind));
  });
}

function* first(analysis: Analysis, count: number): Generator<EventFacts> {
  for (let index = 0; index < Math.min(count, analysis.recordCount); index++) {
    const facts = factsAt(analysis, index);
    if (facts !== undefined) yield facts;
  }
}

function nested({ text }: Analysis, facts: EventFacts, kind: SymbolKind): DocumentSymbol {
  const range = rangeOf(text, facts);
  return { name: nameOf(facts), kind, range, selectionRange: range };
}

function flat({ text, uri }: Analysis, facts: EventFacts, kind: SymbolKind): SymbolInformation {
  return { name: nameOf(facts), kind, location: { uri, range: rangeOf(text, facts) } };
}

/** `17:49:59Z CreateUser · WMSDK`; what can't be read is left out, but for the name. */
function nameOf({ eventName, eventTime, time, actor }: EventFacts): string {
  const clock = time === undefined ? '' : `${eventTime.slice(eventTime.indexOf('T') + 1)} `;
  const who = actor.name === '' ? '' : ` · ${actor.name}`;
  return label(`${clock}${eventName === '' ? 'event without a readable name' : eventName}${who}`);
}
