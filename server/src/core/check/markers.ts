import { words } from '../../generated/schemas';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { JsonValue } from '../record';

/**
 * A mark that stands in place of a value: hidden because it is a secret, or left out because it is too large. It may
 * replace a value of any type, even a whole object, so no check may look behind it.
 */
export function isMarker(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return isOmission(value);
  return words().markers.has(value) || (value.length <= LONGEST && patterns().test(value));
}

/** Longer texts are no marks, so no pattern is run over them. */
const LONGEST = 2048;

/** The patterns of all marks as one, since it is asked for a dozen values of every record. */
const patterns = once(() => {
  const all = Array.from(words().markers.values(), ({ pattern }) => pattern).filter((each) => each !== undefined);
  return new RegExp(all.map((each) => `(?:${each})`).join('|'), 'u');
});

/** `{"reason": "requestParameters too large", "omitted": "true", "originalSize": "149893"}`, in any of its forms. */
export function isOmission(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.hasOwn(value, 'omitted') && String(value.omitted) === 'true';
}
