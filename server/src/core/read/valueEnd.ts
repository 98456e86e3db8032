import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './characters';
import { stringEnd } from './grammar';

/** Behind the value at `at`, without looking into it; negative if it does not end before `limit`. */
export function valueEnd(text: string, at: number, limit = text.length): number {
  const code = text.charCodeAt(at);
  if (code === QUOTE) return stringEnd(text, at, limit);
  if (code === OPEN_BRACE || code === OPEN_BRACKET) return closingBracket(text, at, limit);
  const scalar = /[-+.\w]+/y;
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : -1;
}

/** Behind the bracket that closes the one at `start`, by counting brackets outside strings; -1 if none before `limit`. */
export function closingBracket(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = closingQuote(text, at, limit);
      if (at < 0) return -1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** The quote that closes the one at `start`, whatever stands between; -1 if none does before `limit`. */
function closingQuote(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return -1;
}
