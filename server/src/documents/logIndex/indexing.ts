import type { Checkpoint, EventRecord, Problem } from '../../core/index';
import { Texts } from '../../core/store/texts';
import { BLOCK, Block } from './block';
import { BlockWriter } from './blockWriter';
import type { RowsOfPiece } from './extractedRows';
import { type BlockInLog, LogIndex } from './logIndex';
import { rowOf } from './rowOf';

/** Makes the index of a log while it is read. */
export class Indexing {
  readonly names = new Texts();
  readonly #blocks: Pick<BlockInLog, 'block' | 'base'>[] = [];
  readonly #writer = new BlockWriter(BLOCK);
  #base = 0;

  /** @param checkpoint how the record was come to */
  add(record: EventRecord, checkpoint: Checkpoint): void {
    if (this.#writer.isFull) this.#close(record.start);
    this.#writer.add(rowOf(record, checkpoint, this.names, this.#base));
  }

  /** The same for plain records from one up to another, exclusive, of which no objects were made. */
  addExtracted(rows: RowsOfPiece, from: number, to: number): void {
    for (let at = from; at < to; ) {
      if (this.#writer.isFull) this.#close(rows.start(at));
      at = rows.write(this.#writer, at, to, this.#base);
    }
  }

  /** @param lastGaps what is wrong between records and was not noted with the record behind */
  end(lastGaps: readonly Problem[]): LogIndex {
    this.#close(0);
    return new LogIndex(this.#blocks, this.names, lastGaps);
  }

  #close(next: number): void {
    if (this.#writer.count > 0) this.#blocks.push({ block: new Block(this.#writer.take()), base: this.#base });
    this.#base = next;
  }
}
