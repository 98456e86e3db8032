import { parseArgs } from 'node:util';

/** What the command line asks for. `file` is `-` for standard input. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'check'; readonly files: readonly string[]; readonly json: boolean; readonly events: boolean }
  | { readonly command: 'summarize'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly command: 'misused'; readonly reason: string };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  json: { type: 'boolean' },
  events: { type: 'boolean' },
} as const;

/** @param args the words after the name of the program */
export function readArguments(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({ args: Array.from(args), options, allowPositionals: true });
    if (values.help === true) return { command: 'help' };
    if (values.version === true) return { command: 'version' };
    const [command, ...files] = positionals;
    return requestOf(command, files, values.json === true, values.events === true);
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
}

function requestOf(command: string | undefined, files: readonly string[], json: boolean, events: boolean): Request {
  if (command === undefined) return misused('Which command? There are check and summarize.');
  if (command !== 'check' && command !== 'summarize') return misused(`There is no command ${command}.`);
  if (files.length === 0)
    return misused(`Which file shall ${command} read? Name at least one, or - for standard input.`);
  if (files.filter((file) => file === '-').length > 1) return misused('Standard input (-) can be read only once.');
  if (command === 'summarize') {
    return events ? misused('--events belongs to check.') : { command, files, json };
  }
  return events && !json ? misused('--events needs --json.') : { command, files, json, events };
}

function misused(reason: string): Request {
  return { command: 'misused', reason };
}
