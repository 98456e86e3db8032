import type { Chance } from './generator/chance';

/** One character of the text replaced by another. */
export interface Keystroke {
  readonly at: number;
  readonly typed: string;
}

/** A contender that takes this long for some keys is known well enough. */
const ENOUGH_MS = 60_000;
const BEFORE = '"eventTime":"';

/**
 * Typing all over a log: a character of some event's time is overwritten, which is a problem, and then put right again. The
 * length of the text never changes.
 */
export function* keystrokes(text: string, chance: Chance, count: number): Generator<Keystroke> {
  const begin = performance.now();
  for (let done = 0; done < count && performance.now() - begin < ENOUGH_MS; done += 2) {
    const found = text.indexOf(BEFORE, chance.between(0, text.length * 0.99));
    const at = (found < 0 ? text.indexOf(BEFORE) : found) + BEFORE.length;
    yield { at, typed: 'x' };
    yield { at, typed: text.charAt(at) };
  }
}
