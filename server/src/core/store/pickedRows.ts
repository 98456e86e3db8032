import type { EventRow } from '../investigate/eventRow';
import type { RowChunk } from './rowChunk';

/** Some rows of a chunk. Lists of them are in the order of the rows: by log, then by place in the log. */
export interface PickedRows {
  readonly chunk: RowChunk;
  /** Positions in the chunk, in ascending order. */
  readonly rows: Uint32Array;
}

/** Gives a row as a whole: an object of its own each time. */
export type AsEventRow = (chunk: RowChunk, row: number) => EventRow;
