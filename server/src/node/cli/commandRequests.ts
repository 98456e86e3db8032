import { windowBetween } from '../../core';
import { baselineNamed, inquiriesNamed } from './askArguments';
import { chainAsked } from './chainArguments';
import { limitsFor, limitsOf, WHEN, wrongFiles } from './commonArguments';
import { exportingOf } from './exportArguments';
import { handingOf } from './handoverArguments';
import { LISTING_OPTIONS, type ListingFlags, listingOf } from './listing';
import type { Values } from './options';
import { REDACT_OPTIONS, redactingOf } from './redactArguments';
import { reportingOf } from './reportArguments';
import { misused, type Request } from './request';
import { stateAskedOf } from './stateArguments';
import { verifyingOf } from './verifyArguments';

/** What each command asks for, as its options say. */

export function redacting(files: readonly string[], values: Values, anyway: boolean | undefined): Request {
  const limits = limitsFor('redact', files, values);
  if (typeof limits === 'string') return misused(limits);
  const asked = redactingOf(files, limits, { out: values.out, key: values.key, anyway });
  return typeof asked === 'string' ? misused(asked) : { command: 'redact', ...asked };
}

export function stating(files: readonly string[], json: boolean, values: Values): Request {
  const limits = limitsFor('state', files, values);
  if (typeof limits === 'string') return misused(limits);
  const asked = stateAskedOf({ files, limits, json, names: values.names }, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'state', ...asked };
}

export function verifying(files: readonly string[], json: boolean, values: Values): Request {
  const limits = limitsFor('verify', files, values);
  if (typeof limits === 'string') return misused(limits);
  const asked = verifyingOf({ files, json, limits }, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'verify', ...asked };
}

export function listed(files: readonly string[], json: boolean, values: Values): Request {
  const limits = limitsFor('manifest', files, values);
  if (typeof limits === 'string') return misused(limits);
  const asked = verifyingOf({ files, json, limits }, values, 'manifest');
  return typeof asked === 'string'
    ? misused(asked)
    : { command: 'manifest', files, json, limits, against: values.against };
}

export function listing(files: readonly string[], flags: ListingFlags, values: Values): Request {
  const wrong = wrongFiles('events', files);
  if (wrong !== undefined) return misused(wrong);
  const window = windowBetween(values.since, values.until);
  if (window === undefined) return misused(WHEN);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = listingOf(flags, values);
  return typeof asked === 'string' ? misused(asked) : { command: 'events', files, window, limits, ...asked };
}

export function asking(files: readonly string[], json: boolean, values: Values): Request {
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

export function detecting(files: readonly string[], json: boolean, values: Values, isOther: boolean): Request {
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

export function chaining(files: readonly string[], json: boolean, values: Values): Request {
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

/** Options that a report has no use for: it is on all that the logs hold. */
const NOT_OF_REPORT = ['json', 'csv', 'events', 'service', 'where', 'since', 'until', ...LISTING_OPTIONS] as const;

export function reporting(
  files: readonly string[],
  values: Values,
  flags: { readonly [name in 'force' | 'redact' | 'anyway']?: boolean | undefined },
): Request {
  const wrong = wrongFiles('report', files);
  if (wrong !== undefined) return misused(wrong);
  const all: Readonly<Record<string, unknown>> = { ...values };
  const other = [...NOT_OF_REPORT, 'out'].find((name) => all[name] !== undefined);
  if (other !== undefined) return misused(`--${other} does not belong to report.`);
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const { title, author, reference, zone, format, key, manifest, output } = values;
  const { force, redact, anyway } = flags;
  const given = { title, author, reference, zone, format, redact, key, anyway, manifest, output, force };
  const asked = reportingOf({ files, limits, names: values.names ?? [], case: values.case }, given);
  return typeof asked === 'string' ? misused(asked) : { command: 'report', ...asked };
}

/** Options that export has no use for. */
const NOT_OF_EXPORT = ['json', 'csv', 'events', 'service', ...LISTING_OPTIONS, ...REDACT_OPTIONS] as const;

export function exporting(files: readonly string[], values: Values, force: boolean | undefined): Request {
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

/** Options that handover has no use for. */
const NOT_OF_HANDOVER = ['service', ...LISTING_OPTIONS, ...REDACT_OPTIONS] as const;

export function handing(
  files: readonly string[],
  values: Values,
  force: boolean | undefined,
  isOther: boolean,
): Request {
  const wrong = wrongFiles('handover', files);
  if (wrong !== undefined) return misused(wrong);
  const given: Readonly<Record<string, unknown>> = { ...values };
  const other = NOT_OF_HANDOVER.find((name) => given[name] !== undefined);
  if (other !== undefined) return misused(`--${other} does not belong to handover.`);
  if (isOther) return misused('--json, --csv and --events do not belong to handover.');
  if (values.since !== undefined || values.until !== undefined)
    return misused('handover takes times in the question: --where time:2026-03-01..2026-03-07.');
  const limits = limitsOf(values);
  if (typeof limits === 'string') return misused(limits);
  const asked = handingOf({ files, limits }, { ...values, force });
  return typeof asked === 'string' ? misused(asked) : { command: 'handover', ...asked };
}
