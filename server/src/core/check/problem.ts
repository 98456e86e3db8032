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
