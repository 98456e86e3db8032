import { words } from '../../../generated/schemas';
import type { JsonValue } from '../../record';
import { inlineCode } from '../escape';
import { at, textAt } from '../members';
import { meaningOf, wordFor } from './wordLists';

/** Whether CloudTrail put a note in the place of a value that was too large. Flag and size are text, in copies at times not. */
export function isOmission(value: JsonValue | undefined): boolean {
  const omitted = at(value, 'omitted');
  return (omitted === 'true' || omitted === true) && at(value, 'originalSize') !== undefined;
}

/** Whether a mark stands in the place of the real value: a hidden secret, or a note of what was left out. */
export function isMarker(value: JsonValue | undefined): boolean {
  return isOmission(value) || (typeof value === 'string' && wordFor(words().markers, value) !== undefined);
}

/** What a mark in the place of a value means, of whatever type the value would have been. */
export function explainMarker(value: JsonValue): readonly string[] {
  if (isOmission(value)) {
    const reason = textAt(value, 'reason') ?? 'requestParameters too large';
    const word = wordFor(words().markers, reason) ?? words().markers.get('too large');
    const size = at(value, 'originalSize');
    const bytes = `The original had ${inlineCode(String(size), 40)} bytes.`;
    return word === undefined ? [bytes] : [`${meaningOf(word)} ${bytes}`];
  }
  const word = typeof value === 'string' ? wordFor(words().markers, value) : undefined;
  return word === undefined ? [] : [meaningOf(word)];
}
