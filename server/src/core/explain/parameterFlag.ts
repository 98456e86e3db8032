import type { JsonPath } from '../record';

/** One parameter of a request that deserves a second look, and why. */
export interface ParameterFlag {
  /** From the root of the record: `['requestParameters', 'rules', 0, 'effect']`. */
  readonly path: JsonPath;
  /** One or two sentences of our own, without log text: every surface can show them as they are. */
  readonly words: string;
}

/** @param path below requestParameters */
export function flag(path: JsonPath, words: string): ParameterFlag {
  return { path: ['requestParameters', ...path], words };
}
