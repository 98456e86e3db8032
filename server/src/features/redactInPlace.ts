import { type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { type KeyEntries, placeAt, redactValue, type Span } from '../core';
import { type Analysis, recordAt, recordIndexAt } from '../documents/analysis';
import type { Fix } from '../documents/fixes';

const RECORD = 'Redact this record';

/** What VS Code calls changes that a user asks for and nobody needs. */
export const REDACTION_KIND = 'refactor.rewrite';

/**
 * Redacts a value or a record where it stands, for logs that are written or handed on by hand. The same value gets the same pseudonym
 * as long as the server runs; nothing keeps what they stand for. A whole log is redacted as a copy, with a key file.
 */
export class RedactInPlace {
  #entries: KeyEntries | undefined;

  /** The value at the beginning of a span of an open log, and its record; none of what tells of nobody. */
  at(analysis: Analysis, { start }: Span): readonly Fix[] {
    const index = recordIndexAt(analysis, start);
    const record = index === undefined ? undefined : recordAt(analysis, index);
    const place = record && placeAt(analysis.text, record, start);
    if (record === undefined || place === undefined) return [];
    const asked = [
      { title: 'Redact this value', path: place.path, span: place.value },
      { title: RECORD, path: [], span: { start: record.start, end: record.end } },
    ];
    return asked.flatMap(({ title, path, span }) => {
      if (title !== RECORD && path.length === 0) return [];
      const { edits, entries } = redactValue(analysis.text.whole(), record, path, this.#entries);
      this.#entries = entries;
      return edits.length === 0 ? [] : [{ title, record, span, edits }];
    });
  }
}
/** Whether somebody has opened the menu of changes, or asked for these: beside every value, the sign that offers them would be a nuisance. */
export function asksForRedaction({ context }: CodeActionParams): boolean {
  const only: unknown = context?.only;
  if (Array.isArray(only)) return only.some((kind) => kind === '' || `${REDACTION_KIND}.`.startsWith(`${kind}.`));
  return context?.triggerKind === CodeActionTriggerKind.Invoked;
}
