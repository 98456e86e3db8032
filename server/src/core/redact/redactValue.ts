import type { EventRecord, JsonPath, TextEdit } from '../record';
import type { KeyEntries } from './pseudonyms';
import { Redactor } from './redactor';

/** What redacts one value: edits of the log, and the key with what they have added to it. */
export interface RedactedValue {
  readonly edits: readonly TextEdit[];
  readonly entries: KeyEntries;
}

/**
 * Redacts one value of a record where it stands, with all that it holds. The rest of the record is not looked at, and what the
 * value says may stand elsewhere.
 *
 * @param text the whole log
 * @param path from the root of the record to a text, a list or an object; empty for the record as a whole, a row among them
 * @param entries of a key that is gone on with
 * @returns no edits where nothing of the value tells of somebody, or its place can't be said
 */
export function redactValue(text: string, record: EventRecord, path: JsonPath, entries?: KeyEntries): RedactedValue {
  const redactor = new Redactor(entries);
  const edits = redactor.editsOf(text, record, path);
  return { edits, entries: redactor.entries() };
}
