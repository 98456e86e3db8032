import {
  analyzeNative,
  Checkpoint,
  type EventRecord,
  type Level,
  type LogOutline,
  type Seen,
  Walk,
} from '../../core/index';
import type { Extractor } from '../../extract/extractor';
import type { TextExtraction } from '../extractorFor';
import { ExtractedRows } from './extractedRows';
import { Indexing } from './indexing';
import type { LogIndex } from './logIndex';
import { RecordsBetween } from './recordsBetween';

/** The first record of a log, as the reading of any log finds it, and how that has come to it. */
export interface Head {
  readonly record: EventRecord;
  readonly checkpoint: Checkpoint;
}

/** The index of a log that the extractor has taken. `last` and `spent` are those of `Native`. */
export interface ExtractedIndex {
  readonly outline: LogOutline;
  readonly index: LogIndex;
  readonly last: Seen;
  readonly spent: number;
}

/** A log of fewer records has none between its first and its last one. */
const FEWEST = 3;
/** After so many records it is told whether nearly all have to be read as JSON anyway, which is done sooner without an extractor. */
const TOLD_BY = 200;
const MOST_READ = 0.8;
/** So many rows are made without a pause. */
const AT_ONCE = 256;

/**
 * Makes the index of a log that stands as CloudTrail writes it, without an object for any record of another service than WorkMail's.
 *
 * The extractor proves that the log is JSON, and that nothing but records stands in its list. So the first and the last record are
 * read as those of any log, and all between them are whole and among their like, which is all there is to know of how they were come
 * to. Yields how many records are known since the last time.
 *
 * @param extraction has not begun yet; its extractor is of no use afterwards
 * @returns undefined where the log has to be read as any other
 */
export function* extractedIndex(
  text: string,
  head: Head,
  extraction: TextExtraction,
): Generator<number, ExtractedIndex | undefined> {
  const { extractor, reading } = extraction;
  let step = reading.next();
  for (; !step.done; step = reading.next()) {
    if (extractor.count >= TOLD_BY && extractor.specialCount > MOST_READ * extractor.count) return undefined;
    yield 0;
  }
  const outcome = step.value;
  if ('surprise' in outcome || outcome.rows < FEWEST) return undefined;

  const indexing = new Indexing();
  const between = yield* addBetween(indexing, text, head, extractor);
  if (between === undefined) return undefined;
  const { container, rows } = outcome;
  const tail = readTail(indexing, text, { container, end: between.end, index: rows - 1 });
  if (tail === undefined) return undefined;
  yield 1;
  return {
    outline: { container, problems: [], kind: undefined },
    index: indexing.end([]),
    last: tail.met,
    spent: head.checkpoint.spent + between.spent + tail.spent,
  };
}

/** Where the last of some records ends, and what looks that failed may have cost, or more. */
interface Between {
  readonly end: number;
  readonly spent: number;
}

/** Adds the first record and all others but the last one. */
function* addBetween(
  indexing: Indexing,
  text: string,
  head: Head,
  extractor: Extractor,
): Generator<number, Between | undefined> {
  const { record: first, checkpoint } = head;
  indexing.add(first, checkpoint);
  yield 1;
  const { level } = checkpoint;
  const extracted = new ExtractedRows(extractor, indexing.names, level);
  const between = new RecordsBetween(text, indexing, level);
  const last = extractor.count - 1;
  let { end } = first;
  for (const piece of extractor.pieces(0)) {
    const rows = extracted.of(piece);
    const count = Math.min(piece.count, last - piece.row);
    if (piece.row === 0 && (rows.start(0) !== first.start || rows.end(0) !== first.end)) return undefined;
    for (let at = piece.row === 0 ? 1 : 0; at < count; ) {
      const next = between.add(rows, at, Math.min(count, at + AT_ONCE), piece.row);
      if (next === undefined) return undefined;
      yield next - at;
      at = next;
    }
    if (count > 0) end = rows.end(count - 1);
  }
  return { end, spent: between.spent };
}

/** Where the last record of a log is looked for. */
interface Behind {
  readonly container: 'records' | 'array';
  /** The end of the record before. */
  readonly end: number;
  readonly index: number;
}

/**
 * Reads the last record and what stands behind it, and adds it.
 *
 * @returns how the reading stands at the end; undefined where anything else is found
 */
function readTail(indexing: Indexing, text: string, { container, end, index }: Behind): Checkpoint | undefined {
  const open: readonly Level[] = container === 'records' ? ['wrapper', 'list'] : ['list'];
  const checkpoint = new Checkpoint();
  const reading = analyzeNative(Walk.behind(text, open, end), index, { checkpoint, mayHaveParts: true });
  let records = 0;
  let next = reading.next();
  for (; !next.done; next = reading.next()) {
    if (next.value === undefined) continue;
    records++;
    if (checkpoint.gaps.length > 0) return undefined;
    indexing.add(next.value, checkpoint);
  }
  return records === 1 && checkpoint.isUsable && next.value.problems.length === 0 ? checkpoint : undefined;
}
