import type { JsonValue } from '../record';

/**
 * Values that a tool has written as another type of JSON without changing what they say: spreadsheets, query engines and
 * `lookup-events` write Booleans and numbers as text.
 */

/** What a Boolean says, as CloudTrail writes it or as text in any case of the letters; undefined for everything else. */
export function truthOf(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value.length > 5) return undefined;
  const word = value.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;
const INTEGER = /^-?\d{1,15}$/;

/**
 * Whether a text says what a value of one of the wanted types would.
 *
 * @param wanted names of JSON types, as JSON Schema has them
 */
export function isRetyped(value: JsonValue | undefined, wanted: readonly unknown[]): boolean {
  if (typeof value !== 'string') return false;
  return (
    (wanted.includes('boolean') && truthOf(value) !== undefined) ||
    (wanted.includes('number') && NUMBER.test(value)) ||
    (wanted.includes('integer') && INTEGER.test(value))
  );
}
