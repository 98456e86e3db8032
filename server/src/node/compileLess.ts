import { setFlagsFromString } from 'node:v8';

/**
 * From now on V8 optimizes less, in this process and all its threads: only what goes on for longer, and what such code calls stays apart from it sooner.
 * Whoever asks all questions of a log runs hundreds of loops once each, and to optimize them took a third of all processor time; a long scan, which runs the
 * same few for minutes, is better off without this.
 */
export function compileLess(): void {
  // Three times as long as V8 waits by itself, and a quarter of what it puts into one function.
  setFlagsFromString('--interrupt-budget=200000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
