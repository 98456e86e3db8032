import type { TextEdit } from '../../../record';
import { BACKSLASH, QUOTE, SPACE, TAB } from '../../characters';
import { type Line, linesOf } from '../lines';
import { escapeAt } from './literalStrings';

/** Behind the key at `at`, where its colon stands; -1 where there is no key. */
export function keyEnd(text: string, at: number, lineEnd: number): number {
  const line = text.slice(at, Math.min(lineEnd, at + 300));
  const match = /^(?:"[^"\\]*"|'[^']*'|[^\s"'{}[\],#&*!|>%@`:][^:#"'{}[\]]*)(?=:(?:\s|$))/.exec(line);
  return match === null || /\s$/.test(match[0]) ? -1 : at + match[0].length;
}

/** What was read: `end` is behind the content, `next` the first line that does not belong to it. */
export interface Scalar {
  readonly end: number;
  readonly next: number;
}

/**
 * Makes a JSON value of a scalar, over as many lines as it takes.
 *
 * @param column of the key or dash before it
 * @param edits where the edits go
 */
export function scalarEdits(text: string, at: number, lineEnd: number, column: number, edits: TextEdit[]): Scalar {
  const mark = text[at];
  if (mark === '"' || mark === "'") return quotedEdits(text, at, edits);
  if (/^[|>][+-]?\d?[+-]?\s*$/.test(text.slice(at, Math.min(lineEnd, at + 20))))
    return blockEdits(text, at, lineEnd, column, edits);
  return plainEdits(text, at, lineEnd, column, edits);
}

function quotedEdits(text: string, start: number, edits: TextEdit[]): Scalar {
  const isDouble = text[start] === '"';
  if (!isDouble) edits.push({ start, end: start + 1, text: '"' });
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isDouble && text[at] === "'") {
      if (text[at + 1] !== "'") break;
      edits.push({ start: at, end: at + 2, text: "'" });
      at += 2;
    } else if (isDouble && code === QUOTE) return { end: at + 1, next: at + 1 };
    else if (isDouble && code === BACKSLASH) {
      const fold = text[at + 1] === '\n' || text[at + 1] === '\r' ? foldAt(text, at + 1) : undefined;
      const { length, now } = fold === undefined ? escapeAt(text, at) : { length: fold.end - at, now: '' };
      if (now !== text.slice(at, at + length)) edits.push({ start: at, end: at + length, text: now });
      at += length;
    } else if (code === QUOTE || code === BACKSLASH) {
      edits.push({ start: at, end: at + 1, text: `\\${text[at]}` });
      at++;
    } else if (code === 0x0a || code === 0x0d) {
      const { start: from, end, now } = foldAt(text, at);
      edits.push({ start: from, end, text: now });
      at = end;
    } else if (code < SPACE) {
      edits.push({ start: at, end: at + 1, text: '\\t' });
      at++;
    } else at++;
  }
  const end = Math.min(text.length, at + 1);
  if (!isDouble) edits.push({ start: at, end, text: '"' });
  return { end, next: end };
}

/** A break of lines in a scalar with the white space around it: a space, or one break less than there are. */
function foldAt(text: string, at: number): { readonly start: number; readonly end: number; readonly now: string } {
  let start = at;
  while (isBlank(text.charCodeAt(start - 1))) start--;
  let end = at;
  let breaks = 0;
  while (end < text.length && (isBlank(text.charCodeAt(end)) || text[end] === '\n' || text[end] === '\r')) {
    if (text[end] === '\n') breaks++;
    end++;
  }
  return { start, end, now: breaks > 1 ? '\\n'.repeat(breaks - 1) : ' ' };
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** Words that are no text: also those that only YAML 1.1 takes for such are texts, as tools that write YAML quote them. */
const PLAIN_JSON = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|\{\}|\[\])$/;
const FLOW = /^(?:\{.*\}|\[.*\])$/;

function plainEdits(text: string, at: number, lineEnd: number, column: number, edits: TextEdit[]): Scalar {
  const first = text.slice(at, lineEnd).replace(/\s+(?:#.*)?$/, '');
  const end = at + first.length;
  if (first === '~') edits.push({ start: at, end, text: 'null' });
  if (first === '~' || PLAIN_JSON.test(first) || FLOW.test(first)) return { end, next: end };
  edits.push({ start: at, end: at, text: '"' });
  escapeEdits(text, at, end, edits);
  let last = end;
  let next = lineEnd;
  for (const line of linesFrom(text, lineEnd)) {
    const content = contentOf(text, line);
    if (content === line.end || content - line.start <= column) break;
    edits.push({ start: last, end: content, text: ' ' });
    escapeEdits(text, content, line.end, edits);
    last = line.end;
    next = line.end;
  }
  edits.push({ start: last, end: last, text: '"' });
  return { end: last, next };
}

/** `|` keeps its breaks, `>` makes spaces of them. */
function blockEdits(text: string, at: number, lineEnd: number, column: number, edits: TextEdit[]): Scalar {
  const isFolded = text[at] === '>';
  let indent = -1;
  let last = lineEnd;
  let next = lineEnd;
  let from = at;
  let now = '"';
  for (const line of linesFrom(text, lineEnd)) {
    const content = contentOf(text, line);
    if (content === line.end) continue;
    if (content - line.start <= column) break;
    if (indent < 0) indent = content - line.start;
    const start = line.start + Math.min(indent, content - line.start);
    edits.push({ start: from, end: start, text: now });
    escapeEdits(text, start, line.end, edits);
    from = last = next = line.end;
    now = isFolded ? ' ' : '\\n';
  }
  edits.push({ start: from, end: Math.max(from, last), text: from === at ? '""' : '"' });
  return { end: Math.max(from, last), next };
}

/** The lines behind the break at `lineEnd`. */
function* linesFrom(text: string, lineEnd: number): Generator<Line> {
  const feed = text.indexOf('\n', lineEnd);
  if (feed >= 0) yield* linesOf(text, feed + 1);
}

function contentOf(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  return at;
}

function escapeEdits(text: string, from: number, to: number, edits: TextEdit[]): void {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE || code === BACKSLASH) edits.push({ start: at, end: at + 1, text: `\\${text[at]}` });
    else if (code < SPACE) edits.push({ start: at, end: at + 1, text: '\\t' });
  }
}
