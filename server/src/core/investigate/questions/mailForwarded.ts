import type { OwnEvidence, OwnRecord } from '../own/ownEvidence';
import { textsOf } from '../own/readingTold';
import { recordsBy, recordsTold } from '../own/recordsTold';
import type { Finding } from './answer';
import type { Grounds } from './grounds';
import { few } from './phrase';
import { counted, whoIs } from './told';

/** Rules that sent mail on, and journaling, as they are seen when they act. That somebody makes an inbox rule no log tells. */
export function mailForwarded(grounds: Grounds): readonly Finding[] {
  const own = grounds.evidence.own();
  if (!own.counts.has('email-events')) return [];
  const domains = domainsOf(own);
  const isOutside = (address: string): boolean => domains.size > 0 && !domains.has(domainIn(address));
  return [...byRules(own, isOutside), ...byJournaling(grounds, isOutside)];
}

function byRules(own: OwnEvidence, isOutside: (address: string) => boolean): readonly Finding[] {
  const applied = own.records('email-events', 'RULE_APPLIED').filter((record) => record.text('target') !== '');
  const mailboxes = deliveredTo(own);
  const groups = recordsBy(applied, (record) =>
    [record.text('kind'), record.text('rule'), record.text('target')].join('\u0000'),
  );
  return Array.from(groups.values()).flatMap((records) => {
    const [first] = records;
    const [rule, target, kind] = [first.text('rule'), first.text('target'), first.text('kind')];
    const isInbox = kind === 'MAILBOX_RULE';
    const whose = textsOf(records.flatMap((record) => mailboxes.get(record.text('trace')) ?? []));
    return recordsTold(records, {
      kind: isInbox ? 'inbox-rule' : 'rule-applied',
      weight: isOutside(target) ? 'high' : isInbox ? 'medium' : 'low',
      what: `${isInbox ? 'An inbox rule' : 'A mail flow rule'}${rule === '' ? '' : ` called ${rule}`} sent ${counted(records.length, 'message')} on to ${target}`,
      more: [
        ...(isOutside(target) ? ['that is outside of the domains in these logs'] : []),
        ...(whose.length > 0 ? [`of mail for ${few(whose)}`] : []),
      ],
      entities: [rule, target],
    });
  });
}

function byJournaling({ evidence, actsOf }: Grounds, isOutside: (address: string) => boolean): readonly Finding[] {
  const started = evidence.own().records('email-events', 'JOURNALING_INITIATED');
  const groups = recordsBy(started, (record) => record.text('target'));
  return Array.from(groups).flatMap(([target, records]) => {
    const set = [...actsOf('ses', 'SetJournalingRules'), ...actsOf('workmail', 'SetJournalingRules')].at(-1);
    return recordsTold(records, {
      kind: 'journaled',
      weight: isOutside(target) ? 'high' : 'low',
      what: `Copies of ${counted(records.length, 'message')} went to the journaling address ${target}`,
      more: set === undefined ? [] : [`SetJournalingRules was called by ${whoIs(set)} at ${set.row.eventTime}`],
      entities: [target],
    });
  });
}

/** Mailboxes that a message was delivered to, by its trace. */
function deliveredTo(own: OwnEvidence): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const traced = ['MAILBOX_EMAIL_DELIVERED', 'ORGANIZATION_EMAIL_RECEIVED'].flatMap((what) =>
    own.records('email-events', what),
  );
  for (const record of traced) {
    const trace = record.text('trace');
    if (trace !== '') found.set(trace, [...(found.get(trace) ?? []), ...record.text('recipients').split('\n')]);
  }
  return found;
}

/** Domains of mailboxes that mail was delivered to. */
function domainsOf(own: OwnEvidence): ReadonlySet<string> {
  const recipients = own.records('email-events', 'MAILBOX_EMAIL_DELIVERED').flatMap(recipientsIn);
  return new Set(recipients.map(domainIn).filter((domain) => domain !== ''));
}

function recipientsIn(record: OwnRecord): readonly string[] {
  return record.text('recipients').split('\n');
}

function domainIn(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .replace(/>$/, '')
    .toLowerCase();
}
