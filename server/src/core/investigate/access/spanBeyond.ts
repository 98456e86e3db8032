import type { Act } from '../act';
import type { MailboxReads } from '../own/ownEvidence';
import { spanOfReading } from '../own/readingWords';
import type { AccessLink } from './accessLink';

/** When all of it was read, where a link has but the earliest records of it. */
export function spanBeyond(reads: MailboxReads, acts: readonly Act[]): Pick<AccessLink, 'span'> {
  return reads.records > acts.length ? { span: spanOfReading(reads) } : {};
}
