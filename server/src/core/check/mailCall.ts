import type { Action, JsonObject } from '../record';
import { isActionSound } from './actions';
import { actionOf } from './checkRecord';
import { isEnvelopeSound } from './envelope';
import { serviceOf } from './service';

/** What a whole record says that is surely a record of CloudTrail, for those who ask for no problems in it. */
export interface MailCall {
  readonly action: Action | undefined;
  /** `recordOf` finds nothing that makes it malformed; false where that has to be asked of it. */
  readonly isSound: boolean;
}

/**
 * The call of WorkMail or its Message Flow that a record tells of. Most are sound, and to see that takes a small part of what it takes to find all
 * problems: of those that only records of mail have, none makes a record malformed but a value of another type.
 *
 * @param event of such a call
 */
export function mailCallOf(event: JsonObject): MailCall {
  const action = actionOf(event, serviceOf(event));
  return { action, isSound: isEnvelopeSound(event) && (action === undefined || isActionSound(event, action)) };
}
