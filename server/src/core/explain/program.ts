import { words } from '../../generated/schemas';
import { wordFor } from '../check/wordFor';

/** CloudTrail keeps 1 KB of it. */
const LONGEST = 1024;

/**
 * The program that a user agent tells of, in our words: `AWS CLI`. Undefined where nothing of it is known. The caller
 * writes the text, so the program can be a forged one: the text itself belongs beside it.
 */
export function programOf(userAgent: string): string | undefined {
  const list = words().userAgents;
  const word = wordFor(list, userAgent.slice(0, LONGEST));
  if (word === undefined) return undefined;
  for (const [name, each] of list) if (each === word) return name;
  return undefined;
}
