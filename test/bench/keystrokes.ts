import type { Chance } from './generator/chance';

/** One character of the text replaced by another. */
export interface Keystroke {
  readonly at: number;
  readonly typed: string;
}

/** A contender that takes this long for some keys is known well enough. */
const ENOUGH_MS = 60_000;
/** Where a time begins, in a record or in one that is a text inside of other JSON. */
const BEFORE = /\beventTime\\?":\\?"/g;

/**
 * Typing all over a log: a character of some event's time is overwritten, which is a problem, and then put right again. The
 * length of the text never changes.
 */
export function* keystrokes(text: string, chance: Chance, count: number): Generator<Keystroke> {
  const begin = performance.now();
  for (let done = 0; done < count && performance.now() - begin < ENOUGH_MS; done += 2) {
    const at = timeBehind(text, chance.between(0, text.length * 0.99)) ?? timeBehind(text, 0) ?? 0;
    yield { at, typed: 'x' };
    yield { at, typed: text.charAt(at) };
  }
}

function timeBehind(text: string, from: number): number | undefined {
  const before = new RegExp(BEFORE);
  before.lastIndex = Math.floor(from);
  return before.test(text) ? before.lastIndex : undefined;
}
