import type { LimitName } from '../../host/limits';
import type { ASK_OPTIONS } from './askArguments';
import type { ListingOption } from './listing';
import type { REPORT_OPTIONS } from './reportArguments';
import type { STATE_OPTIONS } from './stateArguments';
import type { VERIFY_OPTIONS } from './verifyArguments';

/** All options of all commands. */
export const options = {
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
  engine: { type: 'string' },
  serde: { type: 'string' },
  output: { type: 'string' },
  force: { type: 'boolean' },
  title: { type: 'string' },
  author: { type: 'string' },
  reference: { type: 'string' },
  zone: { type: 'string' },
  redact: { type: 'boolean' },
  case: { type: 'string' },
  manifest: { type: 'string' },
  out: { type: 'string' },
  key: { type: 'string' },
  event: { type: 'string' },
  record: { type: 'string' },
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
export type Values = {
  readonly [name in
    | 'out'
    | 'format'
    | 'engine'
    | 'serde'
    | 'output'
    | 'key'
    | 'event'
    | 'record'
    | 'since'
    | 'until'
    | 'service'
    | 'where'
    | (typeof STATE_OPTIONS)[number]
    | (typeof VERIFY_OPTIONS)[number]
    | Exclude<(typeof REPORT_OPTIONS)[number], 'redact'>
    | 'case'
    | 'against'
    | ListingOption
    | `max-${LimitName}`]?: string | undefined;
} & { readonly [name in 'names' | 'rules' | (typeof ASK_OPTIONS)[number]]?: readonly string[] | undefined };
