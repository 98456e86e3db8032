import type { OwnEvidence, OwnRecord } from './ownEvidence';

/** Whether an address is outside of the domains that mail was delivered to; never where nothing was delivered. */
export function isOutsideOf(own: OwnEvidence): (address: string) => boolean {
  const delivered = own.records('email-events', 'MAILBOX_EMAIL_DELIVERED').flatMap(recipientsIn);
  const domains = new Set(delivered.map(domainIn).filter((domain) => domain !== ''));
  return (address) => domains.size > 0 && !domains.has(domainIn(address));
}

/** Mailboxes that a message was delivered to, else those that it was for, by its trace. */
export function deliveredTo(own: OwnEvidence): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const traced = ['MAILBOX_EMAIL_DELIVERED', 'ORGANIZATION_EMAIL_RECEIVED'].flatMap((what) =>
    own.records('email-events', what),
  );
  for (const record of traced) {
    const trace = record.text('trace');
    if (trace === '') continue;
    const known = found.get(trace) ?? new Set<string>();
    found.set(trace, known);
    for (const recipient of recipientsIn(record)) known.add(recipient);
  }
  return new Map(Array.from(found, ([trace, recipients]) => [trace, Array.from(recipients)]));
}

/** The addresses of a record; none where it has none. */
export function recipientsIn(record: OwnRecord): readonly string[] {
  const text = record.text('recipients');
  return text === '' ? [] : text.split('\n');
}

/** An address alone, in small letters: `Jane <jane@example.com>` is `jane@example.com`. */
export function bareAddress(written: string): string {
  const inner = /<([^<>]*)>\s*$/.exec(written)?.[1] ?? written;
  return inner.trim().toLowerCase();
}

function domainIn(address: string): string {
  const bare = bareAddress(address);
  return bare.slice(bare.lastIndexOf('@') + 1);
}
