import { words } from '../../../generated/schemas';
import { isOmission } from '../../check/markers';
import { wordFor } from '../../check/wordFor';
import type { JsonValue } from '../../record';
import { inlineCode } from '../escape';
import { at, textAt } from '../members';
import { meaningOf } from './wordLists';

/** What a mark in the place of a value means, of whatever type the value would have been. */
export function explainMarker(value: JsonValue): readonly string[] {
  if (isOmission(value)) {
    const reason = textAt(value, 'reason') ?? 'requestParameters too large';
    const word = wordFor(words().markers, reason) ?? words().markers.get('too large');
    const size = at(value, 'originalSize');
    const meaning = word === undefined ? [] : [meaningOf(word)];
    return size === undefined
      ? meaning
      : [[...meaning, `The original had ${inlineCode(String(size), 40)} bytes.`].join(' ')];
  }
  const word = typeof value === 'string' ? wordFor(words().markers, value) : undefined;
  return word === undefined ? [] : [meaningOf(word)];
}
