import { inlineCode } from '../escape';
import { textAt } from '../members';
import { prose } from '../prose';
import { ofText } from './context';

/** The account of the caller and the account that received the record, if both are known and differ. */
export function crossAccount(event: Parameters<typeof textAt>[0]): { caller: string; recipient: string } | undefined {
  const caller = textAt(event, 'userIdentity', 'accountId');
  const recipient = textAt(event, 'recipientAccountId');
  const both =
    caller !== undefined && recipient !== undefined && [caller, recipient].every((id) => /^\d{12}$/.test(id));
  return both && caller !== recipient ? { caller, recipient } : undefined;
}

/** An account id: whether it is in form, and whether the call crossed accounts. */
export const explainAccount = ofText((text, { field, record }) => {
  if (text === 'ANONYMOUS_PRINCIPAL') return ['The caller gave no credentials at all.'];
  if (text === 'AWS Internal') return ['Inside AWS; no account is shown.'];
  if (!/^\d{12}$/.test(text)) return ['An account id has 12 digits. In anonymised logs it can be something else.'];
  const recipient = textAt(record.event, 'recipientAccountId');
  const crossing = crossAccount(record.event);
  if (field.name === 'recipientAccountId' && crossing !== undefined) {
    return [`The call came from another account, ${inlineCode(crossing.caller)}.`];
  }
  if (recipient === undefined || field.name === 'recipientAccountId') return [];
  return recipient === text
    ? [prose('The account that received this record: nothing crosses accounts here.')]
    : [
        `Another account than ${inlineCode(recipient)}, which received this record: access across accounts. Make sure that you know it.`,
      ];
});
