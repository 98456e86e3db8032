import { columns, type RowChunk } from '../core/index';
import { FEWEST_OF_ID } from '../core/query/readGoTo';
import { EVENT_ID_IS_TEXT, REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from '../core/store/rowState';
import { shortIdIn } from '../core/store/shortId';

/** Tests whether an id of a row holds a text: of AWS's form, begins with it. */
export type IdTest = (row: number) => boolean;

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
export function idTest(
  text: string,
  field: keyof typeof FIELDS,
  where: 'anywhere' | 'begins',
): (chunk: RowChunk) => IdTest {
  const beginning = beginningOf(text);
  const short = shortBeginningOf(text);
  const { column, isText } = FIELDS[field];
  const isLongEnough = where === 'anywhere' || text.length >= FEWEST_OF_ID;
  return (chunk) => {
    const states = chunk.column(columns.state);
    const beginsLong = comparing(chunk, column, beginning);
    const beginsShort = comparing(chunk, column, short);
    return (row) => {
      const state = states[row] ?? 0;
      if ((state & isText) === 0) return beginsLong(row);
      if (!isLongEnough) return false;
      if (field === 'requestID' && where === 'begins' && (state & REQUEST_ID_IS_SHORT) !== 0) return beginsShort(row);
      const id = chunk[field](row).toLowerCase();
      return where === 'begins' ? id.startsWith(text) : id.includes(text);
    };
  };
}

/** Tests whether the first of the four numbers of an id of AWS's form may be that of an id which begins with a text in lower case. */
export function firstNumberTest(text: string): (first: number) => boolean {
  const [beginning] = beginningOf(text);
  return (first) => beginning !== undefined && (first & beginning.mask) >>> 0 === beginning.bits;
}

/** What one of the four numbers of an id is compared with: `((number | fold) & mask) === bits`. */
interface Beginning {
  readonly word: number;
  readonly mask: number;
  readonly fold: number;
  readonly bits: number;
}

/** @param parts of none nothing begins so */
function comparing(chunk: RowChunk, column: number, parts: readonly Beginning[]): IdTest {
  const [first, ...others] = parts;
  if (first === undefined) return () => false;
  const { mask, fold, bits } = first;
  const numbers = chunk.column(column + first.word);
  // Nearly all rows are told by one number.
  return (row) =>
    (((numbers[row] ?? 0) | fold) & mask) >>> 0 === bits &&
    others.every((other) => ((chunk.number(row, column + other.word) | other.fold) & other.mask) >>> 0 === other.bits);
}

/** Of ids of AWS's form; empty for what begins none. */
function beginningOf(text: string): readonly Beginning[] {
  const isBeginning =
    text.length >= FEWEST_OF_ID &&
    text.length <= UUID.length &&
    Array.from(text).every((character, at) => (UUID[at] === '-' ? character === '-' : /[0-9a-f]/.test(character)));
  if (!isBeginning) return [];
  const digits = text.replaceAll('-', '');
  const words: Beginning[] = [];
  for (let word = 0; 8 * word < digits.length; word++) {
    const own = digits.slice(8 * word, 8 * word + 8);
    const shift = 4 * (8 - own.length);
    words.push({
      word,
      fold: 0,
      mask: (0xffffffff << shift) >>> 0,
      bits: (Number.parseInt(own, 16) << shift) >>> 0,
    });
  }
  return words;
}

const LETTER = /[a-z]/;
/** What tells a small letter of ASCII from the same in upper case. */
const SMALL = 0x20;

/** Of short ids, whatever the case of their letters: see `shortIdIn`. Empty for what begins none. */
function shortBeginningOf(text: string): readonly Beginning[] {
  const numbers = new Uint32Array(4);
  if (!shortIdIn(text, numbers, 0)) return [];
  return Array.from(numbers).flatMap((bits, word) => {
    let [mask, fold] = [0, 0];
    for (let at = 0; at < 4; at++) {
      const character = text[4 * word + at];
      if (character === undefined) break;
      mask |= 0xff << (8 * at);
      if (LETTER.test(character)) fold |= SMALL << (8 * at);
    }
    return mask === 0 ? [] : [{ word, mask: mask >>> 0, fold: fold >>> 0, bits }];
  });
}
