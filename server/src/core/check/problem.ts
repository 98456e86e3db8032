import type { JsonPath, Problem } from '../record';
import { codeOf } from './rules';

/** A problem of a value that JSON could read, by the name of its rule. */
export function problemAt(
  name: string,
  path: JsonPath,
  target: 'key' | 'value' | 'record',
  detail: Readonly<Record<string, string>> = {},
): Problem {
  return { code: codeOf(name), path, target, detail };
}

/** What most checks find in most records: one and the same list. */
export const NO_PROBLEMS: readonly Problem[] = [];

/** Some lists of problems as one, in their order; nothing is made where all of them are empty. */
export function joined(lists: readonly (readonly Problem[])[]): readonly Problem[] {
  let all = NO_PROBLEMS;
  for (const list of lists) if (list.length > 0) all = all.length === 0 ? list : [...all, ...list];
  return all;
}
