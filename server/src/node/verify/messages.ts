import type { Limits } from '../../host/limits';
import type { HashedFile } from './hashFile';

/** What a thread that hashes files is told when it is made. */
export interface HashOrders {
  readonly limits: Limits;
  readonly wantsBytes: boolean;
}

/** Paths of the files that a thread is given at once. */
export type HashBatch = readonly (string | Uint8Array)[];

/** What came of a batch, in its order. As text it crosses to the other thread in a fraction of the time. */
export function hashedText(hashed: readonly HashedFile[]): string {
  return JSON.stringify(hashed);
}

/** The way back. @param text of this program, and of nobody else */
export function hashedIn(text: string): readonly HashedFile[] {
  return JSON.parse(text);
}
