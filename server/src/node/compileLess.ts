import { setFlagsFromString } from 'node:v8';

/** V8 of Node 20. */
const MEASURED = '11.';

/**
 * From now on V8 optimizes less, in this process and all its threads: only what goes on for longer, and what such code calls stays apart from it sooner.
 * Whoever asks all questions of a log runs hundreds of loops once each, and to optimize them took a third of all processor time; a long scan, which runs the
 * same few for minutes, is better off without this. Where V8 is another than that of Node 20 nothing happens: later ones call these options otherwise, say
 * so on standard error, and what they gain there was not measured.
 */
export function compileLess(): void {
  if (!process.versions.v8.startsWith(MEASURED)) return;
  // Three times as long as V8 waits by itself, and a quarter of what it puts into one function.
  setFlagsFromString('--interrupt-budget=200000');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
