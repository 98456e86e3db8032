import { codeOf, messageOf } from '../check/rules';
import { label } from '../explain/escape';
import type { Problem } from '../record';

/** Something that has to be known of how a log was read. */
export interface ReadNote {
  /** One or two sentences, as a label. */
  readonly message: string;
  /** Something that may belong to the log was not read. */
  readonly isLoss: boolean;
}

/** Problems that say how a text was read and leave out nothing of the log. */
const ABOUT_READING: ReadonlySet<string> = new Set([codeOf('layer'), codeOf('text-around')]);

/** Problems of what was not read, or can't be. */
const NOT_READ: ReadonlySet<string> = new Set([
  codeOf('unreadable'),
  codeOf('cut-off'),
  codeOf('record-cut'),
  codeOf('ellipsis'),
  codeOf('unexpected-text'),
  codeOf('not-an-object'),
  codeOf('records-not-a-list'),
  codeOf('ambiguous-time'),
]);

/** What of a log was not read, in sentences. @param problems as `readNotes` has them */
export function lostOf(problems: Iterable<Problem>): readonly string[] {
  return readNotes(problems).flatMap(({ message, isLoss }) => (isLoss ? message : []));
}

const LONGEST_NOTE = 600;

/**
 * What some problems say of how their log was read, each sort once, in the order in which they come: what lies over the log,
 * what stands beside its events, what was not read. Other problems say nothing of that.
 *
 * @param problems of the log as a whole, and of its last record, at which a log that is cut off ends
 */
export function readNotes(problems: Iterable<Problem>): readonly ReadNote[] {
  const found = new Map<string, { readonly first: Problem; places: number }>();
  for (const problem of problems) {
    if (!ABOUT_READING.has(problem.code) && !NOT_READ.has(problem.code)) continue;
    const known = found.get(problem.code);
    if (known === undefined) found.set(problem.code, { first: problem, places: 1 });
    else known.places++;
  }
  return Array.from(found, ([code, { first, places }]) => ({
    message: `${label(messageOf(first), LONGEST_NOTE)}${places === 1 ? '' : ` So in ${places} places.`}`,
    isLoss: NOT_READ.has(code),
  }));
}
