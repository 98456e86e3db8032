import { listed } from '../../explain/prose';
import { counted } from '../questions/told';
import { type Span, spanOf, spanWords } from '../span';
import type { MailboxReads, ReadCounts } from './ownEvidence';

/** `read 7 messages, 1 folder opened or listed; 3 attempts refused`; what the fields leave open is said, and not guessed. */
export function whatWasRead({ items, folders, attachments, refused, previews }: ReadCounts): string {
  const open = [
    items === undefined ? 'messages' : '',
    folders === undefined ? 'folders' : '',
    attachments === undefined ? 'attachments' : '',
  ].filter((text) => text !== '');
  const read = [
    items ? counted(items, 'message') : '',
    folders ? `${counted(folders, 'folder')} opened or listed` : '',
    attachments ? counted(attachments, 'attachment') : '',
    // Where what was done is left out, it may have been no reading.
    open.length > 0 ? `${listed(open)}, how many, if any, is not told` : '',
  ].filter((text) => text !== '');
  const denied =
    refused === undefined
      ? 'what was refused is not told'
      : refused > 0
        ? `${counted(refused, 'attempt')} refused`
        : '';
  const more = denied === '' ? '' : `; ${denied}`;
  if (previews && items === 0)
    return `${read.length === 0 ? '' : `read ${read.join(', ')}; `}saw previews of messages and opened none${more}`;
  if (read.length === 0) return denied === '' ? 'read nothing' : `read nothing, ${denied}`;
  return `read ${read.join(', ')}${more}`;
}

/** From when to when something was read. */
export function timesOfReading(reads: MailboxReads): string {
  return spanWords(spanOfReading(reads));
}

export function spanOfReading({ cells }: MailboxReads): Span {
  return spanOf(cells.flatMap(({ from, to }) => [from, to]));
}
