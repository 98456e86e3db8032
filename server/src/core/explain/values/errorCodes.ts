import { words } from '../../../generated/schemas';
import { inlineCode } from '../escape';
import { at, textAt } from '../members';
import { prose } from '../prose';
import { knownAction } from '../words';
import { ofText } from './context';
import { explainDenial } from './denial';
import { meaningOf } from './wordLists';

/** One sentence on an error code, in our own words; undefined for a code nobody explained here. */
export function errorMeaning(code: string): string | undefined {
  return words().errorCodes.get(code)?.meaning;
}

/** Whether the code says that permission was missing. */
export function isDenial(code: string): boolean {
  return /^(?:Client\.)?(?:AccessDenied(?:Exception)?|UnauthorizedOperation|UnauthorizedException)$/.test(code);
}

/** Why a call failed, what to look at next, and who was refused what if the message tells. */
export const explainErrorCode = ofText((code, { record, field }) => {
  const word = words().errorCodes.get(code);
  if (word === undefined) {
    return ['WorkMail Trail has no explanation for this error code. The error message, if there is one, says more.'];
  }
  const known = knownAction(record.action);
  const declared =
    field.name === 'errorCode' &&
    word.modelled === true &&
    known?.entry.kind === 'api' &&
    !known.entry.errors.includes(code)
      ? [`AWS does not list this error for ${inlineCode(known.name)}.`]
      : [];
  const denied = isDenial(code) ? explainDenial(textAt(record.event, 'errorMessage') ?? '', record) : [];
  return [meaningOf(word), ...denied, ...declared];
});

/** The message of a failure: taken apart where it says what IAM refused. */
export const explainErrorMessage = ofText((message, { record }) => {
  const denied = explainDenial(message, record);
  if (denied.length > 0) return denied;
  if (at(record.event, 'errorCode') === undefined)
    return [prose('There is a message but no `errorCode`: the call failed all the same.')];
  return [];
});
