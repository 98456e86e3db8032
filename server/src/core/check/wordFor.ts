/** Looks values up in the lists of `schemas/words`. */
import type { Word, WordList } from './schemaTypes';

/** Longer texts fit no word, so no pattern is run over them. */
const LONGEST = 2048;

/** The first word that is the value or whose pattern fits it. */
export function wordFor(list: WordList, value: string, flags: 'u' | 'iu' = 'u'): Word | undefined {
  const exact = list.get(value);
  if (exact !== undefined || value.length > LONGEST) return exact;
  const folded = flags === 'iu' ? value.toLowerCase() : value;
  for (const [word, found] of list) {
    if (found.pattern === undefined) {
      if (flags === 'iu' && word.toLowerCase() === folded) return found;
    } else if (new RegExp(found.pattern, flags).test(value)) {
      return found;
    }
  }
  return undefined;
}
