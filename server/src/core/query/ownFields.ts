import type { OwnColumnName } from '../read/own/ownReading';
import { textField } from './fieldKinds';
import type { QuestionRow } from './questionRow';

/** Fields that only events of WorkMail's own logs have. */
export const ownFields = {
  owner: textField(
    ['ownerId', 'mailbox'],
    'owner:any',
    "Whose mailbox it was, in WorkMail's mailbox access log.",
    column('owner'),
  ),
  protocol: textField(
    [],
    'protocol:EWS',
    "How a mailbox was reached, in WorkMail's own logs: EWS, IMAP, WebMail and the like.",
    column('protocol'),
  ),
  item: textField(['itemId'], 'item:any', "The message, in WorkMail's mailbox access log.", column('item')),
  impersonator: textField(
    ['impersonatorId'],
    'impersonator:any',
    "The impersonation role that was used, in WorkMail's own logs.",
    column('impersonator'),
  ),
  folder: textField(
    ['folderPath'],
    'folder:*Inbox*',
    "The folder, in WorkMail's mailbox access log and its e-mail event log.",
    column('folder'),
  ),
  message: textField(
    ['messageId'],
    'message:any',
    "The Message-ID of a mail in WorkMail's e-mail event log; the id of a message in its mail flow.",
    column('message'),
  ),
  sender: textField(
    ['mailFrom'],
    'sender:*@example.com',
    "Who a mail is from, in WorkMail's e-mail event log.",
    column('from'),
  ),
  mailto: textField(
    ['recipients'],
    'mailto:*@example.com',
    "One of those whom a mail is for, in WorkMail's e-mail event log and its mail flow.",
    (row) => (row.own?.('recipients') ?? '').split('\n'),
  ),
};

function column(name: OwnColumnName): (row: QuestionRow) => string {
  return (row) => row.own?.(name) ?? '';
}
