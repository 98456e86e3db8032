import { BYTE_ORDER_MARK, OPEN_BRACE, OPEN_BRACKET, skipSpace } from './characters';
import { isJson } from './entryEnd';
import { closingBracket } from './valueEnd';

/**
 * How a text holds JSON in which nothing is wrong: as one value, or as several with a line break between any two of them,
 * each on one line (JSON Lines) or on many (what `jq` prints).
 */
export type SoundDocuments = 'one' | 'json-lines' | 'concatenated';

/** A text that is JSON throughout; undefined for any other. Costs a parse of it, up to where it is none. */
export function soundDocuments(text: string): SoundDocuments | undefined {
  const start = skipSpace(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, text.length);
  if (isJson(text.slice(start))) return 'one';
  let areLines = true;
  let documents = 0;
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    let behind = isJson(text.slice(at, end)) ? end : -1;
    if (behind < 0) {
      areLines = false;
      behind = endOfMany(text, at);
      if (behind < 0) return undefined;
    }
    documents++;
    at = skipSpace(text, behind, text.length);
  }
  return documents === 0 ? undefined : areLines ? 'json-lines' : 'concatenated';
}

function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed;
}

/** Behind the object or list at `at`, if that is JSON and nothing else stands on its last line. */
function endOfMany(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code !== OPEN_BRACE && code !== OPEN_BRACKET) return -1;
  const end = closingBracket(text, at, text.length);
  if (end < 0 || !isJson(text.slice(at, end))) return -1;
  const next = skipSpace(text, end, text.length);
  return next === text.length || text.slice(end, next).includes('\n') ? end : -1;
}
