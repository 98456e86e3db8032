import { once } from '../../once';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import { bareAddress, deliveredTo } from '../own/mailDomains';
import type { OwnEvidence, OwnRecord } from '../own/ownEvidence';
import { CLOCKS } from '../own/readDoors';
import { few } from '../questions/phrase';
import { counted, when } from '../questions/told';
import { type AccessLink, howSure, type Strength } from './accessLink';
import { listsBy } from './listsBy';
import type { SentMessage } from './sentMessages';

/** Rules that sent mail on, as the e-mail event log tells each time one acts. */
export interface RulesApplied {
  /** Those that sent some messages on: of the same trace, or of the trace in which the same message came in. */
  readonly ofMessages: (messages: readonly SentMessage[]) => readonly AccessLink[];
  /** The same by traces: those of a message, and those in which the same message came in or left. */
  readonly ofTraces: (traces: readonly string[], others: readonly string[]) => readonly AccessLink[];
  /**
   * Inbox rules that sent mail for an address on, and were not seen to do so before a moment.
   *
   * @param since milliseconds since 1970
   */
  readonly ofMailbox: (addresses: ReadonlySet<string>, since: number) => readonly AccessLink[];
}

/** As the log writes it of inbox rules. */
export const INBOX_RULE = 'MAILBOX_RULE';

export function rulesApplied(own: OwnEvidence): RulesApplied {
  const applied = once(() =>
    own.counts.has('email-events')
      ? own.records('email-events', 'RULE_APPLIED').filter((record) => record.text('target') !== '')
      : [],
  );
  const mailboxes = once(() => deliveredTo(own));
  const byTrace = once(() => listsBy(applied(), (record) => record.text('trace')));
  const byAddress = once(() => {
    const found = new Map<string, OwnRecord[]>();
    for (const record of applied()) {
      if (record.text('kind') !== INBOX_RULE) continue;
      for (const address of new Set((mailboxes().get(record.text('trace')) ?? []).map(bareAddress))) {
        const known = found.get(address);
        if (known === undefined) found.set(address, [record]);
        else known.push(record);
      }
    }
    return found;
  });
  const traceOf = once(() => tracesOfMessages(own));
  const ofTraces: RulesApplied['ofTraces'] = (traces, others) => [
    ...told(
      traces.flatMap((trace) => byTrace().get(trace) ?? []),
      'of it',
      'certain',
      'the same trace',
    ),
    ...told(
      others.flatMap((trace) => (traces.includes(trace) ? [] : (byTrace().get(trace) ?? []))),
      'of it',
      'likely',
      'the same Message-ID where it came in',
    ),
  ];
  return {
    ofTraces,
    ofMessages: (messages) => {
      const traces = new Set(messages.map(({ trace }) => trace).filter((trace) => trace !== ''));
      const others = new Set(messages.flatMap(({ messageIds }) => messageIds).flatMap((id) => traceOf().get(id) ?? []));
      return ofTraces(Array.from(traces), Array.from(others));
    },
    ofMailbox: (addresses, since) => {
      if (addresses.size === 0 || Number.isNaN(since)) return [];
      const ofMailbox = Array.from(new Set(Array.from(addresses).flatMap((address) => byAddress().get(address) ?? [])));
      const known = new Set(ofMailbox.filter(({ time }) => time < since - CLOCKS).map(ruleKey));
      const after = ofMailbox.filter((record) => record.time >= since - CLOCKS && !known.has(ruleKey(record)));
      const isAlone = after.every((record) => (mailboxes().get(record.text('trace')) ?? []).length === 1);
      const whose = isAlone ? '' : ', some of it went to several mailboxes, and whose rule it was is not told';
      const why = `only after the mailbox was opened; who made the rule no log tells${whose}`;
      return told(after, `for ${few(Array.from(addresses))}`, 'by-time', why);
    },
  };
}

function ruleKey(record: OwnRecord): string {
  return JSON.stringify([record.text('kind'), record.text('rule'), record.text('target')]);
}

/** A link for each rule and target. */
function told(records: readonly OwnRecord[], ofWhat: string, strength: Strength, why: string): readonly AccessLink[] {
  return Array.from(listsBy(records, ruleKey).values(), (of): AccessLink => {
    const acts: readonly Act[] = asHappened(of.map(({ act }) => act));
    const [first] = of;
    const count = new Set(of.map((record) => record.text('trace') || record)).size;
    const sentence = `${ruleWords(first)} sent ${counted(count, 'message')} ${ofWhat} on to ${first.text('target')}, ${when(acts)}${howSure(strength, why)}`;
    return { step: 'forwarded', sentence, strength, acts };
  });
}

/** `an inbox rule called “.”`: whoever made it has called it so that it's overlooked. Of which kind a rule is, only its record says. */
export function ruleWords(record: OwnRecord): string {
  const [kind, name] = [record.text('kind'), record.text('rule')];
  const words =
    kind === INBOX_RULE
      ? 'an inbox rule'
      : kind === 'INBOUND_RULE'
        ? 'a rule for incoming mail'
        : kind === 'OUTBOUND_RULE'
          ? 'a rule for outgoing mail'
          : 'a rule of a kind that is not told';
  return name === '' ? words : `${words} called “${name}”`;
}

/** In which traces a message came in, by its SMTP id. */
function tracesOfMessages(own: OwnEvidence): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const record of own.records('email-events', 'ORGANIZATION_EMAIL_RECEIVED')) {
    const [id, trace] = [record.text('message'), record.text('trace')];
    if (id === '' || trace === '') continue;
    const known = found.get(id);
    if (known === undefined) found.set(id, [trace]);
    else known.push(trace);
  }
  return found;
}
