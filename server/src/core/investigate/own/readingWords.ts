import { counted } from '../questions/told';
import { secondText } from '../utcText';
import type { MailboxReads } from './ownEvidence';

/** `read 7 messages, 1 folder opened or listed; 3 attempts refused`; what the fields leave open is said, and not guessed. */
export function whatWasRead({ items, folders, attachments, refused }: MailboxReads): string {
  const read = [
    items === undefined ? 'messages, how many is not told' : items > 0 ? counted(items, 'message') : '',
    folders === undefined
      ? 'folders, how many is not told'
      : folders > 0
        ? `${counted(folders, 'folder')} opened or listed`
        : '',
    attachments === undefined
      ? 'attachments, how many is not told'
      : attachments > 0
        ? counted(attachments, 'attachment')
        : '',
  ].filter((text) => text !== '');
  const denied =
    refused === undefined
      ? 'what was refused is not told'
      : refused > 0
        ? `${counted(refused, 'attempt')} refused`
        : '';
  if (read.length === 0) return denied === '' ? 'read nothing' : `read nothing, ${denied}`;
  return `read ${read.join(', ')}${denied === '' ? '' : `; ${denied}`}`;
}

/** From when to when something was read. */
export function timesOfReading({ cells }: MailboxReads): string {
  const froms = cells.map(({ from }) => from).filter((time) => !Number.isNaN(time));
  const tos = cells.map(({ to }) => to).filter((time) => !Number.isNaN(time));
  if (froms.length === 0) return 'at a time that cannot be read';
  const [first, last] = [secondText(Math.min(...froms)), secondText(Math.max(...tos))];
  return first === last ? `${first} UTC` : `${first} to ${last} UTC`;
}
