import type { Checkpoint, EventRecord, Problem } from '../../core/index';
import { Texts } from '../../core/store/texts';
import { BLOCK, Block } from './block';
import type { RowsOfPiece } from './extractedRows';
import { type BlockInLog, LogIndex } from './logIndex';
import type { Row } from './row';
import { rowOf } from './rowOf';

/** Makes the index of a log while it is read. */
export class Indexing {
  readonly names = new Texts();
  readonly #blocks: Pick<BlockInLog, 'block' | 'base'>[] = [];
  #rows: Row[] = [];
  #base = 0;

  /** @param checkpoint how the record was come to */
  add(record: EventRecord, checkpoint: Checkpoint): void {
    if (this.#rows.length === BLOCK) this.#close(record.start);
    this.#rows.push(rowOf(record, checkpoint, this.names, this.#base));
  }

  /** The same for a record of which no object was made. @param at position of its row */
  addExtracted(rows: RowsOfPiece, at: number): void {
    if (this.#rows.length === BLOCK) this.#close(rows.start(at));
    this.#rows.push(rows.row(at, this.#base));
  }

  /** @param lastGaps what is wrong between records and was not noted with the record behind */
  end(lastGaps: readonly Problem[]): LogIndex {
    this.#close(0);
    return new LogIndex(this.#blocks, this.names, lastGaps);
  }

  #close(next: number): void {
    if (this.#rows.length > 0) this.#blocks.push({ block: Block.of(this.#rows), base: this.#base });
    this.#rows = [];
    this.#base = next;
  }
}
