import { defaultLimits, type LimitName, type Limits } from '../../host/limits';

/** What all commands have in common: what they read, and within which limits. */

/** How far files are read, where they can be. @returns a text that says what is wrong */
export function limitsFor(
  command: string,
  files: readonly string[],
  values: Parameters<typeof limitsOf>[0],
): Limits | string {
  return wrongFiles(command, files) ?? limitsOf(values);
}

/** @returns what is wrong with the files that a command is to read */
export function wrongFiles(command: string, files: readonly string[]): string | undefined {
  if (files.length === 0) return `Which file shall ${command} read? Name at least one, or - for standard input.`;
  return files.filter((file) => file === '-').length > 1 ? 'Standard input (-) can be read only once.' : undefined;
}

/** What is wrong with a time. */
export const WHEN = '--since and --until take a day (2026-03-01) or a time (2026-03-01T08:00:00Z).';

/** `kms` is short for `kms.amazonaws.com`. Undefined for what can't be the name of a service. */
export function serviceOf(name: string): string | undefined {
  const service = name.toLowerCase();
  if (service === 'workmail' || service === 'workmail.amazonaws.com') return 'workmail';
  if (service === 'all') return service;
  if (!/^[a-z0-9][a-z0-9.-]{0,80}$/.test(service)) return undefined;
  return service.includes('.') ? service : `${service}.amazonaws.com`;
}

/** @returns a text that says what is wrong */
export function limitsOf(values: { readonly [name in `max-${LimitName}`]?: string | undefined }): Limits | string {
  const limits = { ...defaultLimits, setBy: 'options' as const };
  for (const name of LIMITS) {
    const value = values[`max-${name}`];
    if (value === undefined) continue;
    const number = name === 'size' ? bytesOf(value) : Number(value);
    if (name === 'size' && number === undefined) {
      return '--max-size takes a number of bytes, also with kB, MB or GB, such as 200MB.';
    }
    if (number === undefined || !(number >= 1)) return `--max-${name} takes a number, such as ${defaultLimits[name]}.`;
    limits[name] = Math.floor(number);
  }
  return limits;
}

const LIMITS: readonly LimitName[] = ['size', 'ratio', 'members', 'depth'];

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['kb', 1e3],
  ['mb', 1e6],
  ['gb', 1e9],
]);

function bytesOf(size: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d{1,15}) ?([kmg]b)?$/i.exec(size) ?? [];
  const bytes = Number(number) * (UNITS.get(unit.toLowerCase()) ?? 0);
  return bytes > 0 ? bytes : undefined;
}
