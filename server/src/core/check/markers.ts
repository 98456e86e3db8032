import { words } from '../../generated/schemas';
import { once } from '../once';
import { isObject } from '../read/whole';
import type { JsonValue } from '../record';
import type { Word } from './schemaTypes';

/**
 * A mark that stands in place of a value: hidden because it is a secret, or left out because it is too large. It may
 * replace a value of any type, even a whole object, so no check may look behind it.
 */
export function isMarker(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string') return isOmission(value);
  return words().markers.get(value)?.kind === 'redacted' || (value.length <= LONGEST && patterns().test(value));
}

/**
 * The same, or a text of which a part is masked by whoever passed the log on, such as `AKIA************`: nothing is said of
 * what such a value should be, nor of what it contradicts.
 */
export function isMasked(value: JsonValue | undefined): boolean {
  if (isMarker(value)) return true;
  return typeof value === 'string' && value.length <= LONGEST && SIGNS.test(value) && partly().test(value);
}

/** Longer texts are no marks, so no pattern is run over them. */
const LONGEST = 2048;

/** What every partly masked text holds: so most texts are told apart without a look at the patterns. */
const SIGNS = /[*#xX•●█]{3}|[<[({]|REDACTED|MASKED/u;

/** The patterns of all marks as one, since it is asked for a dozen values of every record. */
const patterns = once(() => patternOf((kind) => kind !== 'partly'));
const partly = once(() => patternOf((kind) => kind === 'partly'));

function patternOf(isMeant: (kind: Word['kind']) => boolean): RegExp {
  const all = Array.from(words().markers.values()).flatMap(({ kind, pattern }) =>
    isMeant(kind) && pattern !== undefined ? [`(?:${pattern})`] : [],
  );
  return new RegExp(all.join('|'), 'u');
}

/** `{"reason": "requestParameters too large", "omitted": "true", "originalSize": "149893"}`, in any of its forms. */
export function isOmission(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.hasOwn(value, 'omitted') && String(value.omitted) === 'true';
}
