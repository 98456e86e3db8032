import type { EventRecord } from '../../core';
import { newTables, RowWriter } from '../../core/store/rowWriter';
import type { ChunkTold, RowsTold, StretchTold } from './rowMessages';

/** So many rows are made in one piece of memory. */
const CHUNK = 2048;

/** Rows of the records of some files, until they are told of. */
export class KeptRows {
  readonly #tables = newTables();
  readonly #writer = new RowWriter(CHUNK, this.#tables);
  readonly #told = { texts: 1, calls: 0, identities: 0 };
  #chunks: ChunkTold[] = [];
  #stretches: StretchTold[] = [];

  /** Adds the next record of the file that is read. */
  add(record: EventRecord): void {
    if (this.#writer.isFull) this.#closeChunk();
    const row = this.#writer.count;
    const last = this.#stretches.at(-1);
    this.#writer.add(record);
    const goesOn = last?.chunk === this.#chunks.length && last.index + last.to - last.from === record.index;
    if (goesOn) this.#stretches[this.#stretches.length - 1] = { ...last, to: row + 1 };
    else this.#stretches.push({ chunk: this.#chunks.length, from: row, to: row + 1, index: record.index });
  }

  /** The rows of the file that was read last. */
  endFile(): readonly StretchTold[] {
    const stretches = this.#stretches;
    this.#stretches = [];
    return stretches;
  }

  /** Everything since the last time. */
  take(): RowsTold {
    this.#closeChunk();
    const { texts, calls, identities } = this.#tables;
    const told = {
      chunks: this.#chunks,
      written: {
        texts: texts.since(this.#told.texts),
        calls: calls.since(this.#told.calls),
        identities: identities.since(this.#told.identities),
      },
    };
    this.#told.texts = texts.size;
    this.#told.calls = calls.size;
    this.#told.identities = identities.size;
    this.#chunks = [];
    return told;
  }

  #closeChunk(): void {
    if (this.#writer.count === 0) return;
    const chunk = this.#writer.take();
    this.#chunks.push({ numbers: new Uint32Array(chunk.compact()), count: chunk.count, notes: chunk.notes });
  }
}
