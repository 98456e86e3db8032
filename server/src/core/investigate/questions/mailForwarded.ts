import { INBOX_RULE, ruleWords } from '../access/ruleApplied';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { deliveredTo, isOutsideOf } from '../own/mailDomains';
import type { OwnRecord } from '../own/ownEvidence';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import { ruleCalls } from '../own/ruleCalls';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { callTold, counted, when, whoIs } from './told';

/**
 * Rules that sent mail on or did something else to it, and journaling, as they are seen when they act. That somebody makes an inbox rule no
 * log tells; calls that make rules of the organization are told by their names.
 */
export function mailForwarded(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('email-events')) return [];
  const isOutside = isOutsideOf(own);
  return [...byRules(grounds, isOutside), ...byJournaling(grounds, isOutside)];
}

function byRules(grounds: Grounds, isOutside: (address: string) => boolean): readonly Finding[] {
  const own = grounds.evidence.own();
  const mailboxes = deliveredTo(own);
  const calls = ruleCalls(grounds);
  // What an inbox rule does within its own mailbox is nobody's business here.
  const applied = own
    .records('email-events', 'RULE_APPLIED')
    .filter((record) => record.text('target') !== '' || isOfOrganization(record));
  const groups = recordsBy(applied, (record) =>
    [record.text('kind'), record.text('rule'), record.text('target')].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    const [rule, target, kind] = [first.text('rule'), first.text('target'), first.text('kind')];
    const isInbox = kind === INBOX_RULE;
    const whose = textsOf(records.flatMap((record) => mailboxes.get(record.text('trace')) ?? []));
    const made = calls.ofMail(kind, rule);
    const actions = textsOf(records.flatMap((record) => record.text('actions').split('\n')));
    const count = counted(new Set(records.map((record) => record.text('trace') || record)).size, 'message');
    const out = target !== '' && isOutside(target);
    const words = ruleWords(first);
    return recordsTold(records, {
      kind: isInbox ? 'inbox-rule' : 'rule-applied',
      weight: out ? 'high' : isInbox ? 'medium' : made.some((act) => !grounds.isMove(act)) ? 'medium' : 'low',
      what: `${words.charAt(0).toUpperCase()}${words.slice(1)} ${target === '' ? `was applied to ${count}` : `sent ${count} on to ${target}`}`,
      more: [
        ...(out ? ['that is outside of the domains in these logs'] : []),
        ...(target === '' && actions.length > 0 ? [`what it did: ${few(actions)}`] : []),
        ...(whose.length > 0 ? [`of mail for ${few(whose)}`] : []),
        ...madeWords(made, kind, grounds),
      ],
      entities: [rule, target],
      calls: made.slice(0, MOST_CALLS),
    });
  });
}

/** More calls about one rule nobody reads one by one. */
const MOST_CALLS = 5;

function madeWords(calls: readonly Act[], kind: string, { evidence }: Grounds): readonly string[] {
  if (kind === INBOX_RULE || kind === '') return [];
  if (evidence.mail.length === 0)
    return ['who made the rule CloudTrail would tell, of which no call of WorkMail is here'];
  if (calls.length === 0) return ['no call in these logs makes a rule of that name'];
  const told = calls.slice(0, MOST_CALLS).map(callTold);
  const left = calls.length - told.length;
  return [`${told.join('; ')}${left > 0 ? ` and ${counted(left, 'more call')}` : ''} (likely: a rule of that name)`];
}

function isOfOrganization(record: OwnRecord): boolean {
  return ['INBOUND_RULE', 'OUTBOUND_RULE'].includes(record.text('kind'));
}

function byJournaling({ evidence, actsOf }: Grounds, isOutside: (address: string) => boolean): readonly Finding[] {
  const started = evidence.own().records('email-events', 'JOURNALING_INITIATED');
  const groups = recordsBy(started, (record) => record.text('target'));
  const calls = ['ses', 'workmail'].flatMap((service) => actsOf(service, 'SetJournalingRules'));
  const done = asHappened(calls.filter(({ row }) => row.outcome !== 'failed'));
  return Array.from(groups).flatMap(([target, records]) => {
    const last = records.filter(({ time }) => !Number.isNaN(time)).at(-1)?.time;
    // What was called after the last copy made none of them.
    const set = done.filter(({ row }) => last === undefined || Number.isNaN(row.time) || row.time <= last).at(-1);
    const messages = new Set(records.map((record) => record.text('trace') || record)).size;
    return recordsTold(records, {
      kind: 'journaled',
      weight: isOutside(target) ? 'high' : 'low',
      what: `Copies of ${counted(messages, 'message')} went to the journaling address ${target}`,
      more: set === undefined ? [] : [`SetJournalingRules was called by ${whoIs(set)}, ${when([set])} (by time)`],
      calls: set === undefined ? [] : [set],
      entities: [target],
    });
  });
}
