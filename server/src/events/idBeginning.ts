import { columns, type RowChunk } from '../core/index';
import { FEWEST_OF_ID } from '../core/query/readGoTo';
import { EVENT_ID_IS_TEXT, REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from '../core/store/rowState';

/** Tests whether an id of a row holds a text: of AWS's form, begins with it. */
export type IdTest = (chunk: RowChunk, row: number) => boolean;

const UUID = '00000000-0000-0000-0000-000000000000';

/** Where ids lie, and which bits of a state say that one is no number. */
const FIELDS = {
  eventID: { column: columns.eventID, isText: EVENT_ID_IS_TEXT },
  requestID: { column: columns.requestID, isText: REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT },
} as const;

/**
 * Looks for a text in ids. Ids of AWS's form are numbers in their columns and are compared as such, so that a million of them
 * take some milliseconds: the text has to be how they begin.
 *
 * @param text in lower case
 * @param where in ids of any other form it may stand: anywhere, or at their beginning
 */
export function idTest(text: string, field: keyof typeof FIELDS, where: 'anywhere' | 'begins'): IdTest {
  const beginning = beginningOf(text);
  const { column, isText } = FIELDS[field];
  const isLongEnough = where === 'anywhere' || text.length >= FEWEST_OF_ID;
  return (chunk, row) => {
    if ((chunk.number(row, columns.state) & isText) !== 0) {
      if (!isLongEnough) return false;
      const id = chunk[field](row).toLowerCase();
      return where === 'begins' ? id.startsWith(text) : id.includes(text);
    }
    return (
      beginning.length > 0 &&
      beginning.every(({ word, bits, shift }) => {
        return chunk.number(row, column + word) >>> shift === bits;
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
    text.length >= FEWEST_OF_ID &&
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
