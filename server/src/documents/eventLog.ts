import type { Range } from 'vscode-languageserver';
import type { EventFacts } from '../core/index';
import type { ScannedFile } from '../host/logFiles';
import { type Analysis, allFacts } from './analysis';
import { rangeOf } from './lsp';

/** A log whose events are looked at together with those of others: an open document or a file on disk. */
export interface EventLog {
  readonly uri: string;
  /** Of its records, or of some of them, in the order of the log. */
  readonly facts: Iterable<EventFacts>;
  /** The characters of a record in an editor; null for a log on disk. */
  rangeOf(facts: EventFacts): Range | null;
}

/** The events of an open log, with ranges in its text. */
export function openLog(analysis: Analysis): EventLog {
  const { uri, text } = analysis;
  return { uri, facts: allFacts(analysis), rangeOf: (each) => rangeOf(text, each) };
}

/** A log that was read from disk as a whole: no editor shows its text. */
export function readLog(analysis: Analysis): EventLog {
  return { uri: analysis.uri, facts: allFacts(analysis), rangeOf: () => null };
}

/** The events of a file on disk; their ranges are not at hand, for its text is not kept. */
export function scannedLog({ uri, events }: ScannedFile): EventLog {
  return { uri, facts: events, rangeOf: () => null };
}
