import { catalog } from '../../generated/schemas';
import { isObject } from '../read/whole';
import type { JsonObject, Service } from '../record';

/**
 * The service of a record, from its eventSource whatever the case of the letters: AWS itself writes
 * workmailMessageFlow in two ways.
 *
 * A record without a readable eventSource is WorkMail's when its action and its parameters both say so; the name alone
 * proves nothing, since IAM has a CreateUser too.
 */
export function serviceOf(event: JsonObject | undefined): Service {
  if (event === undefined) return 'other';
  const source = Object.hasOwn(event, 'eventSource') ? event.eventSource : undefined;
  return typeof source === 'string' ? serviceNamed(source) : serviceByAction(event);
}

/** The service that an eventSource names, whatever the case of the letters. */
export function serviceNamed(source: string): Service {
  const name = source.trim().toLowerCase();
  if (name === 'workmail.amazonaws.com') return 'workmail';
  return name === 'workmailmessageflow.amazonaws.com' ? 'messageflow' : 'other';
}

function serviceByAction(event: JsonObject): Service {
  const name = Object.hasOwn(event, 'eventName') ? event.eventName : undefined;
  const known = typeof name === 'string' ? catalog().get(name) : undefined;
  const parameters = Object.hasOwn(event, 'requestParameters') ? event.requestParameters : undefined;
  if (known === undefined || !isObject(parameters)) return 'other';
  const telling = ['organizationId', 'messageId'].some((key) => Object.hasOwn(parameters, key));
  return telling ? serviceNamed(known.eventSource) : 'other';
}
