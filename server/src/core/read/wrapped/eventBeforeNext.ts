import { CLOSE_BRACE, COMMA, skipSpaceBack } from '../characters';
import { parseObject } from '../whole';
import type { Embedded } from './readEvent';

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
