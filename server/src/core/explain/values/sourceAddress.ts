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

/**
 * A source address in a few plain words, for lists: `ordinary public IPv4 address`. No word of it is the log's.
 * Undefined for a text that is neither an address nor the name of a service.
 */
export function sourceAddressWords(text: string): string | undefined {
  const service = wordFor(words().sources, text, 'iu');
  if (service !== undefined) return serviceWords(service.name ?? '');
  const [first] = addressKind(text)?.split(/[.:;]/) ?? [];
  return first?.replace(/^(?:An?|The) /, '');
}

/** `AWS service: Amazon S3`, but `AWS Lambda`: no word stands twice. */
function serviceWords(name: string): string {
  if (name === '') return 'AWS service';
  return name.startsWith('AWS ') ? name : `AWS service: ${name}`;
}

/** Where a request came from: a service, or an address with what its range tells. */
export const explainSourceAddress = ofText((text, context) => {
  const service = explainSource(text, context);
  if (service.length > 0) return [...service, 'This is a name that AWS writes in place of an address.'];
  const kind = addressKind(text);
  if (kind === undefined) return [`${markdown(text, 100)} is neither an address nor the name of an AWS service.`];
  return [prose(kind)];
});
