import type { Holder } from './heldMessages';
import { messagesInCells } from './messagesInCells';
import { messagesInJson } from './messagesInJson';
import { messagesOfDump } from './messagesOfDump';
import type { NamelessLines } from './namelessLines';

/**
 * What holds messages in a text, told by its beginning; undefined for most texts. Whether they are lines of values, it does not say.
 *
 * @param lines which of them may be, where calls have told of lines that do not name their organization
 */
export function holderOf(text: string, lines?: Pick<NamelessLines, 'isAsked'>): Holder | undefined {
  if (/^[\s\ufeff]*[[{]/.test(text)) return messagesInJson(text, lines);
  return messagesOfDump(text) ?? messagesInCells(text);
}
