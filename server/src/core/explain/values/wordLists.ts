import type { Word } from '../../check/schemaTypes';
import { prose } from '../prose';

/** A word's meaning and what to look at next, one paragraph. */
export function meaningOf(word: Word): string {
  return prose(word.next === undefined ? word.meaning : `${word.meaning} ${word.next}`);
}
