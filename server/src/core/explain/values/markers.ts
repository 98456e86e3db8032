import { words } from '../../../generated/schemas';
import { isMasked, isOmission } from '../../check/markers';
import type { Word } from '../../check/schemaTypes';
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
  const word = markOf(value);
  return word === undefined || word.kind === 'partly' ? [] : [meaningOf(word)];
}

/** That a part of a value is masked, which says nothing of what the rest of it means. */
export function explainPartlyMasked(value: JsonValue): readonly string[] {
  const word = markOf(value);
  return word?.kind === 'partly' ? [meaningOf(word)] : [];
}

function markOf(value: JsonValue): Word | undefined {
  return typeof value === 'string' && isMasked(value) ? wordFor(words().markers, value) : undefined;
}
