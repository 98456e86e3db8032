import type { Limits } from '../../host/limits';
import type { FileToHash, HashedFile } from './hashFile';

/** What a thread that hashes files is told when it is made. */
export interface HashOrders {
  readonly limits: Limits;
  readonly wantsBytes: boolean;
}

/** The files that a thread is given at once. */
export type HashBatch = readonly FileToHash[];

/** What came of them, in their order. */
export type HashAnswers = readonly HashedFile[];
