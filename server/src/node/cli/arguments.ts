import { parseArgs } from 'node:util';
import { printQuestion, windowBetween } from '../../core';
import { defaultLimits, type LimitName, type Limits } from '../../host/limits';
import type { ScanQuestion } from '../../places/asked';
import { ASK_OPTIONS, type Asking, baselineNamed, inquiriesNamed } from './askArguments';
import { CHAIN_OPTIONS, type Chaining, chainAsked } from './chainArguments';
import type { Listing } from './events';
import { EXPORT_OPTIONS, type Exporting, exportingOf } from './exportArguments';
import { LISTING_OPTIONS, type ListingFlags, type ListingOption, listingOf } from './listing';
import type { Listed } from './manifest';
import { REDACT_OPTIONS, type Redacting, redactingOf } from './redactArguments';
import type { SigmaAsked } from './sigma';
import { STATE_OPTIONS, type StateAsked, stateAskedOf } from './stateArguments';
import { VERIFY_OPTIONS, type Verifying, verifyingOf } from './verifyArguments';
import { questionIn } from './where';

/** What the command line asks for. Among `files` are folders and patterns, and `-` is standard input. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | ({ readonly command: 'check'; readonly events: boolean } & Reading)
  | ({ readonly command: 'summarize'; readonly names?: readonly string[] } & Reading)
  | ({ readonly command: 'events' } & Listing)
  | ({ readonly command: 'export' } & Exporting)
  | ({ readonly command: 'redact' } & Redacting)
  | ({ readonly command: 'ask' } & Asking)
  | ({ readonly command: 'sigma' } & SigmaAsked)
  | ({ readonly command: 'state' } & StateAsked)
  | ({ readonly command: 'chain' } & Chaining)
  | ({ readonly command: 'verify' } & Verifying)
  | ({ readonly command: 'manifest' } & Listed)
  | { readonly command: 'misused'; readonly reason: string };

/** What to read, and what of it to tell. */
export interface Reading {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly question: ScanQuestion;
  readonly limits: Limits;
}

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
  json: { type: 'boolean' },
  events: { type: 'boolean' },
  since: { type: 'string' },
  until: { type: 'string' },
  service: { type: 'string' },
  where: { type: 'string' },
  names: { type: 'string', multiple: true },
  question: { type: 'string', multiple: true },
  baseline: { type: 'string', multiple: true },
  rules: { type: 'string', multiple: true },
  group: { type: 'string' },
  sort: { type: 'string' },
  limit: { type: 'string' },
  fields: { type: 'string' },
  csv: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  force: { type: 'boolean' },
  out: { type: 'string' },
  key: { type: 'string' },
  event: { type: 'string' },
  anyway: { type: 'boolean' },
  at: { type: 'string' },
  diff: { type: 'string' },
  entity: { type: 'string' },
  'public-keys': { type: 'string' },
  signatures: { type: 'string' },
  against: { type: 'string' },
  'max-size': { type: 'string' },
  'max-ratio': { type: 'string' },
  'max-members': { type: 'string' },
  'max-depth': { type: 'string' },
} as const;

/** Options that take a value, as they are given. */
type Values = {
  readonly [name in
    | 'out'
    | 'format'
    | 'output'
    | 'key'
    | 'event'
    | 'since'
    | 'until'
    | 'service'
    | 'where'
    | (typeof STATE_OPTIONS)[number]
    | (typeof VERIFY_OPTIONS)[number]
    | 'against'
    | ListingOption
    | `max-${LimitName}`]?: string | undefined;
} & { readonly [name in 'names' | 'rules' | (typeof ASK_OPTIONS)[number]]?: readonly string[] | undefined };

/** @param args the words after the name of the program */
export function readArguments(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({ args: joined(args), options, allowPositionals: true });
    if (values.help === true) return { command: 'help' };
    if (values.version === true) return { command: 'version' };
    const [command, ...files] = positionals;
    const { json = false, events = false, csv = false } = values;
    const redactOption = REDACT_OPTIONS.find((name) => values[name] !== undefined);
    if (values.names !== undefined && command !== undefined && !['summarize', 'ask', 'state'].includes(command))
      return misused('--names belongs to summarize, ask and state.');
    const askOption = ASK_OPTIONS.find((name) => values[name] !== undefined);
    if (askOption !== undefined && command !== undefined && command !== 'ask')
      return misused(`--${askOption} belongs to ask.`);
    if (values.rules !== undefined && command !== undefined && command !== 'sigma')
      return misused('--rules belongs to sigma.');
    if (command === 'sigma') return detecting(files, json, values, events || csv);
    const exportOption = EXPORT_OPTIONS.find((name) => values[name] !== undefined);
    if (exportOption !== undefined && command !== undefined && command !== 'export')
      return misused(`--${exportOption} belongs to export.`);
    const stateOption = STATE_OPTIONS.find((name) => values[name] !== undefined);
    if (stateOption !== undefined && command !== undefined && command !== 'state')
      return misused(`--${stateOption} belongs to state.`);
    if (command === 'ask') return asking(files, json, values);
    const chainOption = CHAIN_OPTIONS.find((name) => values[name] !== undefined);
    if (chainOption !== undefined && command !== undefined && command !== 'chain')
      return misused(`--${chainOption} belongs to chain.`);
    if (command === 'chain') return chaining(files, json, values);
    const verifyOption = VERIFY_OPTIONS.find((name) => values[name] !== undefined);
    if (verifyOption !== undefined && command !== undefined && command !== 'verify')
      return misused(`--${verifyOption} belongs to verify.`);
    if (values.against !== undefined && command !== undefined && command !== 'manifest')
      return misused('--against belongs to manifest.');
    if (command === 'export') return exporting(files, values, values.force);
    if (command === 'redact') return redacting(files, values, values.anyway);
    if (redactOption !== undefined && command !== undefined) return misused(`--${redactOption} belongs to redact.`);
    if (command === 'events')
      return listing(files, { json, csv, events, service: values.service !== undefined }, values);
    const other = LISTING_OPTIONS.find((name) => values[name] !== undefined) ?? (csv ? 'csv' : undefined);
    if (other !== undefined && (isCommand(command) || ['state', 'verify', 'manifest'].includes(command ?? '')))
      return misused(`--${other} belongs to events.`);
    if (command === 'state') return events ? misused('--events belongs to check.') : stating(files, json, values);
    if (command === 'verify') return events ? misused('--events belongs to check.') : verifying(files, json, values);
    if (command === 'manifest') return events ? misused('--events belongs to check.') : listed(files, json, values);
    return requestOf(command, files, json, events, values);
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
}

/** Options whose values may begin with a hyphen, which says what is not wanted, or from which end to begin. */
const SIGNED: readonly string[] = ['--where', '--sort'];

/** The same words, such options and their values in one. */
function joined(args: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--') return [...words, ...args.slice(at)];
    const value = args[at + 1];
    if (SIGNED.includes(word) && value !== undefined && /^-[^-]/.test(value)) {
      words.push(`${word}=${value}`);
      at++;
    } else {
      words.push(word);
    }
  }
  return words;
}

function requestOf(
  command: string | undefined,
  files: readonly string[],
  json: boolean,
  events: boolean,
  values: Values,
): Request {
  if (command === undefined)
    return misused(
      'Which command? There are check, summarize, ask, chain, state, events, export, verify, manifest, redact and sigma.',
    );
  if (!isCommand(command)) return misused(`There is no command ${command}.`);
  const wrong = wrongFiles(command, files);
  if (wrong !== undefined) return misused(wrong);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) {
    return misused(WHEN);
  }
  const service = serviceOf(values.service ?? (command === 'check' ? 'all' : 'workmail'));
  if (service === undefined) return misused('--service takes workmail, all, or the name of a service, such as kms.');
  const asked = questionIn(values.where ?? '');
  if (typeof asked === 'string') return misused(asked);
  const where = printQuestion(asked);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const isTimed = values.since !== undefined || values.until !== undefined;
  const reading = {
    files,
    json,
    limits,
    question: { service, ...(isTimed && { window }), ...(where !== '' && { where }) },
  };
  if (command === 'summarize') {
    return events
      ? misused('--events belongs to check.')
      : { command, ...reading, ...(values.names && { names: values.names }) };
  }
  return events && !json ? misused('--events needs --json.') : { command, events, ...reading };
}

function isCommand(command: string | undefined): command is 'check' | 'summarize' {
  return command === 'check' || command === 'summarize';
}

function wrongFiles(command: string, files: readonly string[]): string | undefined {
  if (files.length === 0) return `Which file shall ${command} read? Name at least one, or - for standard input.`;
  return files.filter((file) => file === '-').length > 1 ? 'Standard input (-) can be read only once.' : undefined;
}

function redacting(files: readonly string[], values: Values, anyway: boolean | undefined): Request {
  const wrong = wrongFiles('redact', files);
  if (wrong !== undefined) return misused(wrong);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = redactingOf(files, limits, { out: values.out, key: values.key, anyway });
  return typeof asked === 'string' ? misused(asked) : { command: 'redact', ...asked };
}

function stating(files: readonly string[], json: boolean, values: Values): Request {
  const wrong = wrongFiles('state', files);
  if (wrong !== undefined) return misused(wrong);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = stateAskedOf({ files, limits, json, names: values.names }, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'state', ...asked };
}

function verifying(files: readonly string[], json: boolean, values: Values): Request {
  const wrong = wrongFiles('verify', files);
  if (wrong !== undefined) return misused(wrong);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = verifyingOf({ files, json, limits }, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'verify', ...asked };
}

function listed(files: readonly string[], json: boolean, values: Values): Request {
  const wrong = wrongFiles('manifest', files);
  if (wrong !== undefined) return misused(wrong);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = verifyingOf({ files, json, limits }, values, 'manifest');
  return typeof asked === 'string'
    ? misused(asked)
    : { command: 'manifest', files, json, limits, against: values.against };
}

function listing(files: readonly string[], flags: ListingFlags, values: Values): Request {
  const wrong = wrongFiles('events', files);
  if (wrong !== undefined) return misused(wrong);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = listingOf(flags, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'events', files, window, limits, ...asked };
}

function asking(files: readonly string[], json: boolean, values: Values): Request {
  const wrong = wrongFiles('ask', files);
  if (wrong !== undefined) return misused(wrong);
  const inquiries = inquiriesNamed(values.question ?? []);
  if (typeof inquiries === 'string') return misused(inquiries);
  const baseline = baselineNamed(values.baseline);
  if (typeof baseline === 'string') return misused(baseline);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  return { command: 'ask', files, inquiries, baseline, window, json, names: values.names ?? [], limits };
}

/** Options that sigma has no use for. */
const NOT_OF_SIGMA = ['where', 'service', ...LISTING_OPTIONS, ...REDACT_OPTIONS] as const;

function detecting(files: readonly string[], json: boolean, values: Values, isOther: boolean): Request {
  const wrong = wrongFiles('sigma', files);
  if (wrong !== undefined) return misused(wrong);
  const given: Readonly<Record<string, unknown>> = { ...values };
  const other = NOT_OF_SIGMA.find((name) => given[name] !== undefined);
  if (other !== undefined) return misused(`--${other} does not belong to sigma.`);
  if (isOther) return misused('--events and --csv do not belong to sigma.');
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const isTimed = values.since !== undefined || values.until !== undefined;
  return { command: 'sigma', files, rules: values.rules ?? [], json, window: isTimed ? window : undefined, limits };
}

function chaining(files: readonly string[], json: boolean, values: Values): Request {
  const wrong = wrongFiles('chain', files);
  if (wrong !== undefined) return misused(wrong);
  const asked = chainAsked(values);
  if (typeof asked === 'string') return misused(asked);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  return { command: 'chain', files, asked, window, json, limits };
}

/** Options that export has no use for. */
const NOT_OF_EXPORT = ['json', 'csv', 'events', 'service', ...LISTING_OPTIONS, ...REDACT_OPTIONS] as const;

function exporting(files: readonly string[], values: Values, force: boolean | undefined): Request {
  const wrong = wrongFiles('export', files);
  if (wrong !== undefined) return misused(wrong);
  const given: Readonly<Record<string, unknown>> = { ...values };
  const other = NOT_OF_EXPORT.find((name) => given[name] !== undefined);
  if (other !== undefined) return misused(`--${other} does not belong to export.`);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const isTimed = values.since !== undefined || values.until !== undefined;
  const { format, where, output } = values;
  const asked = exportingOf({ files, window: isTimed ? window : undefined, limits }, { format, where, output, force });
  return typeof asked === 'string' ? misused(asked) : { command: 'export', ...asked };
}

const WHEN = '--since and --until take a day (2026-03-01) or a time (2026-03-01T08:00:00Z).';

/** `kms` is short for `kms.amazonaws.com`. Undefined for what can't be the name of a service. */
function serviceOf(name: string): string | undefined {
  const service = name.toLowerCase();
  if (service === 'workmail' || service === 'workmail.amazonaws.com') return 'workmail';
  if (service === 'all') return service;
  if (!/^[a-z0-9][a-z0-9.-]{0,80}$/.test(service)) return undefined;
  return service.includes('.') ? service : `${service}.amazonaws.com`;
}

/** @returns a text that says what is wrong */
function limitsOf(values: Values): Limits | string {
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

function misused(reason: string): Request {
  return { command: 'misused', reason };
}
