import { columns, type RowChunk } from '../core/index';
import { EVENT_ID_IS_TEXT } from '../core/store/rowState';

/** Tests whether the eventID of a row holds a text: of AWS's form, begins with it. */
export type IdTest = (chunk: RowChunk, row: number) => boolean;

/** Fewer digits begin too many ids to tell anything. */
const FEWEST = 4;
const UUID = '00000000-0000-0000-0000-000000000000';

/**
 * Looks for a text in eventIDs. Ids of AWS's form are numbers in their columns and are compared as such, so that a million of them
 * take some milliseconds: the text has to be how they begin. In ids of any other form it may stand anywhere.
 *
 * @param text in lower case
 */
export function idTest(text: string): IdTest {
  const beginning = beginningOf(text);
  return (chunk, row) => {
    if ((chunk.number(row, columns.state) & EVENT_ID_IS_TEXT) !== 0) {
      return chunk.eventID(row).toLowerCase().includes(text);
    }
    return (
      beginning.length > 0 &&
      beginning.every(({ word, bits, shift }) => {
        return chunk.number(row, columns.eventID + word) >>> shift === bits;
      })
    );
  };
}

/** Tests whether the first of the four numbers of an id of AWS's form may be that of an id which begins with a text in lower case. */
export function firstNumberTest(text: string): (first: number) => boolean {
  const [beginning] = beginningOf(text);
  return (first) => beginning !== undefined && first >>> beginning.shift === beginning.bits;
}

/** What the four numbers of an id are compared with, behind a shift to the right; empty for what begins no id. */
function beginningOf(
  text: string,
): readonly { readonly word: number; readonly bits: number; readonly shift: number }[] {
  const isBeginning =
    text.length >= FEWEST &&
    text.length <= UUID.length &&
    Array.from(text).every((character, at) => (UUID[at] === '-' ? character === '-' : /[0-9a-f]/.test(character)));
  if (!isBeginning) return [];
  const digits = text.replaceAll('-', '');
  const words = [];
  for (let word = 0; 8 * word < digits.length; word++) {
    const own = digits.slice(8 * word, 8 * word + 8);
    words.push({ word, bits: Number.parseInt(own, 16), shift: 4 * (8 - own.length) });
  }
  return words;
}
