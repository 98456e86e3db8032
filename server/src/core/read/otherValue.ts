import type { JsonObject } from '../record';
import { isMessageOfService } from './evidence';
import { isEnvelopeName } from './starts';

/** An object with fewer fields of the envelope is nothing that is left of a record. */
const FEWEST = 2;

/**
 * Whether an object that stands where a record may is none: at most one of its keys is a field of the envelope, or it is a message
 * of another service, which has fields that are called the same. What says nothing at all can be what is left of a record.
 */
export function isOtherValue(value: JsonObject): boolean {
  if (isMessageOfService(value)) return true;
  if (value.eventSource !== undefined && value.eventName !== undefined) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.filter(isEnvelopeName).length < FEWEST;
}
