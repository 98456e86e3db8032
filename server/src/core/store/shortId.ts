import { WORDS } from './uuid';

/** Ids of few characters, as the services that are asked most give them to requests, in the place of an id as AWS makes them else. */

const MOST = 4 * WORDS;
const FIRST = 0x21;
const LAST = 0x7e;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Writes an id of 1 to 16 visible ASCII characters, none of them a quote or a backslash, as four numbers: four characters each, the
 * first one lowest.
 *
 * @param at of the first of four places
 * @returns whether it is one, so that `shortIdText` gives the very same text
 */
export function shortIdIn(text: string, words: Uint32Array, at: number): boolean {
  if (text.length === 0 || text.length > MOST) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < FIRST || code > LAST || code === QUOTE || code === BACKSLASH) return false;
  }
  for (let word = 0; word < WORDS; word++) {
    let number = 0;
    for (let index = 0; index < 4; index++) number |= (text.charCodeAt(4 * word + index) || 0) << (8 * index);
    words[at + word] = number;
  }
  return true;
}

/** The opposite. */
export function shortIdText(words: ArrayLike<number>): string {
  let text = '';
  for (let index = 0; index < MOST; index++) {
    const code = ((words[index >> 2] ?? 0) >>> (8 * (index & 3))) & 0xff;
    if (code === 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}
