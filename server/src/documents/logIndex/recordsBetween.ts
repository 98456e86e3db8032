import { Checkpoint, Walk, wholeRecord } from '../../core/index';
import type { RowsOfPiece } from './extractedRows';
import type { Indexing } from './indexing';

/** The look for the end of a record may fail where that is further away. */
const FAR = 16_000;
/** So many characters are read as JSON without a pause: a millisecond or two. */
const READ_AT_ONCE = 32_000;
/** How records of CloudTrail begin on one line. Only saves time. */
const USUAL = '{"eventVersion"';

/** Adds those records of a log to its index that are whole and stand between their like, as the extractor has found them. */
export class RecordsBetween {
  readonly #text: string;
  readonly #indexing: Indexing;
  readonly #like = new Checkpoint();
  readonly #walk: Walk;
  readonly #effort: number;
  #long = 0;

  /** @param level what stands open around each of them */
  constructor(text: string, indexing: Indexing, level: string) {
    this.#text = text;
    this.#indexing = indexing;
    this.#like.level = level;
    this.#walk = new Walk(text);
    this.#effort = this.#walk.effort.left;
  }

  /** What looks that failed would have cost, or more. */
  get spent(): number {
    return this.#long + this.#effort - this.#walk.effort.left;
  }

  /**
   * Adds some records, from one up to another, exclusive; fewer where many of them have to be read.
   *
   * @param first index of the record at 0
   * @returns the first that was not added; undefined where one is not what it should be
   */
  add(rows: RowsOfPiece, from: number, to: number, first: number): number | undefined {
    let at = from;
    for (let read = 0; at < to && read < READ_AT_ONCE; ) {
      const plain = rows.plainUpTo(at, to);
      const next = Math.min(to, plain + 1);
      if (!this.#areRecords(rows, at, next)) return undefined;
      this.#indexing.addExtracted(rows, at, plain);
      if (plain < next) {
        const span = { start: rows.start(plain), end: rows.end(plain) };
        const record = wholeRecord(this.#text, span, first + plain);
        if (record === undefined) return undefined;
        this.#indexing.add(record, this.#like);
        read += span.end - span.start;
      }
      at = next;
    }
    return at;
  }

  /** Whether none is an object around records of its own, which is another log. */
  #areRecords(rows: RowsOfPiece, from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const start = rows.start(at);
      const length = rows.end(at) - start;
      if (length > FAR) this.#long += length;
      if (!this.#text.startsWith(USUAL, start) && this.#walk.beginsLog(start)) return false;
    }
    return true;
  }
}
