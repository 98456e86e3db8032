/** Parameters that are flagged whatever action they belong to: what is of other accounts, and secrets. */
import { parameterFlagsFile } from '../../generated/parameterFlags';
import { restoredAccount } from '../check/accountId';
import { isMarker } from '../check/markers';
import { once } from '../once';
import type { EventRecord, JsonValue } from '../record';
import { memberOf, textAt } from './members';
import { flag, type ParameterFlag } from './parameterFlag';
import type { FlaggedAnywhere } from './parameterFlagsFile';
import { recipientOf } from './values/accounts';
import { parseArn } from './values/arn';
import { fieldAt } from './words';

const NONE: readonly ParameterFlag[] = [];

type Way = readonly [string, ...string[]];

const arns = once(() => waysOf(parameterFlagsFile().ofOtherAccounts));
const secrets = once(() => waysOf(parameterFlagsFile().secrets));

function waysOf({ parameters }: FlaggedAnywhere): readonly Way[] {
  return parameters.map((parameter): Way => {
    const [first = '', ...more] = parameter.split('.');
    return [first, ...more];
  });
}

/** Flags what belongs to another account than the one that received the record. */
export function foreignAccounts(request: JsonValue, record: EventRecord): readonly ParameterFlag[] {
  let found = NONE;
  for (const path of arns()) {
    if (memberOf(request, path[0]) === undefined) continue;
    const arn = textAt(request, ...path);
    const account = arn === undefined ? '' : (parseArn(arn)?.account ?? '');
    const recipient = account === '' ? undefined : recipientOf(record.event);
    if (recipient === undefined || !/^\d{12}$/.test(account) || account === restoredAccount(recipient)) continue;
    found = [...found, flag(path, parameterFlagsFile().ofOtherAccounts.words)];
  }
  return found;
}

/** Flags secrets that the log shows; CloudTrail itself puts a marker in their place. */
export function readableSecrets(request: JsonValue, record: EventRecord): readonly ParameterFlag[] {
  let flags = NONE;
  for (const path of secrets()) {
    if (memberOf(request, path[0]) === undefined) continue;
    const secret = textAt(request, ...path);
    if (secret === undefined || isMarker(secret)) continue;
    const found = flag(path, parameterFlagsFile().secrets.words);
    if (fieldAt(record, found.path).node?.['x-secret'] === true) flags = [...flags, found];
  }
  return flags;
}
