import type { TextEdit } from '../../../record';
import { isSpace } from '../../characters';
import type { Undoing } from '../layer';
import { isStringAt, stringEdits } from './literalStrings';
import { wordAt } from './literalWords';

/**
 * Values as programming languages print them, made JSON: Python's repr and pprint, Ruby's inspect, Node's console.log, the
 * structs of DuckDB. One reading serves all, since what one of them writes no other takes for something else: any quotes,
 * bare keys, `=>`, words for nothing, calls around a value, texts in several parts, a comma behind the last member.
 */
export function fromLiteral(): Undoing {
  return { edits: literals };
}

/** So many edits are handed on at once. None is changed any more where no parenthesis stands open. */
const ENOUGH = 500;

/** What stands open. Only a comma inside says that parentheses are a list, so the edit of the opening one is kept. */
interface Open {
  readonly mark: string;
  readonly edit: number;
  isList: boolean;
}

function* literals(text: string): Generator<TextEdit> {
  let edits: TextEdit[] = [];
  const open: Open[] = [];
  let comma = -1;
  let isKey = false;
  let parentheses = 0;
  for (let at = nextValue(text, 0); at < text.length; ) {
    if (edits.length > ENOUGH && parentheses === 0 && comma < 0) {
      yield* edits;
      edits = [];
    }
    const mark = text[at] ?? '';
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const comment = commentEnd(text, at);
    if (comment > at) {
      edits.push({ start: at, end: comment, text: '' });
      at = comment;
      continue;
    }
    const isCloser = mark === '}' || mark === ']' || mark === ')';
    if (isCloser && comma >= 0) edits.push({ start: comma, end: comma + 1, text: '' });
    comma = mark === ',' ? at : -1;
    if (isCloser) {
      const closed = open.pop();
      if (closed?.mark === '(') parentheses--;
      if (mark === ')') close(edits, closed, at);
      at++;
    } else if (mark === ',') {
      const within = open.at(-1);
      if (within !== undefined) within.isList = true;
      isKey = within?.mark === '{';
      at++;
    } else if (mark === '{' || mark === '[' || mark === '(') {
      open.push({ mark, edit: edits.length, isList: false });
      if (mark === '(') {
        edits.push({ start: at, end: at + 1, text: '' });
        parentheses++;
      }
      isKey = mark === '{';
      at++;
    } else if (mark === ':') {
      // A symbol of Ruby's begins with a colon where a key is expected.
      if (isKey) edits.push({ start: at, end: at + 1, text: '' });
      at++;
    } else if (mark === '=' && text[at + 1] === '>') {
      edits.push({ start: at, end: at + 2, text: ':' });
      isKey = false;
      at += 2;
    } else {
      at = isStringAt(text, at) ? stringEdits(text, at, edits) : wordAt(text, at, isKey, edits);
      if (isKey) at = behindColon(text, at);
      isKey = false;
    }
    if (open.length === 0) at = nextValue(text, at);
  }
  yield* edits;
}

function close(edits: TextEdit[], opened: Open | undefined, at: number): void {
  const isList = opened?.mark === '(' && opened.isList;
  const opening = opened && edits[opened.edit];
  if (isList && opening !== undefined) edits[opened.edit] = { ...opening, text: '[' };
  edits.push({ start: at, end: at + 1, text: isList ? ']' : '' });
}

/** Behind a comment of JavaScript's; `at` where none stands. */
function commentEnd(text: string, at: number): number {
  if (text[at] !== '/' || (text[at + 1] !== '/' && text[at + 1] !== '*')) return at;
  const isLine = text[at + 1] === '/';
  const found = text.indexOf(isLine ? '\n' : '*/', at + 2);
  if (found < 0) return text.length;
  return isLine ? found : found + 2;
}

/** A key is over when its colon is; other marks are left to be met. */
function behindColon(text: string, at: number): number {
  let next = at;
  while (isSpace(text.charCodeAt(next))) next++;
  return text[next] === ':' ? next + 1 : at;
}

const VALUE = /[{[]|^[ \t]*(?:\([ \t]*)?[urb]{0,2}["'`](?=[{[])/gm;

/** Where the next value begins that stands in none. */
function nextValue(text: string, from: number): number {
  VALUE.lastIndex = from;
  const match = VALUE.exec(text);
  if (match === null) return text.length;
  return match.index + match[0].length - match[0].trimStart().length;
}
