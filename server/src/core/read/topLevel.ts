import { CLOSE_BRACKET, characterEnd, skipSpace, skipSpaceBack } from './characters';
import * as gaps from './gaps';
import { foreignAt, recordAt } from './nextRecord';
import { startsWithField } from './starts';
import { valueEnd } from './valueEnd';
import type { Piece, Walk } from './walk';
import { look } from './whole';
import { isEventAt, member } from './wrapperLevel';
import { isRecordsKey, topObject } from './wrapping';

/** Outside any list or object: a record, a list, a whole log, or something between them. */
export function* atTop(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const found = text[at];
  if (found === '{') yield* logOrRecord(walk);
  else if (found === '[' && startsWithField(text, at + 1)) yield* topWithoutBrace(walk);
  else if (found === '[' && isStrayBracket(walk)) yield { gap: walk.skip(gaps.extraBracket(text, at)) };
  else if (found === '[') {
    walk.countTop();
    walk.lists++;
    walk.head = at;
    walk.enter('list', at + 1);
  } else if (found === ',' && walk.afterValue) {
    walk.afterValue = false;
    walk.topComma = at;
    walk.at = at + 1;
  } else if (walk.isRecordWithoutBrace() || (found === '}' && startsWithField(text, at + 1)))
    yield* topWithoutBrace(walk);
  else if (found === '}' || found === ']') yield { gap: walk.skip(gaps.extraBracket(text, at)) };
  else yield foreignAt(walk, false);
}

/** The object that opens here: a record, or a log that wraps its records. */
export function* logOrRecord(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const top = topObject(text, at, walk.effort);
  if (top.kind === 'extra-brace') {
    yield { gap: walk.skip(gaps.extraBracket(text, at)) };
    return;
  }
  walk.countTop();
  if (top.kind === 'record') {
    yield recordAt(walk, at);
    return;
  }
  const fence = walk.fence(at + 1);
  const isBefore = fence < top.first || (fence === top.first && walk.beginsLog(fence));
  const isTwice = isBefore && gaps.damageOfHeader(text.slice(at, top.first)) === undefined;
  if (isTwice && !walk.isJson()) {
    yield { gap: gaps.headerTwice(text, at, fence) };
    walk.topValues--;
    walk.at = fence;
    return;
  }
  walk.wrappers++;
  walk.head = at;
  walk.open.push('wrapper');
  if (top.kind === 'damaged-wrapper') {
    walk.enter('list', top.first);
    yield { gap: gaps.damagedHeader(text, top.header) };
    return;
  }
  if (text.slice(top.key.start + 1, top.key.end - 1).toLowerCase() !== 'records')
    yield { gap: gaps.recordsKey(text, top.key) };
  if (top.isList) walk.enter('list', top.first);
  else yield* recordsWithoutList(walk, top.first);
}

/** A key at the top: the brace of a record or of the wrapping object is lost, or something else stands in its place. */
function* topWithoutBrace(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const key = text[at] === '"' ? at : skipSpace(text, characterEnd(text, at), text.length);
  const keyEnd = valueEnd(text, key);
  look(walk.effort, keyEnd);
  walk.countTop();
  if (!isRecordsKey(text.slice(key + 1, keyEnd - 1))) {
    yield recordAt(walk, at);
    return;
  }
  walk.wrappers++;
  yield { gap: key === at ? gaps.missingBracket(text, at, at, '{') : gaps.wrongBracket(text, at, '{') };
  walk.enter('wrapper', key);
  const value = skipSpace(text, skipSpace(text, keyEnd, text.length) + 1, text.length);
  if (isEventAt(walk, value)) {
    yield* recordsWithoutList(walk, value);
    return;
  }
  for (const piece of member(walk)) if ('record' in piece || piece.gap.kind !== 'duplicate-records') yield piece;
}

/** `"Records": {…}`: a list that lost its bracket when more records follow, else one record where a list belongs. */
function* recordsWithoutList(walk: Walk, first: number): Generator<Piece> {
  const { text } = walk;
  walk.open.push('list');
  const record = recordAt(walk, first);
  const after = text[skipSpace(text, walk.at, text.length)];
  if (after === ']' || after === ',') yield { gap: gaps.missingBracket(text, first, first, '[') };
  else {
    walk.open.pop();
    yield { gap: gaps.recordsNotAList({ start: first, end: first + 1 }) };
  }
  yield record;
}

/** A bracket before a whole log, with none to close it at the end. */
function isStrayBracket(walk: Walk): boolean {
  const { text } = walk;
  const next = skipSpace(text, walk.at + 1, text.length);
  if (text[next] !== '{' || topObject(text, next, walk.effort).kind !== 'wrapper') return false;
  look(walk.effort, Number.POSITIVE_INFINITY);
  return text.charCodeAt(skipSpaceBack(text, text.length, 0) - 1) !== CLOSE_BRACKET;
}
