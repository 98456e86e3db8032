import { parseArgs } from 'node:util';
import { printQuestion, windowBetween } from '../../core';
import { ASK_OPTIONS } from './askArguments';
import { CHAIN_OPTIONS } from './chainArguments';
import {
  asking,
  chaining,
  detecting,
  exporting,
  handing,
  listed,
  listing,
  redacting,
  reporting,
  stating,
  verifying,
} from './commandRequests';
import { limitsOf, serviceOf, WHEN, wrongFiles } from './commonArguments';
import { EXPORT_OPTIONS } from './exportArguments';
import { HANDOVER_OPTIONS } from './handoverArguments';
import { LISTING_OPTIONS } from './listing';
import { options, type Values } from './options';
import { REDACT_OPTIONS } from './redactArguments';
import { REPORT_OPTIONS } from './reportArguments';
import { misused, type Reading, type Request } from './request';
import { STATE_OPTIONS } from './stateArguments';
import { VERIFY_OPTIONS } from './verifyArguments';
import { questionIn } from './where';

export type { Reading, Request };

/** @param args the words after the name of the program */
export function readArguments(args: readonly string[]): Request {
  try {
    const { values, positionals } = parseArgs({ args: joined(args), options, allowPositionals: true });
    if (values.help === true) return { command: 'help' };
    if (values.version === true) return { command: 'version' };
    const [command, ...files] = positionals;
    if (command === 'help') return { command: 'help' };
    const { json = false, events = false, csv = false } = values;
    const redactOption = REDACT_OPTIONS.find((name) => values[name] !== undefined);
    if (
      values.names !== undefined &&
      command !== undefined &&
      !['summarize', 'report', 'ask', 'state'].includes(command)
    )
      return misused('--names belongs to summarize, report, ask and state.');
    if (values.case !== undefined && command !== undefined && !['summarize', 'report'].includes(command))
      return misused('--case belongs to summarize and report.');
    const askOption = ASK_OPTIONS.find((name) => values[name] !== undefined);
    const isQuestionOfOther = command === 'handover' && askOption === 'question';
    if (askOption !== undefined && command !== undefined && command !== 'ask' && !isQuestionOfOther)
      return misused(`--${askOption} belongs to ask.`);
    if (values.rules !== undefined && command !== undefined && command !== 'sigma')
      return misused('--rules belongs to sigma.');
    const handoverOption = HANDOVER_OPTIONS.find((name) => values[name] !== undefined);
    if (handoverOption !== undefined && command !== undefined && command !== 'handover')
      return misused(`--${handoverOption} belongs to handover.`);
    if (command === 'sigma') return detecting(files, json, values, events || csv);
    const exportOption = EXPORT_OPTIONS.find((name) => values[name] !== undefined);
    const isWritten = ['export', 'report', ...(exportOption === 'format' ? [] : ['handover'])].includes(command ?? '');
    if (exportOption !== undefined && command !== undefined && !isWritten)
      return misused(`--${exportOption} belongs to export${exportOption === 'format' ? '' : ', handover'} and report.`);
    const reportOption = REPORT_OPTIONS.find((name) => values[name] !== undefined);
    if (reportOption !== undefined && command !== undefined && command !== 'report')
      return misused(`--${reportOption} belongs to report.`);
    if (command === 'report') return reporting(files, values, values);
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
    if (command === 'handover') return handing(files, values, values.force, json || csv || events);
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
      'Which command? There are check, summarize, report, ask, chain, state, events, export, handover, verify, manifest, redact and sigma.',
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
      : {
          command,
          ...reading,
          ...(values.names && { names: values.names }),
          ...(values.case !== undefined && { case: values.case }),
        };
  }
  return events && !json ? misused('--events needs --json.') : { command, events, ...reading };
}

function isCommand(command: string | undefined): command is 'check' | 'summarize' {
  return command === 'check' || command === 'summarize';
}
