import type { Platform } from '../host/platform';
import type { Turns } from '../host/turns';

/** How long work that nobody waits for goes on before it looks whether somebody asks. Milliseconds. */
const QUIET_SLICE = 2;

/** Does work while nobody asks anything. @returns undefined once it is no longer wanted */
export async function quietly<T>(
  work: Generator<void, T>,
  isWanted: () => boolean,
  platform: Platform,
  turns: Turns,
): Promise<T | undefined> {
  while (isWanted()) {
    await platform.pause();
    await turns.quiet();
    const until = platform.now() + QUIET_SLICE;
    do {
      const next = work.next();
      if (next.done) return next.value;
    } while (platform.now() < until);
  }
  return undefined;
}
