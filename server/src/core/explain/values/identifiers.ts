import { words } from '../../../generated/schemas';
import { wordFor } from '../../check/wordFor';
import { ofText } from './context';
import { meaningOf } from './wordLists';

/** Forms that say something only where an identity, a mailbox or a target is meant: a request has a unique id as well. */
const LOOSE = ['unique id', 'AWS account', 'e-mail address'];

/** An identifier by its form: m-, r-, d-, S-1-1-12-, a unique id, an address. */
export const explainIdentifier = ofText((text, { field, path }) => {
  const word = wordFor(words().identifiers, text);
  if (word === undefined) return [];
  const loose = LOOSE.some((name) => words().identifiers.get(name) === word);
  const meant = field.node?.['x-entity'] !== undefined || (field.standing !== 'known' && path.length > 1);
  return loose && !meant ? [] : [meaningOf(word)];
});
