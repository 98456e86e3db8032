import { words } from '../../generated/schemas';
import { isObject } from '../read/whole';
import type { JsonValue } from '../record';
import { wordFor } from './wordFor';

/**
 * A mark that stands in place of a value: hidden because it is a secret, or left out because it is too large. It may
 * replace a value of any type, even a whole object, so no check may look behind it.
 */
export function isMarker(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? wordFor(words().markers, value) !== undefined : isOmission(value);
}

/** `{"reason": "requestParameters too large", "omitted": "true", "originalSize": "149893"}`, in any of its forms. */
export function isOmission(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.hasOwn(value, 'omitted') && String(value.omitted) === 'true';
}
