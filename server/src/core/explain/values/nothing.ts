import { textAt } from '../members';
import { prose } from '../prose';
import { knownAction } from '../words';
import type { Explainer } from './context';
import { isDenial } from './errorCodes';

/** Why requestParameters or responseElements is null, as far as the record tells. */
export const explainNothing: Explainer = (value, { field, record }) => {
  if (value !== null) return [];
  const error = textAt(record.event, 'errorCode');
  const entry = knownAction(record.action)?.entry;
  if (field.name === 'requestParameters') {
    if (error !== undefined && isDenial(error)) {
      return ['Null because the call was refused: what it was aimed at is not in the record.'];
    }
    return ['Null: nothing was asked for beyond the action itself, or nothing of it was recorded.'];
  }
  if (field.name !== 'responseElements') return [];
  if (error !== undefined) return [prose('Null because the call failed: see `errorCode`.')];
  if (entry?.access === 'read') return ['Null, as usual for a read: what was read is not recorded.'];
  if (entry?.returns === 'nothing')
    return ['Null, as expected: this action answers nothing. The call succeeded, because there is no error code.'];
  if (entry?.returns === 'object')
    return ['Null, though this action normally answers something. Nothing in the record says why.'];
  return ['Null: the service answered nothing, or nothing that is recorded.'];
};
