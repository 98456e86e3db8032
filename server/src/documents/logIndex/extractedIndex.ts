import {
  analyzeNative,
  Checkpoint,
  type EventRecord,
  type Level,
  type LogOutline,
  type Seen,
  Walk,
  wholeRecord,
} from '../../core/index';
import type { Extractor } from '../../extract/extractor';
import type { TextExtraction } from '../extractorFor';
import { ExtractedRows, type RowsOfPiece } from './extractedRows';
import { Indexing } from './indexing';
import type { LogIndex } from './logIndex';

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
/** The look for the end of a record may fail where that is further away. */
const FAR = 16_000;
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
  for (; !step.done; step = reading.next()) yield 0;
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
  const like = new Checkpoint();
  like.level = checkpoint.level;
  const extracted = new ExtractedRows(extractor, indexing.names, like.level);
  const places = new RecordPlaces(text);
  const last = extractor.count - 1;
  let { end } = first;
  for (const piece of extractor.pieces(0)) {
    const rows = extracted.of(piece);
    const count = Math.min(piece.count, last - piece.row);
    let at = 0;
    if (piece.row === 0) {
      if (rows.start(0) !== first.start || rows.end(0) !== first.end) return undefined;
      at = 1;
    }
    while (at < count) {
      const from = at;
      const to = Math.min(count, from + AT_ONCE);
      const plain = rows.plainUpTo(from, to);
      at = Math.min(to, plain + 1);
      if (!places.areThoseOfRecords(rows, from, at)) return undefined;
      indexing.addExtracted(rows, from, plain);
      if (plain < at) {
        const span = { start: rows.start(plain), end: rows.end(plain) };
        const record = wholeRecord(text, span, piece.row + plain);
        if (record === undefined) return undefined;
        indexing.add(record, like);
      }
      yield at - from;
    }
    if (count > 0) end = rows.end(count - 1);
  }
  return { end, spent: places.spent };
}

/** What the walk over a log asks of places where records begin. */
class RecordPlaces {
  readonly #text: string;
  readonly #walk: Walk;
  readonly #effort: number;
  #long = 0;

  constructor(text: string) {
    this.#text = text;
    this.#walk = new Walk(text);
    this.#effort = this.#walk.effort.left;
  }

  /** As `Between` has it. */
  get spent(): number {
    return this.#long + this.#effort - this.#walk.effort.left;
  }

  /** Whether none of these records is an object around records of its own, which is another log. */
  areThoseOfRecords(rows: RowsOfPiece, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const start = rows.start(at);
      const length = rows.end(at) - start;
      if (length > FAR) this.#long += length;
      if (!this.#text.startsWith(USUAL, start) && this.#walk.beginsLog(start)) return false;
    }
    return true;
  }
}

/** How records of CloudTrail begin on one line. Only saves time. */
const USUAL = '{"eventVersion"';

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
