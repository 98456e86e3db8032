import { words } from '../../../generated/schemas';
import { wordFor } from '../../check/wordFor';
import { markdown } from '../escape';
import { prose } from '../prose';
import { addressKind } from './addressRanges';
import { ofText } from './context';
import { meaningOf } from './wordLists';

/** An AWS service as eventSource, sourceIPAddress and invokedBy name it. */
export const explainSource = ofText((text) => {
  const word = wordFor(words().sources, text, 'iu');
  if (word === undefined) return [];
  return [`**${prose(word.name ?? 'AWS service')}.** ${meaningOf(word)}`];
});

/** Where a request came from: a service, or an address with what its range tells. */
export const explainSourceAddress = ofText((text, context) => {
  const service = explainSource(text, context);
  if (service.length > 0) return [...service, 'This is a name that AWS writes in place of an address.'];
  const kind = addressKind(text);
  if (kind === undefined) return [`${markdown(text, 100)} is neither an address nor the name of an AWS service.`];
  return [prose(kind)];
});
