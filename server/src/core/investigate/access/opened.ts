import type { MailboxReads, OwnRecord } from '../own/ownEvidence';

/** Mailboxes in which something was read or sent from, each with when that was first, in milliseconds since 1970; those without a time are left out. */
export function openedMailboxes(
  reads: readonly MailboxReads[],
  sent: readonly OwnRecord[],
): readonly (readonly [owner: string, since: number])[] {
  const found = new Map<string, number>();
  const note = (owner: string, time: number): void => {
    const known = found.get(owner);
    if (owner !== '' && !Number.isNaN(time) && (known === undefined || time < known)) found.set(owner, time);
  };
  for (const { owner, cells, items, folders, attachments } of reads)
    if (items !== 0 || folders !== 0 || attachments !== 0) for (const { from } of cells) note(owner, from);
  for (const record of sent) note(record.text('owner'), record.time);
  return Array.from(found);
}
