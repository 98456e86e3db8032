import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, skipSpace } from './characters';
import { isWholeEvent } from './continued';
import { entryEnd } from './entryEnd';
import { parseObject } from './whole';

/** What a log begins with as CloudTrail writes it, up to its first record. */
const BEGINNING = /^\ufeff?\s*(\{\s*"Records"\s*:\s*)?\[\s*(?=\{)/;

/**
 * Whether a text is JSON throughout, and a list of whole events stands where CloudTrail has its own, and nothing else: then nothing
 * in those events is an event, whatever it looks like. Most other texts end this look at their first record.
 */
export function isOwnForm(text: string): boolean {
  const [beginning = '', wrapping] = BEGINNING.exec(text) ?? [];
  if (beginning === '') return false;
  for (let at = beginning.length; ; ) {
    const end = text.charCodeAt(at) === OPEN_BRACE ? entryEnd(text, at, text.length) : -1;
    if (end < 0 || !isWholeEvent(parseObject(text.slice(at, end)))) return false;
    at = skipSpace(text, end, text.length);
    const code = text.charCodeAt(at);
    at = skipSpace(text, at + 1, text.length);
    if (code === CLOSE_BRACKET) return endsAt(text, at, wrapping !== undefined);
    if (code !== COMMA) return false;
  }
}

/** Whether nothing more stands behind the list at `at`, but for the brace of the object that it is in. */
function endsAt(text: string, at: number, isWrapped: boolean): boolean {
  if (!isWrapped) return at >= text.length;
  return text.charCodeAt(at) === CLOSE_BRACE && skipSpace(text, at + 1, text.length) >= text.length;
}
