/** Rows, in blocks of columns. The order of the columns is that of `core/store/columns.ts`. */

/** Rows of a block. */
export const BLOCK_ROWS: u32 = 4096;
/** Bytes from column to column. Not a power of two: 20 lines of a cache that are written in turn would take each other's place. */
export const STRIDE: usize = 16448;
export const WIDTH: usize = 20;
/** Columns behind those, which are for this module alone: see `places.ts` and `placed.ts`. */
const PLACES: usize = 6;
const PLACED: usize = 12;
/** Where the first of the latter is. */
export const FIRST_PLACED: usize = WIDTH + PLACES;

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

/** Where the first column of a row is. */
export function placeOfRow(row: u32): usize {
  return blockOfRows(row / BLOCK_ROWS) + ((<usize>(row % BLOCK_ROWS)) << 2);
}

/** Makes room for one more row. */
export function newRow(): usize {
  if (count === 0) keepFirstBlock();
  const block = count / BLOCK_ROWS;
  if (block === blockCount) {
    if (blockCount === roomForBlocks) {
      roomForBlocks = max(FEWEST_BLOCKS, roomForBlocks << 1);
      blocks =
        blocks === 0 ? heap.alloc((<usize>roomForBlocks) << 2) : heap.realloc(blocks, (<usize>roomForBlocks) << 2);
    }
    store<u32>(blocks + ((<usize>blockCount) << 2), <u32>heap.alloc(STRIDE * (FIRST_PLACED + PLACED)));
    blockCount++;
  }
  return blockOfRows(block) + ((<usize>(count++ % BLOCK_ROWS)) << 2);
}

/** Begins anew. What the rows say stays until the next one is made. */
export function emptyRows(): void {
  count = 0;
}

/** Gives back the room of all blocks but the first. */
function keepFirstBlock(): void {
  while (blockCount > 1) {
    blockCount--;
    heap.free(blockOfRows(blockCount));
  }
}
