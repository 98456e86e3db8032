/** Rows, in blocks of columns. The order of the columns is that of `core/store/columns.ts`. */

/** Rows of a block. */
export const BLOCK_ROWS: u32 = 4096;
/** Bytes from column to column. Not a power of two: 20 lines of a cache that are written in turn would take each other's place. */
export const STRIDE: usize = 16448;
const WIDTH: usize = 20;

const FEWEST_BLOCKS: u32 = 64;
let blocks: usize = 0;
let blockCount: u32 = 0;
let roomForBlocks: u32 = 0;
let count: u32 = 0;

export function rowCount(): u32 {
  return count;
}

/** Forgets the rows from this one on. */
export function forgetRows(from: u32): void {
  count = from;
}

export function blockOfRows(index: u32): usize {
  return <usize>load<u32>(blocks + ((<usize>index) << 2));
}

/** Makes room for one more row. */
export function newRow(): usize {
  const block = count / BLOCK_ROWS;
  if (block === blockCount) {
    if (blockCount === roomForBlocks) {
      roomForBlocks = max(FEWEST_BLOCKS, roomForBlocks << 1);
      blocks =
        blocks === 0 ? heap.alloc((<usize>roomForBlocks) << 2) : heap.realloc(blocks, (<usize>roomForBlocks) << 2);
    }
    store<u32>(blocks + ((<usize>blockCount) << 2), <u32>heap.alloc(STRIDE * WIDTH));
    blockCount++;
  }
  return blockOfRows(block) + ((<usize>(count++ % BLOCK_ROWS)) << 2);
}

/** Begins anew, and keeps the room of the first block alone. */
export function emptyRows(): void {
  count = 0;
  while (blockCount > 1) {
    blockCount--;
    heap.free(blockOfRows(blockCount));
  }
}
