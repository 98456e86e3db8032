import {
  createIntern,
  type EventFacts,
  type EventRecord,
  eventOf,
  factsOf,
  type LogOutline,
  mayHoldRecords,
  type Span,
} from './core';
import type { LogText } from './logText';
import type { OpenText } from './openText';

/** Reads a text; the core's `analyze`, or a test's stand-in. */
export type Analyze = (text: string) => Generator<EventRecord, LogOutline>;

/**
 * Everything known of one version of one log. Nothing in it changes any more. Records are looked at with `recordAt`,
 * `factsAt`, `allFacts` and `faultyRecords`; how they are kept is nobody's business.
 */
export interface Analysis {
  /** Tells this analysis from every other one of this server, of this document or another. */
  readonly id: number;
  readonly uri: string;
  readonly version: number;
  readonly text: LogText;
  readonly outline: LogOutline;
  readonly recordCount: number;
  readonly kept: Kept;
  /** A mistake of ours ended the reading; nothing else of the log is known then. */
  readonly hasFailed: boolean;
  /** A document of our own, which shows events of logs: they count where they come from. */
  readonly isVirtual: boolean;
}

interface Kept {
  /** In the order of the text, whole ones without their event. */
  readonly records: readonly EventRecord[];
  /** By index of the record. */
  readonly facts: readonly EventFacts[];
}

const VIRTUAL_SCHEME = 'workmail-trail:';
const NOTHING: LogOutline = { container: 'none', problems: [], kind: undefined };

/**
 * Reads one version of a document, record by record.
 *
 * @returns what is known of the log; its container is `none` for a text that is no log
 */
export function* analysing(id: number, document: OpenText, analyze: Analyze): Generator<void, Analysis> {
  const records: EventRecord[] = [];
  const facts: EventFacts[] = [];
  const intern = createIntern();
  const reading = analyze(document.text.whole());
  for (let next = reading.next(); ; next = reading.next()) {
    if (next.done) {
      const kept = { records, facts };
      return { ...identityOf(id, document), outline: next.value, recordCount: records.length, kept, hasFailed: false };
    }
    facts.push(factsOf(next.value, intern));
    records.push(withoutEvent(next.value));
    yield;
  }
}

/** What is left of an analysis that a mistake of ours ended. A text that is no log has no part in it. */
export function failedAnalysis(id: number, document: OpenText): Analysis | undefined {
  const kept = { records: [], facts: [] };
  return isLog(document)
    ? { ...identityOf(id, document), outline: NOTHING, recordCount: 0, kept, hasFailed: true }
    : undefined;
}

function identityOf(
  id: number,
  { uri, version, text }: OpenText,
): Pick<Analysis, 'id' | 'uri' | 'version' | 'text' | 'isVirtual'> {
  return { id, uri, version, text, isVirtual: isVirtual(uri) };
}

export function isVirtual(uri: string): boolean {
  return uri.startsWith(VIRTUAL_SCHEME);
}

function isLog({ text }: OpenText): boolean {
  try {
    return mayHoldRecords(text.whole());
  } catch {
    return false;
  }
}

/** Events take several times the room of their text, and only the one under the mouse is looked at. */
function withoutEvent(record: EventRecord): EventRecord {
  // What could be saved of a damaged record can't always be read a second time.
  return record.malformed === 'syntax' ? record : { ...record, event: undefined };
}

/** A record with its event; undefined when the log has no such record. */
export function recordAt({ kept, text }: Analysis, index: number): EventRecord | undefined {
  const record = kept.records[index];
  if (record === undefined || record.event !== undefined) return record;
  return { ...record, event: eventOf(text, record) };
}

/** The characters of a record; undefined when the log has no such record. */
export function spanAt({ kept }: Analysis, index: number): Span | undefined {
  return kept.records[index];
}

/** What views show of a record; undefined when the log has no such record. */
export function factsAt({ kept }: Analysis, index: number): EventFacts | undefined {
  return kept.facts[index];
}

/** The facts of all records, in the order of the text. */
export function allFacts({ kept }: Analysis): Iterable<EventFacts> {
  return kept.facts;
}

/** All records, whole ones without their event, in the order of the text. */
export function allRecords({ kept }: Analysis): readonly EventRecord[] {
  return kept.records;
}

/** The records that something is wrong with, in the order of the text and without their events. */
export function* faultyRecords({ kept }: Analysis): Generator<EventRecord> {
  for (const record of kept.records) if (record.problems.length > 0) yield record;
}

/** The faulty records that have a character or a border in common with a stretch of text. */
export function* faultyRecordsAt(analysis: Analysis, { start, end }: Span): Generator<EventRecord> {
  for (const record of faultyRecords(analysis)) if (record.start <= end && start <= record.end) yield record;
}

/** The index of the record that holds an offset, its first character included and the one behind it not. */
export function recordIndexAt(analysis: Analysis, offset: number): number | undefined {
  let low = 0;
  let high = analysis.recordCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const record = spanAt(analysis, middle);
    if (record === undefined || record.end > offset) high = middle;
    else low = middle + 1;
  }
  const found = spanAt(analysis, low);
  return found !== undefined && found.start <= offset ? low : undefined;
}
