import type { Door, MailboxReads } from './ownEvidence';

/** What a finding about reading carries for programs: ids as the records have them, null where no record or no field says it. */
export interface ReadingTold {
  readonly reader: string | null;
  readonly mailbox: string | null;
  /** The id of the organization that the mailbox is of. */
  readonly organization: string | null;
  readonly through: Door;
  /** The id of an impersonation role. */
  readonly role: string | null;
  readonly items: number | null;
  readonly folders: number | null;
  readonly attachments: number | null;
  readonly refused: number | null;
  readonly protocols: readonly string[];
  readonly addresses: readonly string[];
}

export function readingTold(reads: MailboxReads): ReadingTold {
  const { organization, user, owner, role, door, items, folders, attachments, refused, cells } = reads;
  return {
    reader: user === '' ? null : user,
    mailbox: owner === '' ? null : owner,
    organization: organization === '' ? null : organization,
    through: door,
    role: role === '' ? null : role,
    items: items ?? null,
    folders: folders ?? null,
    attachments: attachments ?? null,
    refused: refused ?? null,
    protocols: textsOf(cells.map(({ protocol }) => protocol)),
    addresses: textsOf(cells.map(({ address }) => address)),
  };
}

/** Each once, in the order of their texts; without the empty one. */
export function textsOf(texts: readonly string[]): readonly string[] {
  return Array.from(new Set(texts))
    .filter((text) => text !== '')
    .sort();
}
