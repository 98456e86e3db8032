import { accountLoss, accountText, isAccountId, isRounded, restoredAccount } from '../../check/accountId';
import type { JsonObject } from '../../record';
import { inlineCode } from '../escape';
import { at } from '../members';
import { prose } from '../prose';
import type { Explainer } from './context';

/** The account that received a record, as it is written; undefined where that can't be told. */
export function recipientOf(event: JsonObject | undefined): string | undefined {
  const value = at(event, 'recipientAccountId');
  return isRounded(value) ? undefined : accountText(value);
}

/** The account of the caller and the account that received the record, if both are known and differ. */
export function crossAccount(event: JsonObject | undefined): { caller: string; recipient: string } | undefined {
  const callerId = at(event, 'userIdentity', 'accountId');
  const caller = isRounded(callerId) ? undefined : accountText(callerId);
  const recipient = recipientOf(event);
  if (caller === undefined || recipient === undefined || !isAccountId(caller) || !isAccountId(recipient)) {
    return undefined;
  }
  return restoredAccount(caller) === restoredAccount(recipient) ? undefined : { caller, recipient };
}

/** An account id: whether it is in form, and whether the call crossed accounts. */
export const explainAccount: Explainer = (value, { field, record }) => {
  const text = accountText(value);
  if (text === undefined) return [];
  if (text === 'ANONYMOUS_PRINCIPAL') return ['The caller gave no credentials at all.'];
  if (text === 'AWS Internal') return ['Inside AWS; no account is shown.'];
  const loss = accountLoss(value);
  const lost = loss === undefined ? [] : [`An account id is a text of 12 digits; ${loss}.`];
  if (isRounded(value)) return lost;
  if (!isAccountId(text)) return ['An account id has 12 digits. In anonymised logs it can be something else.'];
  const recipient = recipientOf(record.event);
  const crossing = crossAccount(record.event);
  if (field.name === 'recipientAccountId' && crossing !== undefined) {
    return [...lost, `The call came from another account, ${inlineCode(crossing.caller)}.`];
  }
  if (recipient === undefined || field.name === 'recipientAccountId') return lost;
  return restoredAccount(recipient) === restoredAccount(text)
    ? [...lost, prose('The account that received this record: nothing crosses accounts here.')]
    : [
        ...lost,
        `Another account than ${inlineCode(recipient)}, which received this record: access across accounts. Make sure that you know it.`,
      ];
};
