import {
  type CompletionItem,
  CompletionItemKind,
  type Disposable,
  InsertTextFormat,
  type MarkupContent,
  MarkupKind,
} from 'vscode-languageserver';
import { eventSnippet, type LogCompletion, prose } from '../core';
import type { Analysis } from '../documents/analysis';
import { isPosition, rangeOf } from '../documents/lsp';
import { completionsAtOffset, eventPlaceAt } from '../documents/typedText';
import type { CompletionAbilities } from '../wire/abilities';
import { readViewUri } from '../wire/viewUri';
import type { ServerContext } from './context';

const KINDS: Readonly<Record<LogCompletion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  action: CompletionItemKind.Function,
};

/** What may be written in a log: for those who write logs, as for a test of a rule or a playbook. Views can't be written in. */
export function register({ connection, documents, client }: ServerContext): Disposable {
  return connection.onCompletion(async ({ textDocument: { uri }, position }, token) => {
    if (!isPosition(position) || readViewUri(uri) !== undefined) return null;
    const analysis = await documents.asSeen(uri, token);
    return analysis === undefined || analysis.isVirtual ? null : completionsFor(analysis, position, client.completion);
  });
}

function completionsFor(
  analysis: Analysis,
  position: { readonly line: number; readonly character: number },
  abilities: CompletionAbilities,
): CompletionItem[] {
  const { text } = analysis;
  const offset = text.offsetAt(position);
  const found = completionsAtOffset(analysis, offset, abilities.snippets);
  if (found === undefined) return wholeEvent(analysis, offset, abilities);
  const range = rangeOf(text, found);
  return found.items.map((item, place) => ({
    label: item.label,
    kind: KINDS[item.kind],
    ...(item.detail !== '' && { detail: item.detail }),
    ...(item.description !== '' && { documentation: documentation(item.description, abilities) }),
    sortText: String(place).padStart(4, '0'),
    filterText: item.filter,
    ...(item.isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    textEdit: { range, newText: item.text },
  }));
}

/** Without places to fill in, an event would be one that never happened. */
function wholeEvent(analysis: Analysis, offset: number, { snippets }: CompletionAbilities): CompletionItem[] {
  const place = snippets ? eventPlaceAt(analysis, offset) : undefined;
  if (place === undefined) return [];
  return [
    {
      label: 'WorkMail event',
      kind: CompletionItemKind.Snippet,
      detail: 'a whole event to fill in',
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: {
        range: rangeOf(analysis.text, place),
        newText: `${eventSnippet(place.isOnOneLine)}${place.behind}`,
      },
    },
  ];
}

/** Our own words, which are Markdown with a little code in it and read well as they are. */
function documentation(words: string, { markdown }: CompletionAbilities): string | MarkupContent {
  return markdown ? { kind: MarkupKind.Markdown, value: prose(words) } : words;
}
