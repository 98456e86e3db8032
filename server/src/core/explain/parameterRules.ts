/** Warnings about requests that take more than one look: lists, combinations, accounts. */

import { restoredAccount } from '../check/accountId';
import { isMarker } from '../check/markers';
import type { EventRecord, JsonPath, JsonValue } from '../record';
import { at, memberOf, textAt } from './members';
import { recipientOf } from './values/accounts';
import { parseArn } from './values/arn';
import { fieldAt } from './words';

/** One parameter of a request that deserves a second look, and why. */
export interface ParameterFlag {
  /** From the root of the record: `['requestParameters', 'rules', 0, 'effect']`. */
  readonly path: JsonPath;
  /** One or two sentences of our own, without log text: every surface can show them as they are. */
  readonly words: string;
}

/** @param path below requestParameters */
export const flag = (path: JsonPath, words: string): ParameterFlag => ({ path: ['requestParameters', ...path], words });

/** Flags each rule of an impersonation role that allows and names no mailbox it is for. */
export function impersonationRules(request: JsonValue): readonly ParameterFlag[] {
  const rules = at(request, 'rules');
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: JsonValue, position) => {
    if (at(rule, 'effect') !== 'ALLOW' || isListed(rule, 'targetUsers')) return [];
    const words = isListed(rule, 'notTargetUsers')
      ? 'The rule names nobody it is for: it opens every mailbox but those it leaves out.'
      : 'The rule names nobody it is for: it opens every mailbox of the organization.';
    return [flag(['rules', position, 'effect'], words)];
  });
}

/** Flags folders whose old mail is deleted for good, or within 30 days. */
export function retention(request: JsonValue): readonly ParameterFlag[] {
  const folders = at(request, 'folderConfigurations');
  if (!Array.isArray(folders)) return [];
  return folders.flatMap((folder: JsonValue, position) => {
    const action = at(folder, 'action');
    const period = at(folder, 'period');
    const where = ['folderConfigurations', position];
    return [
      ...(action === 'PERMANENTLY_DELETE'
        ? [flag([...where, 'action'], 'Old mail of this folder is gone for good, in every mailbox.')]
        : []),
      ...(typeof period === 'number' && period <= 30 && action !== 'NONE'
        ? [flag([...where, 'period'], 'A month or less: little time to notice and to save evidence.')]
        : []),
    ];
  });
}

const CONDITIONS = ['ipRanges', 'actions', 'userIds', 'impersonationRoleIds'];

/** Flags a rule of access control that lets in nearly everything. */
export function accessRule(request: JsonValue): readonly ParameterFlag[] {
  if (at(request, 'effect') !== 'ALLOW') return [];
  const ranges = at(request, 'ipRanges');
  if (Array.isArray(ranges) && ranges.includes('0.0.0.0/0')) {
    return [flag(['ipRanges', ranges.indexOf('0.0.0.0/0')], 'Lets in connections from every address.')];
  }
  if (CONDITIONS.some((name) => isListed(request, name))) return [];
  return [
    flag(
      ['effect'],
      'Nothing says whom or what the rule is for, at most what it leaves out: it lets in nearly everything.',
    ),
  ];
}

function isListed(value: JsonValue, name: string): boolean {
  const list = at(value, name);
  return Array.isArray(list) && list.length > 0;
}

/** Where a request names something of an account. Bucket names do not reveal their account; ARNs do. */
const ARNS: readonly (readonly [string, ...string[]])[] = [
  ['roleArn'],
  ['kmsKeyArn'],
  ['logGroupArn'],
  ['lambdaProvider', 'lambdaArn'],
  ['resourceARN'],
];

/** Flags what belongs to another account than the one that received the record. */
export function foreignAccounts(request: JsonValue, record: EventRecord): readonly ParameterFlag[] {
  let found = NONE;
  for (const path of ARNS) {
    if (memberOf(request, path[0]) === undefined) continue;
    const arn = textAt(request, ...path);
    const account = arn === undefined ? '' : (parseArn(arn)?.account ?? '');
    const recipient = account === '' ? undefined : recipientOf(record.event);
    if (recipient === undefined || !/^\d{12}$/.test(account) || account === restoredAccount(recipient)) continue;
    const words =
      'Belongs to another account than the one that received this record: that account has a hand in the outcome.';
    found = [...found, flag(path, words)];
  }
  return found;
}

const NONE: readonly ParameterFlag[] = [];
const SECRETS: readonly (readonly [string, ...string[]])[] = [['password'], ['ewsProvider', 'ewsPassword']];

/** Flags secrets that the log shows; CloudTrail itself puts a marker in their place. */
export function readableSecrets(request: JsonValue, record: EventRecord): readonly ParameterFlag[] {
  let flags = NONE;
  for (const path of SECRETS) {
    if (memberOf(request, path[0]) === undefined) continue;
    const secret = textAt(request, ...path);
    if (secret === undefined || isMarker(secret)) continue;
    const found = flag(path, 'A secret stands readable in this log: have it changed, and handle the log with care.');
    if (fieldAt(record, found.path).node?.['x-secret'] === true) flags = [...flags, found];
  }
  return flags;
}
