import { words } from '../../../generated/schemas';
import type { Word } from '../../check/schemaTypes';
import { inlineCode } from '../escape';
import { prose } from '../prose';
import { ofText } from './context';
import { explainSessionName } from './sessionNames';

/** What the first four letters of an access key id or of a principal's unique id tell; undefined for other texts. */
export function prefixWord(id: string): Word | undefined {
  return /^[A-Z]{4}[A-Z0-9]{8,124}$/.test(id) ? words().keyPrefixes.get(id.slice(0, 4)) : undefined;
}

/** An access key id or the unique id of an identity, alone or with a session name behind a colon. */
export const explainKeyOrPrincipal = ofText((text, { field }) => {
  if (text === '')
    return [
      field.shortName === 'principalId'
        ? 'Empty: the caller gave no credentials.'
        : 'Empty: no access key is recorded.',
    ];
  const colon = text.indexOf(':');
  const id = colon < 0 ? text : text.slice(0, colon);
  const rest = colon < 0 ? '' : text.slice(colon + 1);
  if (/^[0-9]{12}$/.test(id)) {
    return rest === ''
      ? ['The account itself: its owner, or the account as a whole.']
      : [`The caller ${inlineCode(rest, 128)}, vouched for by the account ${inlineCode(id)}.`];
  }
  const word = prefixWord(id);
  if (word === undefined) return [];
  const session = rest === '' ? [] : [`Session ${inlineCode(rest, 128)}.`, ...explainSessionName(rest)];
  return [`**${id.slice(0, 4)}:** ${prose(word.meaning)}`, ...(session.length === 0 ? [] : [session.join(' ')])];
});
