import type { SeenContent } from '../../core/verify/integrity';
import type { Limits } from '../../host/limits';
import type { HashedFile, HashedPart } from './hashFile';

/** What a thread that hashes files is told when it is made. */
export interface HashOrders {
  readonly limits: Limits;
  readonly part: HashedPart;
}

/** Paths of the files that a thread is given at once. */
export type HashBatch = readonly (string | Uint8Array)[];

/**
 * What came of a batch, in its order. As text it crosses to the other thread in a fraction of the time; nearly all files are ordinary, and of these
 * nothing but the hash crosses.
 */
export function hashedText(hashed: readonly HashedFile[]): string {
  return JSON.stringify(hashed.map((one) => (isOrdinary(one) ? one.content.sha256 : one)));
}

/** The way back. @param text of this program, and of nobody else */
export function hashedIn(text: string): readonly HashedFile[] {
  const crossed: readonly (HashedFile | string)[] = JSON.parse(text);
  return crossed.map((one) => (typeof one === 'string' ? { content: { ...ORDINARY, sha256: one } } : one));
}

/** A log as CloudTrail writes it. */
const ORDINARY = { isPacked: true, behind: 0, namesEvents: true, isOwnLog: false } as const;

function isOrdinary(one: HashedFile): one is { readonly content: SeenContent } {
  const { content, bytes } = one;
  return (
    bytes === undefined &&
    content !== undefined &&
    !('failure' in content) &&
    content.isPacked &&
    content.behind === 0 &&
    content.namesEvents &&
    !content.isOwnLog &&
    content.digestText === undefined &&
    content.damage === undefined &&
    content.ofAllMembers === undefined
  );
}
