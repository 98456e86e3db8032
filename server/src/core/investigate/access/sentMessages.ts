import { bareAddress, recipientsIn } from '../own/mailDomains';
import type { OwnEvidence, OwnRecord } from '../own/ownEvidence';

/** A message that left, as its events tell: those of one trace, else a single one. */
export interface SentMessage {
  readonly trace: string;
  /** Small letters; who acted, where that is told apart from whose name it bears. */
  readonly from: string;
  readonly sender: string;
  /** Milliseconds since 1970, of the earliest of its events; not a number where none can be read. */
  readonly time: number;
  /** SMTP ids: the receiving side of mail within an organization has a trace of its own, and the same id. */
  readonly messageIds: readonly string[];
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly records: readonly [OwnRecord, ...OwnRecord[]];
}

/** Messages that left, each once, as the e-mail event log tells. */
export function sentMessages(own: OwnEvidence): readonly SentMessage[] {
  if (!own.counts.has('email-events')) return [];
  const records = ['OUTGOING_EMAIL_SUBMITTED', 'OUTGOING_EMAIL_SENT'].flatMap((what) =>
    own.records('email-events', what),
  );
  const found = new Map<string | OwnRecord, [OwnRecord, ...OwnRecord[]]>();
  for (const record of records) {
    const trace = record.text('trace');
    // What a rule sends on bears the trace of the message that came in, and has another sender.
    const key = trace === '' ? record : JSON.stringify([trace, record.text('from'), record.text('sender')]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [record]);
    else known.push(record);
  }
  return Array.from(found.values(), messageOf);
}

function messageOf(records: [OwnRecord, ...OwnRecord[]]): SentMessage {
  const [first] = records;
  const times = records.map(({ time }) => time).filter((time) => !Number.isNaN(time));
  const told = (column: string): string =>
    records.map((record) => record.text(column)).find((text) => text !== '') ?? '';
  return {
    trace: first.text('trace'),
    from: bareAddress(first.text('from')),
    sender: bareAddress(first.text('sender')),
    time: times.length === 0 ? Number.NaN : Math.min(...times),
    messageIds: records.map((record) => record.text('message')).filter((text) => text !== ''),
    recipients: Array.from(new Set(records.flatMap(recipientsIn))),
    subject: told('subject'),
    records,
  };
}
