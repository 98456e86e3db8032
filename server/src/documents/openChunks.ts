import type { RowChunk } from '../core/store/rowChunk';
import { RowTables } from '../core/store/rowTables';
import { newTables, RowWriter } from '../core/store/rowWriter';
import { type Analysis, recordAt } from './analysis';
import type { Block } from './logIndex/block';
import type { BlockInLog } from './logIndex/logIndex';

/**
 * The records of open logs in the columns that questions ask for. They are read again from the text when the first question is
 * asked. A block does not change, and versions of a log share the blocks that an edit did not touch, so after a keystroke only
 * what has changed is read again.
 */
export class OpenChunks {
  readonly #tables = newTables();
  readonly #read = new RowTables(this.#tables);
  readonly #known = new WeakMap<Block, RowChunk>();

  of(analysis: Analysis, { block, base, first }: BlockInLog): RowChunk {
    const known = this.#known.get(block);
    if (known !== undefined) return known;
    const writer = new RowWriter(block.count, this.#tables, this.#read);
    for (let row = 0; row < block.count; row++) {
      const record = recordAt(analysis, first + row);
      if (record !== undefined) writer.add(record, base);
    }
    const chunk = writer.take();
    this.#known.set(block, chunk);
    return chunk;
  }
}
