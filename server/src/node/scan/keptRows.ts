import { contentsOf, type EventRecord, type Outcome, particularsOf, type Things, thingsOf } from '../../core';
import { isMailCall } from '../../core/index';
import { ParticularsWriter } from '../../core/store/particularsWriter';
import { newTables, RowWriter } from '../../core/store/rowWriter';
import type { Extractor } from '../../extract/extractor';
import type { FlatEntries } from '../../extract/own/flatLines';
import type { FlatReader } from '../../extract/own/flatReader';
import { type FlatChunk, WHY } from '../../extract/own/flatRows';
import type { ChunkTold, RowsTold, StretchTold } from './rowMessages';
import { EXTRACTED } from './rowMessages';

/** A stretch that still grows. */
type Growing = { -readonly [name in keyof StretchTold]: StretchTold[name] };

/** No chunk is open. */
const NONE = -1;

const NO_THINGS: Things = { made: [], named: [] };

/** So many rows are made in one piece of memory. */
const CHUNK = 2048;

/** Rows of the records of some files, read in either way, until they are told of: of all records, or of those that a scan asks for. */
export class KeptRows {
  readonly #extractor: Extractor | undefined;
  /** Whether rows of all records are kept, or only those of events that the scan asks for. */
  readonly keepsAll: boolean;
  /** Whether what records make, name and hold is kept beside their rows. */
  readonly keepsThings: boolean;
  readonly #tables = newTables();
  readonly #writer = new RowWriter(CHUNK, this.#tables);
  /** The one whose rows are told of with those of the others, once there are any. */
  #flat: FlatReader | undefined;
  readonly #told = { texts: 1, calls: 0, identities: 0, flatCalls: 0, flatIdentities: 0 };
  /** Those that are not closed yet have a place already. */
  #chunks: (ChunkTold | FlatChunk | undefined)[] = [];
  #written = NONE;
  #flatChunk = NONE;
  #stretches: Growing[] = [];
  #last: Growing | undefined;
  /** Of rows of the extractor. Their texts are those of the rows that are written here. */
  readonly #particulars = new ParticularsWriter(this.#tables.texts);

  constructor(extractor: Extractor | undefined, keepsAll: boolean, keepsThings = true) {
    this.keepsThings = keepsThings;
    this.#extractor = extractor;
    this.keepsAll = keepsAll;
  }

  /**
   * Adds the next record of the file that is read.
   *
   * @param isWanted it is one of the events that the scan asks for
   */
  add(record: EventRecord, isWanted: boolean): void {
    if (!isWanted && !this.keepsAll) return;
    if (this.#writer.isFull) this.#closeChunk();
    if (this.#written === NONE) this.#written = this.#chunks.push(undefined) - 1;
    const row = this.#writer.count;
    this.#writer.add(record, 0, isWanted || isMailCall(record.service));
    this.#place(this.#written, row, 1, record.index);
  }

  /**
   * The same for records that the flat reader has read; none of these is an event that a scan asks for. No object is made for any.
   *
   * @param reader the same for all
   * @param from an entry, and `index` the position of its record
   * @returns the first entry that is no row, for a reason that the rows of the reader tell
   */
  addFlat(reader: FlatReader, entries: FlatEntries, from: number, index: number): number {
    this.#flat = reader;
    const { rows } = reader;
    for (let entry = from; ; ) {
      const row = rows.count;
      const next = rows.add(entries, entry, this.keepsAll);
      if (rows.count > row) {
        if (this.#flatChunk === NONE) this.#flatChunk = this.#chunks.push(undefined) - 1;
        this.#place(this.#flatChunk, row, rows.count - row, index + entry - from);
      }
      if (rows.why !== WHY.full) return next;
      this.#closeFlat();
      entry = next;
    }
  }

  /**
   * The same for records of other services that the extractor has read, and that follow each other.
   *
   * @param row of the extractor, the first of them
   */
  addRun(row: number, count: number, index: number): void {
    if (this.keepsAll) this.#place(EXTRACTED, row, count, index);
  }

  /**
   * The same for one record that the extractor has read, and that was then read as a whole.
   *
   * @param row of the extractor
   * @param outcome as the row has it
   */
  addExtracted(row: number, record: EventRecord, outcome: Outcome, isWanted: boolean): void {
    if (!this.keepsAll) {
      this.add(record, isWanted);
      return;
    }
    this.#place(EXTRACTED, row, 1, record.index);
    const isTold = isWanted || isMailCall(record.service);
    if (!this.keepsThings) {
      if (isTold) this.#particulars.add(row, particularsOf(record, outcome), NO_THINGS, '');
      return;
    }
    const things = thingsOf(record, outcome);
    if (isTold) {
      this.#particulars.add(row, particularsOf(record, outcome), things, contentsOf(record, outcome));
    } else {
      this.#particulars.addThings(row, things, contentsOf(record, outcome));
    }
  }

  /**
   * Keeps what a record of another service says of things.
   *
   * @param row of the extractor, added by `addRun`
   */
  addThings(row: number, things: Things, contents: string): void {
    if (this.keepsAll) this.#particulars.addThings(row, things, contents);
  }

  /** The rows of the file that was read last. */
  endFile(): readonly StretchTold[] {
    const stretches = this.#stretches;
    this.#stretches = [];
    this.#last = undefined;
    return stretches;
  }

  /** Everything since the last time. */
  take(): RowsTold {
    this.#closeChunk();
    this.#closeFlat();
    const { texts, calls, identities } = this.#tables;
    const extracted = this.#extractor?.take();
    const particulars = this.#particulars.take();
    const told = {
      chunks: this.#chunks.flatMap((chunk) => chunk ?? []),
      written: {
        texts: texts.since(this.#told.texts),
        calls: calls.since(this.#told.calls),
        identities: identities.since(this.#told.identities),
      },
      // Where not all rows are kept, those of the extractor are only counted.
      ...(this.keepsAll && extracted && { extracted: { ...extracted, particulars } }),
      ...(this.keepsAll && this.#flat && { flat: this.#flatTables(this.#flat) }),
    };
    this.#told.texts = texts.size;
    this.#told.calls = calls.size;
    this.#told.identities = identities.size;
    this.#chunks = [];
    return told;
  }

  #place(chunk: number, row: number, count: number, index: number): void {
    const last = this.#last;
    if (last?.chunk === chunk && last.to === row && last.index + row - last.from === index) {
      last.to = row + count;
      return;
    }
    this.#last = { chunk, from: row, to: row + count, index };
    this.#stretches.push(this.#last);
  }

  #flatTables({ lines, rows }: FlatReader): NonNullable<RowsTold['flat']> {
    const { calls, identities } = rows.tuples;
    const told = {
      texts: lines.take(),
      calls: calls.since(this.#told.flatCalls),
      identities: identities.since(this.#told.flatIdentities),
      described: rows.described,
    };
    this.#told.flatCalls = calls.size;
    this.#told.flatIdentities = identities.size;
    return told;
  }

  #closeFlat(): void {
    const rows = this.#flat?.rows;
    if (rows === undefined || this.#flatChunk === NONE) return;
    this.#chunks[this.#flatChunk] = rows.take();
    this.#flatChunk = NONE;
  }

  #closeChunk(): void {
    if (this.#written === NONE) return;
    const chunk = this.#writer.take();
    const { count, notes, particulars, own } = chunk;
    const numbers = new Uint32Array(chunk.compact());
    this.#chunks[this.#written] = { numbers, count, notes, own: own.told, particulars: particulars.told };
    this.#written = NONE;
  }
}
