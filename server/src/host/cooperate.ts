import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Platform } from './platform';

/** How long the server works before it looks for other things to do. Milliseconds. */
const SLICE = 8;

/** Something that may be called off while it runs; LSP's cancellation tokens are of this shape. */
export interface Stoppable {
  readonly isCancellationRequested: boolean;
}

/**
 * Runs a generator to its end in slices, so that a long work stops at once when it is no longer wanted and delays nothing
 * else. A pause comes first: a burst of changes is over before the first slice begins.
 *
 * @param take gets everything the generator yields; what it returns is waited for
 * @returns what the generator returns; undefined when it was called off
 */
export async function drain<T, R extends object>(
  work: Generator<T, R>,
  platform: Platform,
  token: Stoppable,
  take: (piece: T) => void | Promise<void>,
): Promise<R | undefined> {
  while (true) {
    await platform.pause();
    if (token.isCancellationRequested) return undefined;
    const until = platform.now() + SLICE;
    do {
      const next = work.next();
      if (next.done) return next.value;
      const waited = take(next.value);
      if (waited !== undefined) await waited;
    } while (platform.now() < until);
  }
}

/** The answer to a question that was called off. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
