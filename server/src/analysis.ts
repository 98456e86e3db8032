import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  createIntern,
  type EventFacts,
  type EventRecord,
  eventOf,
  factsOf,
  type LogOutline,
  mayHoldRecords,
} from './core';

/** Reads a text; the core's `analyze`, or a test's stand-in. */
export type Analyze = (text: string) => Generator<EventRecord, LogOutline>;

/** A record as it is kept: without the event of a whole one, which is read again from the text when somebody looks. */
type KeptRecord = EventRecord;

/** Everything known of one version of one log. Nothing in it changes any more. */
export interface Analysis {
  /** Tells this analysis from every other one of this server, of this document or another. */
  readonly id: number;
  readonly uri: string;
  readonly version: number;
  /** The text of that version, with its lines. */
  readonly text: TextDocument;
  readonly outline: LogOutline;
  /** In the order of the text. */
  readonly records: readonly KeptRecord[];
  /** By index of the record. */
  readonly facts: readonly EventFacts[];
  /** A mistake of ours ended the reading; nothing else of the log is known then. */
  readonly hasFailed: boolean;
  /** A document of our own, which shows events of logs: they count where they come from. */
  readonly isVirtual: boolean;
}

const VIRTUAL_SCHEME = 'workmail-trail:';
const NOTHING: LogOutline = { container: 'none', problems: [], kind: undefined };

/**
 * Reads one version of a document, record by record.
 *
 * @param text of its own for this version: the one that follows the editor changes while it is read
 * @returns what is known of the log; its container is `none` for a text that is no log
 */
export function* analysing(id: number, text: TextDocument, analyze: Analyze): Generator<void, Analysis> {
  const records: KeptRecord[] = [];
  const facts: EventFacts[] = [];
  const intern = createIntern();
  const reading = analyze(text.getText());
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      return { ...identityOf(id, text), outline: next.value, records, facts, hasFailed: false };
    }
    facts.push(factsOf(next.value, intern));
    records.push(kept(next.value));
    yield;
  }
}

/** What is left of an analysis that a mistake of ours ended. A text that is no log has no part in it. */
export function failedAnalysis(id: number, text: TextDocument): Analysis | undefined {
  return isLog(text)
    ? { ...identityOf(id, text), outline: NOTHING, records: [], facts: [], hasFailed: true }
    : undefined;
}

function identityOf(id: number, text: TextDocument): Pick<Analysis, 'id' | 'uri' | 'version' | 'text' | 'isVirtual'> {
  return { id, uri: text.uri, version: text.version, text, isVirtual: isVirtual(text.uri) };
}

export function isVirtual(uri: string): boolean {
  return uri.startsWith(VIRTUAL_SCHEME);
}

function isLog(text: TextDocument): boolean {
  try {
    return mayHoldRecords(text.getText());
  } catch {
    return false;
  }
}

/** Events take several times the room of their text, and only the one under the mouse is looked at. */
function kept(record: EventRecord): KeptRecord {
  // What could be saved of a damaged record can't always be read a second time.
  return record.malformed === 'syntax' ? record : { ...record, event: undefined };
}

/** A record with its event; undefined when the log has no such record. */
export function recordWithEvent(analysis: Analysis, index: number): EventRecord | undefined {
  const record = analysis.records[index];
  if (record === undefined || record.event !== undefined) return record;
  return { ...record, event: eventOf(analysis.text.getText(), record) };
}

/** The index of the record that holds an offset, its first character included and the one behind it not. */
export function recordIndexAt({ records }: Analysis, offset: number): number | undefined {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = records[middle];
    if (record === undefined || record.end > offset) high = middle;
    else low = middle + 1;
  }
  const found = records[low];
  return found !== undefined && found.start <= offset ? low : undefined;
}
