import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from '../read/characters';
import type { Slice } from '../read/slice';
import type { Problem } from '../record';
import { NO_PROBLEMS, problemAt } from './problem';

/** Longer records are listed but not checked: CloudTrail itself stops at 1 MB. */
const MAX_LENGTH = 4_000_000;
/** Deeper ones neither: genuine records reach 11 levels. */
const MAX_LEVELS = 1000;

/** What is odd about the text of a whole record, before its fields are looked at. */
export function shapeProblems(text: string, slice: Slice): readonly Problem[] {
  const length = slice.end - slice.start;
  if (length > MAX_LENGTH) return [problemAt('too-long', [], 'record', { limit: MAX_LENGTH.toLocaleString('en-US') })];
  if (length > 2 * MAX_LEVELS && isTooDeep(text, slice)) {
    return [problemAt('too-deep', [], 'record', { limit: MAX_LEVELS.toLocaleString('en-US') })];
  }
  return duplicateKeys(text, slice);
}

function isTooDeep(text: string, slice: Slice): boolean {
  const source = text.slice(slice.start, slice.end);
  if (count(source, '}') + count(source, ']') <= MAX_LEVELS) return false;
  let depth = 0;
  for (const at of marks(source)) {
    const code = source.charCodeAt(at);
    if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > MAX_LEVELS) return true;
    } else depth--;
  }
  return false;
}

function count(source: string, mark: string): number {
  let found = 0;
  for (let at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, at + 1)) found++;
  return found;
}

/** A record with two eventNames shows one to each reader: of all keys, this is the one worth a search in every record. */
function duplicateKeys(text: string, slice: Slice): readonly Problem[] {
  const key = '"eventName"';
  const source = text.slice(slice.start, slice.end);
  if (!standsTwice(source, key)) return NO_PROBLEMS;
  const again = rootKeys(source, key)[1];
  if (again === undefined) return [];
  const span = { start: again, end: again + key.length };
  return [{ ...problemAt('duplicate-key', ['eventName'], 'key', { key: 'eventName' }), span }];
}

/** Looks for the end of the key, which begins with a rare letter: a search that starts at each quote takes three times as long. */
function standsTwice(source: string, key: string): boolean {
  const rare = 'Name"';
  let found = 0;
  for (let at = source.indexOf(rare); at >= 0; at = source.indexOf(rare, at + rare.length)) {
    if (source.startsWith(key, at + rare.length - key.length) && ++found > 1) return true;
  }
  return false;
}

/** Where a key stands at the record's own level. */
function rootKeys(source: string, key: string): readonly number[] {
  const places: number[] = [];
  let depth = 0;
  let from = 0;
  for (const at of marks(source)) {
    if (depth === 1) {
      for (let found = source.indexOf(key, from); found >= 0 && found < at; found = source.indexOf(key, found + 1)) {
        if (/^\s*:/.test(source.slice(found + key.length, found + key.length + 20))) places.push(found);
      }
    }
    const code = source.charCodeAt(at);
    depth += code === OPEN_BRACE || code === OPEN_BRACKET ? 1 : -1;
    from = at;
  }
  return places;
}

/** The offsets of all brackets outside strings. */
function* marks(source: string): Generator<number> {
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) quoted = !quoted;
    else if (!quoted && MARKS.has(code)) yield at;
  }
}

const MARKS = new Set([OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET]);
