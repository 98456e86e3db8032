import type { RowChunk } from './rowChunk';

/** Rows of one log that follow each other there and in a chunk. A log may have several; a chunk may hold those of many logs. */
export interface Stretch {
  readonly chunk: RowChunk;
  /** Positions in the chunk, the end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Position of the log among those that are looked at together. */
  readonly log: number;
  /** Of the first row among the records of its log. */
  readonly index: number;
  /** What the offsets of its rows count from. */
  readonly base: number;
}
