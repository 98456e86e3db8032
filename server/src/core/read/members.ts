import type { Span } from '../record';
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, OPEN_BRACE, OPEN_BRACKET, QUOTE, skipSpace } from './characters';
import { valueEnd } from './valueEnd';

/** A member of an object or an element of a list, in offsets of the JSON it stands in. */
export interface Member {
  readonly name: string | number;
  readonly key: Span | undefined;
  readonly value: Span;
}

/** The members of the object or array that opens at `within.start`, one level deep; none for other values. */
export function* members(source: string, within: Span): Generator<Member> {
  const open = source.charCodeAt(within.start);
  if (open !== OPEN_BRACE && open !== OPEN_BRACKET) return;
  let at = skipSpace(source, within.start + 1, within.end);
  for (let index = 0; at < within.end; index++) {
    const code = source.charCodeAt(at);
    if (code === CLOSE_BRACE || code === CLOSE_BRACKET) return;
    let key: Span | undefined;
    if (open === OPEN_BRACE) {
      if (code !== QUOTE) return;
      key = { start: at, end: valueEnd(source, at) };
      at = skipSpace(source, key.end, within.end);
      if (source.charCodeAt(at) !== COLON) return;
      at = skipSpace(source, at + 1, within.end);
    }
    const value = { start: at, end: valueEnd(source, at) };
    if (value.end <= at) return;
    yield { name: key === undefined ? index : keyName(source, key), key, value };
    at = skipSpace(source, value.end, within.end);
    if (source.charCodeAt(at) !== COMMA) return;
    at = skipSpace(source, at + 1, within.end);
  }
}

function keyName(source: string, key: Span): string {
  const raw = source.slice(key.start + 1, key.end - 1);
  if (!raw.includes('\\')) return raw;
  const name: unknown = JSON.parse(source.slice(key.start, key.end));
  return typeof name === 'string' ? name : raw;
}
