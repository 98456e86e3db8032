import { run, START } from './grammar';

/** What stands before the first event of a log is looked for this far, and so many braces are tried. */
export const LONGEST_HEAD = 1000;
const MOST_BRACES = 12;

/**
 * Where the log begins of which the event at `start` is the first one, if it is: `{"Records":[`, whatever members stand
 * before the list.
 *
 * @param from the log begins here at the earliest
 */
export function headBefore(text: string, start: number, from: number): number | undefined {
  const base = Math.max(from, start - LONGEST_HEAD);
  const before = text.slice(base, start);
  if (!/"records"\s*:\s*\[\s*$/i.test(before)) return undefined;
  let brace = before.lastIndexOf('{');
  for (let count = 0; brace >= 0 && count < MOST_BRACES; count++) {
    const stop = run(before, brace, before.length, START);
    const { frame, expect } = stop.state;
    if (stop.kind === 'limit' && expect === 'first-element' && frame?.depth === 2) return base + brace;
    brace = brace === 0 ? -1 : before.lastIndexOf('{', brace - 1);
  }
  return undefined;
}
