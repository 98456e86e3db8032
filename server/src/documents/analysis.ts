import {
  type EventFacts,
  type EventRecord,
  eventOf,
  factsOf,
  isMailCall,
  type LogOutline,
  type PartedRecord,
  type Problem,
  type Span,
  textAt,
} from '../core/index';
import type { LogIndex } from './logIndex/logIndex';
import type { Native } from './logIndex/revise';
import type { Wrapped } from './logIndex/reviseWrapped';
import { RowFacts } from './logIndex/rowFacts';
import type { LogText } from './logText';

/**
 * Everything known of one version of one log. Nothing in it changes any more. Records are looked at with `recordAt`,
 * `factsAt`, `allFacts` and `faultyRecords`: they are read again from the text, and only what lists ask of all of them is kept.
 */
export interface Analysis {
  /** Tells this analysis from every other one of this server, of this document or another. */
  readonly id: number;
  readonly uri: string;
  readonly version: number;
  readonly text: LogText;
  readonly outline: LogOutline;
  readonly recordCount: number;
  readonly index: LogIndex;
  /** What is needed to follow a change of the text; undefined where a change means to read all of it again. */
  readonly known: Known | undefined;
  /** A mistake of ours ended the reading; nothing else of the log is known then. */
  readonly hasFailed: boolean;
  /** A document of our own, which shows events of logs: they count where they come from. */
  readonly isVirtual: boolean;
}

/** What it takes to follow a change, by the way in which the log was read. */
export type Known = Native | Wrapped;

const VIRTUAL_SCHEME = 'workmail-trail:';

/** Whether a document is one of our own making, which shows events of logs. */
export function isVirtual(uri: string): boolean {
  return uri.startsWith(VIRTUAL_SCHEME);
}

/** A record with its event; undefined when the log has no such record. */
export function recordAt(analysis: Analysis, index: number): EventRecord | undefined {
  const slot = analysis.index.slot(index);
  const record = slot && withoutEvent(analysis, slot.block, slot.row);
  return record && withEvent(analysis, record);
}

/** A field of a record that holds text; empty where it does not. */
export function textFieldAt(analysis: Analysis, index: number, field: string): string {
  return textAt(recordAt(analysis, index)?.event, field) ?? '';
}

function withEvent({ text }: Analysis, record: EventRecord): EventRecord {
  const event = record.malformed === 'syntax' ? record.event : eventOf(text, record);
  const { eventName } = event ?? {};
  const action =
    isMailCall(record.service) && typeof eventName === 'string' && eventName !== ''
      ? { service: record.service, name: eventName }
      : undefined;
  return { ...record, event, action };
}

/** What is kept of a record; of a whole one, the event is not. */
function withoutEvent({ index }: Analysis, at: number, row: number): EventRecord | undefined {
  const found = index.blocks[at];
  if (found === undefined) return undefined;
  const { block, base, first } = found;
  const columns = block.columns(row);
  const around = block.service(row) === 'own' ? block.time(row) : Number.NaN;
  return {
    index: first + row,
    start: base + block.start(row),
    end: base + block.end(row),
    form: block.form(row),
    event: block.saved.get(row),
    service: block.service(row),
    action: undefined,
    malformed: block.malformed(row),
    problems: block.problems.get(row) ?? [],
    mends: block.mends(row),
    ...(columns && { columns }),
    ...(Number.isNaN(around) ? {} : { around }),
  };
}

/** The problems of a log as a whole, and those of its last record, at which a log that is cut off ends. */
export function problemsOfLog({ outline, index }: Analysis): readonly Problem[] {
  const last = index.blocks.at(-1)?.block;
  return [...outline.problems, ...(last?.problems.get(last.count - 1) ?? [])];
}

/** The characters of a record; undefined when the log has no such record. */
export function spanAt({ index }: Analysis, at: number): Span | undefined {
  return index.at(at, (block, row, base) => ({ start: base + block.start(row), end: base + block.end(row) }));
}

/** What it takes to find the parts of a record in the text; undefined when the log has no such record. */
export function partedAt(analysis: Analysis, index: number): PartedRecord | undefined {
  const slot = analysis.index.slot(index);
  return slot && withoutEvent(analysis, slot.block, slot.row);
}

/**
 * What views show of a record; undefined when the log has no such record.
 *
 * @param content what tells the record apart where it has no id: see `RowSource`
 */
export function factsAt(analysis: Analysis, index: number, content?: () => string | undefined): EventFacts | undefined {
  const slot = analysis.index.slot(index);
  return slot && rowFacts(analysis, slot.block, slot.row, content);
}

/** The facts of all records, in the order of the text; they can be gone through more than once. */
export function allFacts(analysis: Analysis): Iterable<EventFacts> {
  return { [Symbol.iterator]: () => factsInOrder(analysis) };
}

function* factsInOrder(analysis: Analysis): Generator<EventFacts> {
  for (const [at, { block }] of analysis.index.blocks.entries()) {
    for (let row = 0; row < block.count; row++) {
      const facts = rowFacts(analysis, at, row);
      if (facts !== undefined) yield facts;
    }
  }
}

function rowFacts(
  analysis: Analysis,
  at: number,
  row: number,
  content?: () => string | undefined,
): EventFacts | undefined {
  const found = analysis.index.blocks[at];
  if (found === undefined) return undefined;
  const { block, base, first } = found;
  const read = (): EventFacts => {
    const record = withoutEvent(analysis, at, row);
    if (record === undefined) throw new Error('A row that its index does not have.');
    return factsOf(withEvent(analysis, record));
  };
  return new RowFacts({ block, row, base, names: analysis.index.names, index: first + row, read, content });
}

/** A record that something is wrong with, as far as most have to know it. */
export interface FaultyRow {
  readonly start: number;
  readonly problems: EventRecord['problems'];
  readonly record: () => EventRecord;
}

/** The same records as `faultyRecords`, for those who pass over most of them. */
export function* faultyRows(analysis: Analysis): Generator<FaultyRow> {
  for (const [at, { block, base }] of analysis.index.blocks.entries()) {
    for (const [row, problems] of block.problems) {
      const record = (): EventRecord => {
        const found = withoutEvent(analysis, at, row);
        if (found === undefined) throw new Error('A row that its index does not have.');
        return found;
      };
      yield { start: base + block.start(row), problems, record };
    }
  }
}

/** The records that something is wrong with, in the order of the text; whole ones without their events. */
export function* faultyRecords(analysis: Analysis): Generator<EventRecord> {
  for (const [at, { block }] of analysis.index.blocks.entries()) {
    for (const row of block.problems.keys()) {
      const record = withoutEvent(analysis, at, row);
      if (record !== undefined) yield record;
    }
  }
}

/** All records, whole ones without their event, in the order of the text; they can be gone through more than once. */
export function allRecords(analysis: Analysis): Iterable<EventRecord> {
  return { [Symbol.iterator]: () => recordsInOrder(analysis) };
}

function* recordsInOrder(analysis: Analysis): Generator<EventRecord> {
  for (const [at, { block }] of analysis.index.blocks.entries()) {
    for (let row = 0; row < block.count; row++) {
      const record = withoutEvent(analysis, at, row);
      if (record !== undefined) yield record;
    }
  }
}

/** The faulty records that have a character or a border in common with a stretch of text. */
export function* faultyRecordsAt(analysis: Analysis, { start, end }: Span): Generator<EventRecord> {
  for (const [at, { block, base }] of analysis.index.blocks.entries()) {
    if (base + block.start(0) > end || base + block.end(block.count - 1) < start) continue;
    for (const row of block.problems.keys()) {
      const record = withoutEvent(analysis, at, row);
      if (record !== undefined && record.start <= end && start <= record.end) yield record;
    }
  }
}

/** The index of the record that holds an offset, its first character included and the one behind it not. */
export function recordIndexAt(analysis: Analysis, offset: number): number | undefined {
  const last = analysis.index.countUpTo(offset) - 1;
  return last >= 0 && (analysis.index.end(last) ?? 0) > offset ? last : undefined;
}
