import { CLOSE_BRACE, COMMA, skipSpaceBack } from '../characters';
import { parseObject } from '../whole';
import type { Embedded } from './embedded';
import { type Level, spaceStart } from './eventStarts';
import { saidBy } from './oneWrongCharacter';

/**
 * The event that fills what stands before the next one, but for a comma or the end of a line: one `JSON.parse`, and no bracket is
 * counted. JSON that opens with a brace ends in one place only, so no other way of looking finds another end.
 *
 * @param start offset of the event's brace
 * @param next offset of the brace of the next event
 * @returns undefined where anything else stands between the two, or the event is not whole
 */
export function eventBeforeNext(text: string, start: number, next: number): Embedded | undefined {
  let end = skipSpaceBack(text, next, start);
  const isComma = text.charCodeAt(end - 1) === COMMA;
  if (isComma) end = skipSpaceBack(text, end - 1, start);
  if (text.charCodeAt(end - 1) !== CLOSE_BRACE) return undefined;
  if (!isComma && !/[\r\n]/.test(text.slice(end, next))) return undefined;
  const source = text.slice(start, end);
  const value = parseObject(source);
  return value && { start, end, form: 'object', source, value, damages: [], edits: [] };
}

/**
 * The same for one of several events in a string: where it ends.
 *
 * @param level how many strings it stands in
 */
export function endBeforeNext(text: string, start: number, next: number, level: Level): number | undefined {
  let end = spaceStart(text, next, start);
  if (text.charCodeAt(end - 1) === COMMA) end = spaceStart(text, end - 1, start);
  if (text.charCodeAt(end - 1) !== CLOSE_BRACE) return undefined;
  const said = saidBy(text.slice(start, end), level);
  return said !== undefined && parseObject(said) !== undefined ? end : undefined;
}
