import type { EventRecord } from '../../core';
import type { Target } from '../../core/explain/targets';
import { newTables, RowWriter } from '../../core/store/rowWriter';
import type { Extractor } from '../../extract/extractor';
import type { ChunkTold, RowsTold, StretchTold } from './rowMessages';
import { EXTRACTED } from './rowMessages';

/** A stretch that still grows. */
type Growing = { -readonly [name in keyof StretchTold]: StretchTold[name] };

const NONE: readonly never[] = [];
/** So many rows are made in one piece of memory. */
const CHUNK = 2048;

/** Rows of the records of some files, read in either way, until they are told of. */
export class KeptRows {
  readonly #extractor: Extractor | undefined;
  readonly #tables = newTables();
  readonly #writer = new RowWriter(CHUNK, this.#tables);
  readonly #told = { texts: 1, calls: 0, identities: 0 };
  #chunks: ChunkTold[] = [];
  #stretches: Growing[] = [];
  #last: Growing | undefined;
  #targets = new Map<number, readonly string[]>();

  constructor(extractor: Extractor | undefined) {
    this.#extractor = extractor;
  }

  /** Adds the next record of the file that is read. */
  add(record: EventRecord): void {
    if (this.#writer.isFull) this.#closeChunk();
    const row = this.#writer.count;
    this.#writer.add(record);
    this.#place(this.#chunks.length, row, 1, record.index);
  }

  /**
   * The same for records that the extractor has read, and that follow each other.
   *
   * @param row of the extractor, the first of them
   */
  addRun(row: number, count: number, index: number): void {
    this.#place(EXTRACTED, row, count, index);
  }

  /**
   * The same for one of WorkMail.
   *
   * @param targets what was acted upon
   */
  addExtracted(row: number, index: number, targets: readonly Pick<Target, 'id'>[] = NONE): void {
    this.addRun(row, 1, index);
    if (targets.length > 0)
      this.#targets.set(
        row,
        targets.map(({ id }) => id),
      );
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
    const { texts, calls, identities } = this.#tables;
    const extracted = this.#extractor?.take();
    const told = {
      chunks: this.#chunks,
      written: {
        texts: texts.since(this.#told.texts),
        calls: calls.since(this.#told.calls),
        identities: identities.since(this.#told.identities),
      },
      ...(extracted && { extracted: { ...extracted, notes: { times: new Map(), targets: this.#targets } } }),
    };
    this.#told.texts = texts.size;
    this.#told.calls = calls.size;
    this.#told.identities = identities.size;
    this.#chunks = [];
    this.#targets = new Map();
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

  #closeChunk(): void {
    if (this.#writer.count === 0) return;
    const chunk = this.#writer.take();
    this.#chunks.push({ numbers: new Uint32Array(chunk.compact()), count: chunk.count, notes: chunk.notes });
  }
}
