import type { JsonObject } from '../record';
import { skipSpace } from './characters';
import { isEnvelopeField, isKeyAt, keyText, startsRecord } from './starts';
import { valueEnd } from './valueEnd';

/** Where a record stands, which decides what may follow it. */
export interface Position {
  /** Inside a list, and whether that list is the value of a wrapping object. */
  readonly inList: boolean;
  readonly inWrapper: boolean;
}

/** `sure`: a record ends like this. `no`: more of the record follows. `perhaps`: what follows is nothing known. */
export type Ending = 'sure' | 'perhaps' | 'no';

/**
 * Whether a record that began at `start` may end before `at`, told by what stands there.
 *
 * @param value what the text up to `at` says, when it is whole: its keys tell a key of the next record from one of its own
 */
export function endingAt(text: string, start: number, at: number, position: Position, value?: JsonObject): Ending {
  let next = skipSpace(text, at, text.length);
  const found = text[next] ?? '';
  // A list that is not closed was cut off, or this record has taken its bracket.
  if (found === '') return position.inList ? 'perhaps' : 'sure';
  const own = skipSpace(text, text[start] === '{' ? start + 1 : start, text.length);
  const first = at > own ? keyText(text, own) : '';
  const isNext = (key: number) => beginsNextRecord(text, key, first, value);
  if (found === ']') return listEnd(text, next, position, isNext);
  if (found === '}') {
    const behind = skipSpace(text, next + 1, text.length);
    if (isKeyAt(text, behind) && isNext(behind)) return 'sure';
    if (position.inWrapper && behind === text.length) return 'sure';
    return isKeyAt(text, text[behind] === ',' ? skipSpace(text, behind + 1, text.length) : behind) ? 'no' : 'perhaps';
  }
  if (found === ',') next = skipSpace(text, next + 1, text.length);
  if (isKeyAt(text, next)) return isNext(next) || isNewLine(text, start, at, next, position) ? 'sure' : 'no';
  const after = text[next] ?? '';
  // In a list, records are parted by commas: a brace without one may well be a damage inside the record.
  if (after === '{') return startsRecord(text, next) && (found === ',' || !position.inList) ? 'sure' : 'perhaps';
  if (found === ',' && after === ']') return listEnd(text, next, position, isNext);
  return found === ',' && after === '' ? 'sure' : 'perhaps';
}

/** The list of records ends at the bracket at `at`, unless the record goes on behind a list of its own. */
function listEnd(text: string, at: number, position: Position, isNext: (key: number) => boolean): Ending {
  if (!position.inList) return 'perhaps';
  let next = skipSpace(text, at + 1, text.length);
  const found = text[next] ?? '';
  if (found === '') return 'sure';
  if (found === '}')
    return position.inWrapper && text[skipSpace(text, next + 1, text.length)] !== ',' ? 'sure' : 'perhaps';
  if (found === ',') next = skipSpace(text, next + 1, text.length);
  if (isKeyAt(text, next)) {
    if (isNext(next)) return 'sure';
    return isEnvelopeField(keyText(text, next).slice(1, -1)) ? 'no' : 'perhaps';
  }
  if (found !== '{' && found !== ',') return 'perhaps';
  return ['{', '}', ''].includes(text[next] ?? '') ? 'sure' : 'perhaps';
}

/** How many keys of the next record are looked at: its first ones may be ones that not every record has. */
const LOOKED_AT = 3;
const LONGEST_VALUE = 20_000;

/**
 * A key behind the record begins the next one, whose brace is lost, when it is the key that this record began with, or
 * when this record already has it or one of those behind it.
 */
export function beginsNextRecord(text: string, at: number, first: string, value: JsonObject | undefined): boolean {
  let key = at;
  for (let count = 0; count < LOOKED_AT && isKeyAt(text, key); count++) {
    const name = keyText(text, key);
    if (name === first && first !== '') return true;
    if (value === undefined) return false;
    if (Object.hasOwn(value, name.slice(1, -1))) return true;
    const colon = skipSpace(text, key + name.length, text.length);
    const from = skipSpace(text, colon + 1, text.length);
    const end = valueEnd(text, from, Math.min(text.length, from + LONGEST_VALUE));
    if (end <= from) return false;
    const comma = skipSpace(text, end, text.length);
    if (text[comma] !== ',') return false;
    key = skipSpace(text, comma + 1, text.length);
  }
  return false;
}

/** Records that stand on a line each: a key on the next line is the next record's. */
function isNewLine(text: string, start: number, at: number, next: number, position: Position): boolean {
  return !position.inList && /[\r\n]/.test(text.slice(at, next)) && !/[\r\n]/.test(text.slice(start, at));
}
