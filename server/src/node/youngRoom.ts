import { setFlagsFromString } from 'node:v8';

/**
 * From now on the room for values that nobody has kept yet does not grow any more, in this thread: where it makes much that is forgotten at once,
 * V8 lets it grow to 32 MB and never gives them back. Whenever a thread is made, V8 lets it grow again.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
