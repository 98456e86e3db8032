import type { Span } from '../record';
import {
  BACKSLASH,
  CARRIAGE_RETURN,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  isSpace,
  LINE_FEED,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './characters';

/**
 * A part of a JSON text, whole or damaged: UTF-16 offsets of that text. `object` and `list` go from bracket to bracket,
 * `member` from a key to the end of its value; `key`, `text` (with their quotes) and `word` (a number, `true`, rubbish) have no
 * parts themselves.
 */
export interface JsonPart extends Span {
  readonly kind: 'object' | 'list' | 'member' | 'key' | 'text' | 'word';
  /** How many brackets stand open around it. */
  readonly depth: number;
}

/** An object or a list that stands open. */
interface Open {
  readonly start: number;
  readonly kind: 'object' | 'list';
  /** Where the key begins whose value comes next; negative for none. */
  key: number;
}

const WORD = /[^\s{}[\]:,"]+/y;

/**
 * Every part of a text, each when it ends, so that what stands inside comes before what holds it. A bracket that closes nothing is
 * passed over, one that closes what lies further out closes all inside it, and what is never closed ends with the text. Time is
 * linear in the length of the text, whatever stands in it.
 */
export function* jsonParts(source: string): Generator<JsonPart> {
  const open: Open[] = [];
  const counts = { object: 0, list: 0 };
  let at = 0;

  function* closed(part: JsonPart): Generator<JsonPart> {
    yield part;
    const around = open.at(-1);
    if (around === undefined || around.key < 0 || part.kind === 'key') return;
    yield { kind: 'member', start: around.key, end: part.end, depth: part.depth };
    around.key = -1;
  }

  function* closeLast(end: number): Generator<JsonPart> {
    const last = open.pop();
    if (last === undefined) return;
    counts[last.kind]--;
    yield* closed({ kind: last.kind, start: last.start, end, depth: open.length });
  }

  while (at < source.length) {
    const code = source.charCodeAt(at);
    const around = open.at(-1);
    if (isSpace(code) || code === COLON) at++;
    else if (code === COMMA) {
      if (around !== undefined) around.key = -1;
      at++;
    } else if (code === QUOTE) {
      const start = at;
      at = textEnd(source, at);
      const isKey = around?.kind === 'object' && around.key < 0;
      if (isKey) around.key = start;
      yield* closed({ kind: isKey ? 'key' : 'text', start, end: at, depth: open.length });
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const kind = code === OPEN_BRACE ? 'object' : 'list';
      open.push({ start: at, kind, key: -1 });
      counts[kind]++;
      at++;
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      const kind = code === CLOSE_BRACE ? 'object' : 'list';
      while (counts[kind] > 0 && open.at(-1)?.kind !== kind) yield* closeLast(at);
      at++;
      if (counts[kind] > 0) yield* closeLast(at);
    } else {
      WORD.lastIndex = at;
      const start = at;
      at = WORD.test(source) ? WORD.lastIndex : at + 1;
      yield* closed({ kind: 'word', start, end: at, depth: open.length });
    }
  }
  while (open.length > 0) yield* closeLast(source.length);
}

/** Behind the quote that closes the one at `start`. No text goes on in the next line: where none closes it, it ends with its line. */
export function textEnd(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return at;
    if (code === BACKSLASH) at++;
  }
  return source.length;
}
