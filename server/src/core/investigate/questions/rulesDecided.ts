import type { Act } from '../act';
import type { OwnRecord } from '../own/ownEvidence';
import { ownNamer } from '../own/ownNames';
import { textsOf } from '../own/readingTold';
import { requestsAfter } from '../own/recordsAfter';
import { recordsBy, recordsTold } from '../own/recordsTold';
import { ruleCalls } from '../own/ruleCalls';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { callTold, counted } from './told';

/** A changed rule may take so long to act. Milliseconds. */
const TAKES_EFFECT = 5 * 60 * 1000;
/** More calls about one rule nobody reads one by one. */
const MOST_CALLS = 5;

/** Which rule let requests in or refused them, as the access control log tells, and what calls did to that rule. */
export function rulesDecided(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('access-control')) return [];
  const calls = ruleCalls(grounds);
  const all = own.records('access-control');
  // A log that names no rule at all may not have been asked to.
  const namesRules = all.some((record) => record.text('rule') !== '');
  const groups = recordsBy(all, (record) =>
    [record.text('scope'), record.text('rule'), String(record.allowed)].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    return decided(records, calls.ofAccess(first.text('scope'), first.text('rule')), { grounds, namesRules });
  });
}

function decided(
  records: readonly [OwnRecord, ...OwnRecord[]],
  calls: readonly Act[],
  { grounds, namesRules }: { readonly grounds: Grounds; readonly namesRules: boolean },
): readonly Finding[] {
  const [first] = records;
  const [scope, rule, { allowed }] = [first.text('scope'), first.text('rule'), first];
  const name = ownNamer(grounds.evidence);
  const users = textsOf(records.map((record) => record.text('user')));
  const changed = calls.filter((act) => !grounds.isMove(act) && !grounds.restores(act));
  const isChanged = allowed === true && changed.some((act) => records.some(({ time }) => time >= act.time));
  return recordsTold(records, {
    kind: isChanged ? 'rule-changed' : 'rule-decided',
    weight: isChanged ? 'medium' : allowed === false ? 'low' : 'info',
    what: `${ruleWords(scope, rule)} ${decision(allowed)} ${counted(records.length, 'request')}`,
    more: [
      ...(users.length > 0 ? [`of ${few(users.map((user) => name(user, '')))}`] : []),
      ...listed('over', textsOf(records.map((record) => record.text('protocol')))),
      ...listed('from', textsOf(records.map(({ address }) => address))),
      ...callWords(records, calls),
      ...(rule === '' && allowed === false && scope === IMPERSONATION
        ? [namesRules ? 'no rule of the role matched' : 'whether a rule matched, the log does not tell']
        : []),
    ],
    entities: [rule, ...users.slice(0, MOST_ENTITIES)],
    calls: calls.slice(0, MOST_CALLS),
  });
}

const MOST_ENTITIES = 20;
const IMPERSONATION = 'ImpersonationAccessControl';

/** `The access control rule X let in`; where the log names none, `The access control rules, none of which is named, refused`. */
function ruleWords(scope: string, rule: string): string {
  const one = rule === '' ? 'rules' : `rule ${rule}`;
  const words: Readonly<Record<string, string>> = {
    '': `The ${one} of a kind that is not told`,
    AccessControl: `The access control ${one}`,
    DeviceAccessControl: `The mobile device ${one}`,
    [IMPERSONATION]: rule === '' ? 'The rules of impersonation roles' : `The rule ${rule} of an impersonation role`,
  };
  const known = Object.hasOwn(words, scope) ? words[scope] : undefined;
  return `${known ?? `The ${one} of ${scope}`}${rule === '' ? ', none of which is named,' : ''}`;
}

function decision(allowed: boolean | undefined): string {
  return allowed === undefined ? 'decided, how is not told, on' : allowed ? 'let in' : 'refused';
}

function listed(word: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${word} ${few(texts)}`];
}

/** What calls did to the rule, and how many requests came before and after each. */
function callWords(records: readonly OwnRecord[], calls: readonly Act[]): readonly string[] {
  const told = calls.slice(0, MOST_CALLS).map((act) => {
    const after = records.filter(({ time }) => time >= act.time);
    const soon = after.filter(({ time }) => time < act.time + TAKES_EFFECT);
    const doubt =
      soon.length === 0 ? '' : `, ${soon.length} of them within five minutes, when what was before may still hold`;
    return `${callTold(act)} (likely: the log's id of the rule is in the call), ${requestsAfter(records, act.time)}${doubt}`;
  });
  const left = calls.length - told.length;
  return left > 0 ? [...told, counted(left, 'more call')] : told;
}
