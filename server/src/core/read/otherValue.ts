import type { JsonObject, JsonValue } from '../record';
import { isMessageOfService } from './evidence';
import { isEnvelopeName } from './starts';

/** An object with fewer fields of the envelope is nothing that is left of a record. */
const FEWEST = 2;

/**
 * Whether an object that stands where a record may is none: at most one of its keys is a field of the envelope, or it is a message
 * of another service, which has fields that are called the same, or it repeats fields of an event beside its text, as the answers of
 * lookup-events do. What says nothing at all can be what is left of a record.
 */
export function isOtherValue(value: JsonObject): boolean {
  if (isMessageOfService(value)) return true;
  if (value.eventSource !== undefined && value.eventName !== undefined) return false;
  if (value.eventVersion === undefined && Object.values(value).some(holdsEvent)) return true;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.filter(isEnvelopeName).length < FEWEST;
}

/** No field but those with parameters is longer, and few stand before the version. */
const FAR = 4000;

/** Whether a value is the text of an event. */
function holdsEvent(value: JsonValue): boolean {
  return typeof value === 'string' && /^\s*\{/.test(value) && value.slice(0, FAR).includes('"eventVersion"');
}
