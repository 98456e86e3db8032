import type { Holder } from './heldMessages';
import { messagesInCells } from './messagesInCells';
import { messagesInJson } from './messagesInJson';
import { messagesOfDump } from './messagesOfDump';

/** What holds messages in a text, told by its beginning; undefined for most texts. Whether they are lines of values, it does not say. */
export function holderOf(text: string): Holder | undefined {
  if (/^[\s\ufeff]*[[{]/.test(text)) return messagesInJson(text);
  return messagesOfDump(text) ?? messagesInCells(text);
}
