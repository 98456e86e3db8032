import { type Disposable, type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../documents/analysis';
import { rangeOf } from '../documents/lsp';
import { type OutlineEntry, Outlines } from '../documents/outline';
import { cancelled, drain } from '../host/cooperate';
import type { ServerContext } from './context';

/**
 * The outline of a log: its events. Breadcrumbs tell by it which event the cursor stands in. VS Code's sticky scroll keeps the line
 * in sight in which a symbol's selection range begins, so that is the line of eventName, not the one of a brace.
 */
export function register({ connection, documents, client, platform }: ServerContext): Disposable {
  const outlines = new Outlines();
  return connection.onDocumentSymbol(async ({ textDocument: { uri } }, token) => {
    const analysis = await documents.newest(uri, token);
    if (analysis === undefined) return [];
    const entries = await drain(outlines.of(analysis), platform, token, () => undefined);
    if (entries === undefined) throw cancelled();
    // The first clients know no kind `Event`; a function is what comes nearest of theirs.
    const kind = client.eventSymbols ? SymbolKind.Event : SymbolKind.Function;
    return client.nestedSymbols
      ? entries.map((entry) => nested(analysis, entry, kind))
      : entries.map((entry) => flat(analysis, entry, kind));
  });
}

function nested(analysis: Analysis, entry: OutlineEntry, kind: SymbolKind): DocumentSymbol {
  const children = entry.children.map((child) => symbol(analysis, child, SymbolKind.Object));
  return { ...symbol(analysis, entry, kind), ...(children.length > 0 && { children }) };
}

function symbol({ text }: Analysis, entry: Omit<OutlineEntry, 'children'>, kind: SymbolKind): DocumentSymbol {
  const { name, detail, told } = entry;
  const ranges = { range: rangeOf(text, entry), selectionRange: rangeOf(text, told) };
  return { name, ...(detail !== '' && { detail }), kind, ...ranges };
}

function flat({ text, uri }: Analysis, entry: OutlineEntry, kind: SymbolKind): SymbolInformation {
  return { name: entry.name, kind, location: { uri, range: rangeOf(text, entry) } };
}
