import type { JsonObject } from '../../record';
import { closingBracket } from '../valueEnd';
import { parseObject } from '../whole';
import type { WrappedPlacement } from './eventPlaces';
import { quoteOf } from './eventStarts';
import { lastQuote } from './keyBefore';
import { saidBy } from './oneWrongCharacter';
import type { PlaceInPart } from './placement';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The object that holds an event, of a log in which nothing around the events is wrong, told from the text between it and its
 * neighbours. Undefined where a neighbour stands in the same object.
 */
export function holdingObjectIn(
  part: string,
  place: PlaceInPart,
  { level, fills }: WrappedPlacement,
): JsonObject | undefined {
  const depth = fills ? level - 1 : level;
  const around = depth > 0 ? inString(part, place, depth) : inPlainSight(part, place, fills);
  if (around === undefined) return undefined;
  const { before, isText, after } = around;
  const open = openAt(before, isText);
  let holder = open.length - 1;
  while (holder >= 0 && before[open[holder] ?? 0] !== '{') holder--;
  const begin = open[holder];
  if (begin === undefined) return undefined;
  const text = `${before.slice(begin)}${fills ? '' : '0'}${after}`;
  const close = closingBracket(text, 0, text.length);
  return close < 0 ? undefined : parseObject(text.slice(0, close));
}

/** What stands before and behind an event, as JSON with a hole. */
interface Around {
  readonly before: string;
  /** It begins inside of a string. */
  readonly isText: boolean;
  readonly after: string;
}

function inPlainSight(part: string, { from, isFirst, start, end, next }: PlaceInPart, fills: boolean): Around {
  return { before: part.slice(from, start), isText: fills && !isFirst, after: part.slice(end, next) };
}

/** The string around an event, if none of its neighbours stands in the same one. */
function inString(part: string, { from, start, end, next }: PlaceInPart, depth: number): Around | undefined {
  const quote = quoteOf(depth - 1);
  const opening = lastQuote(part.slice(from, start), quote);
  let closing = part.indexOf(quote, end);
  while (closing >= 0 && part[closing - 1] === '\\') closing = part.indexOf(quote, closing + 1);
  if (opening < 0 || closing < 0 || closing > next) return undefined;
  const before = saidBy(part.slice(from + opening + quote.length, start), depth);
  const after = saidBy(part.slice(end, closing), depth);
  return before === undefined || after === undefined ? undefined : { before, isText: false, after };
}

/** Where the brackets stand that are opened in a text and not closed. */
function openAt(text: string, inText: boolean): readonly number[] {
  const open: number[] = [];
  let isText = inText;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isText = !isText;
    else if (isText && code === BACKSLASH) at++;
    else if (!isText && '{['.includes(text[at] ?? '')) open.push(at);
    else if (!isText && '}]'.includes(text[at] ?? '')) open.pop();
  }
  return open;
}
