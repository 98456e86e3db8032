import type { EventRecord } from '../record';
import { memberOf, objectOf } from './members';
import { foreignAccounts, readableSecrets } from './parameterAnywhere';
import type { ParameterFlag } from './parameterFlag';
import { flagsByRules } from './parameterRules';
import { knownAction } from './words';

const NONE: readonly never[] = [];

/**
 * Everything in the request of a WorkMail or Message Flow call that deserves a warning, in no particular order: what makes the call more
 * than its name says (schemas/parameterFlags.json). Judgement, not proof; an attempt that failed is flagged as well.
 */
export function parameterFlags(record: EventRecord): readonly ParameterFlag[] {
  if (record.action === undefined) return NONE;
  const request = objectOf(memberOf(record.event, 'requestParameters'));
  const action = request === undefined ? undefined : knownAction(record.action)?.name;
  if (action === undefined || request === undefined) return NONE;
  const own = flagsByRules(action, request);
  const foreign = foreignAccounts(request, record);
  const secrets = readableSecrets(request, record);
  return foreign.length + secrets.length === 0 ? own : [...own, ...foreign, ...secrets];
}
