/** Warnings about the parameters of a call, told: each sentence once, with the parameters it is about. */
import type { EventRecord, JsonPath } from '../record';
import { inlineCode } from './escape';
import { parameterFlags } from './parameterFlags';
import { listed } from './prose';

/** A remark on some parameters of a request, which all deserve the same words. */
export interface ParameterNote {
  /** Without positions in lists, each once: `rules.effect`. */
  readonly parameters: readonly string[];
  /** One or two sentences of our own, without log text. */
  readonly words: string;
}

/** Everything that deserves a warning in the request, in the order it was found first. */
export function parameterNotes(record: EventRecord): readonly ParameterNote[] {
  const parameters = new Map<string, Set<string>>();
  for (const { path, words } of parameterFlags(record)) {
    const known = parameters.get(words) ?? new Set<string>();
    known.add(parameterName(path));
    parameters.set(words, known);
  }
  return Array.from(parameters, ([words, names]) => ({ parameters: Array.from(names), words }));
}

/** The same about the value at exactly this place. */
export function notesAt(record: EventRecord, path: JsonPath): readonly ParameterNote[] {
  if (path[0] !== 'requestParameters') return [];
  const place = path.join('\0');
  const flags = parameterFlags(record).filter((flag) => flag.path.join('\0') === place);
  const different = new Set(flags.map(({ words }) => words));
  return Array.from(different, (words) => ({ parameters: [parameterName(path)], words }));
}

/** Markdown: ``**Note on `roleArn` and `kmsKeyArn`:** …`` */
export function noteWords({ parameters, words }: ParameterNote): string {
  return `**Note on ${listed(parameters.map((name) => inlineCode(name)))}:** ${words}`;
}

/** How a parameter is called, from the path to its value: without `requestParameters` and positions in lists. */
export function parameterName(path: JsonPath): string {
  return path
    .slice(1)
    .filter((step) => typeof step === 'string')
    .join('.');
}
