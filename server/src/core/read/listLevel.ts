import { COMMA, characterEnd, OPEN_BRACE, skipSpace } from './characters';
import { entryEnd } from './entryEnd';
import * as gaps from './gaps';
import { foreignAt, recordAt, recordLikeLast } from './nextRecord';
import { remove, replace } from './repairs/proposal';
import { isKeyAt, nextRecordStart, OUTSIDE, startsRecord, startsWithField } from './starts';
import { logOrRecord } from './topLevel';
import type { Piece, Walk } from './walk';
import { look } from './whole';
import { topObject } from './wrapping';

/**
 * The comma and the record that follow a record in nearly every list, taken at once. It is what `inList` would do in two
 * steps; undefined where anything else stands there.
 */
export function nextInList(walk: Walk): Piece | undefined {
  const { text, at, open } = walk;
  if (!walk.afterValue || open.length < 2 || open[open.length - 1] !== 'list') return undefined;
  if (text.charCodeAt(at) !== COMMA) return undefined;
  const brace = skipSpace(text, at + 1, text.length);
  if (text.charCodeAt(brace) !== OPEN_BRACE) return undefined;
  const first = skipSpace(text, brace + 1, text.length);
  const alike = recordLikeLast(walk, brace, first);
  if (alike !== undefined) return alike;
  if (text.charCodeAt(first) === OPEN_BRACE || walk.beginsLog(brace)) return undefined;
  walk.at = brace;
  walk.comma = at;
  walk.afterValue = false;
  return recordAt(walk, brace);
}

/** In the list of records: the next record, a comma, the end of the list, or what does not belong there. */
export function* inList(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const found = text[at] ?? '';
  const garbled = walk.afterValue && found !== ']' && found !== ',' ? walk.garbledCloser() : undefined;
  if (garbled !== undefined) yield { gap: garbled };
  else if (found === '{') yield* opening(walk);
  else if (walk.isRecordWithoutBrace() || ('}]'.includes(found) && !walk.afterValue && startsWithField(text, at + 1))) {
    yield* recordInList(walk);
  } else if (found === ',') yield* walk.takeComma();
  else if ((found === ']' && moreFollow(walk)) || (found === '}' && !endsWrapper(walk))) {
    yield { gap: walk.skip(gaps.extraBracket(text, at)) };
  } else if (found === ']') yield* walk.close();
  else if (found === '}') yield* closeWithoutBracket(walk);
  else if (found === '[' && !walk.afterValue) yield* innerList(walk);
  else yield* otherEntry(walk);
}

/** A brace in the list opens a record, unless it is one too many, or opens a whole log in a list of logs. */
function* opening(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const next = skipSpace(text, at + 1, text.length);
  if (text[next] === '{' && startsRecord(text, next)) yield { gap: walk.skip(gaps.extraBracket(text, at)) };
  else if (walk.open.length === 1 && topObject(text, at, walk.effort).kind === 'wrapper') yield* logOrRecord(walk);
  else if (walk.beginsLog()) {
    if (!walk.isJson()) yield* walk.leave();
    yield* logOrRecord(walk);
  } else yield* recordInList(walk);
}

/** A bracket in the list stands for a record's brace, opens a list of its own, or is one too many. */
function* innerList(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  if (startsWithField(text, at + 1)) yield* recordInList(walk);
  else if (text[skipSpace(text, at + 1, text.length)] !== '{') yield* otherEntry(walk);
  else if (walk.isJson()) {
    const isEntry = isOfRecords(walk);
    walk.enter('list', at + 1);
    if (isEntry) yield { gap: gaps.notAnObject(text, { start: at, end: at + 1 }) };
  } else yield { gap: walk.skip(gaps.extraBracket(text, at)) };
}

function* recordInList(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  if (walk.afterValue) yield { gap: gaps.missingComma(walk.lastEnd, at, text.slice(at, at + 1)) };
  yield recordAt(walk, at);
}

/** The wrapping object ends before its list: the list's bracket is lost, or a comma stands in its place. */
function* closeWithoutBracket(walk: Walk): Generator<Piece> {
  const { text, at, comma } = walk;
  const end = walk.lastEnd;
  walk.open.pop();
  if (comma === undefined) yield { gap: gaps.missingBracket(text, end, at, ']') };
  else yield { gap: gaps.wrongBracket(text, comma, ']') };
  walk.comma = undefined;
  yield* walk.close();
}

/** The brace at hand ends the wrapping object, so that the list's own bracket is lost before it. */
function endsWrapper(walk: Walk): boolean {
  return walk.open.length > 1 && walk.endsLog(walk.at + 1);
}

/** Behind the bracket at hand the list goes on, so the bracket is one too many. */
function moreFollow(walk: Walk): boolean {
  const { text } = walk;
  if (walk.open.filter((level) => level === 'list').length > 1) return false;
  let next = skipSpace(text, walk.at + 1, text.length);
  const parted = text[next] === ',';
  if (parted) next = skipSpace(text, next + 1, text.length);
  return text[next] === '{' && startsRecord(text, next) && (parted || walk.comma !== undefined);
}

/** In the list under `Records` nothing but records belongs; any other list of JSON may hold what it likes. */
function isOfRecords({ open }: Walk): boolean {
  return open.at(-2) === 'wrapper';
}

/** A value in the list that is no object is passed over, and said where it does not belong; so is anything else. */
function* otherEntry(walk: Walk): Generator<Piece> {
  const { text, at } = walk;
  const behind = skipSpace(text, characterEnd(text, at), text.length);
  if (walk.afterValue && text[behind] === '{') {
    walk.afterValue = false;
    walk.at = characterEnd(text, at);
    yield { gap: gaps.wrongSeparator(text, at, walk.at) };
    return;
  }
  const end = entryEnd(text, at, Math.min(text.length, at + walk.effort.left));
  const stop = end < 0 ? -end - 1 : end;
  look(walk.effort, stop + 200);
  const start = end < 0 ? 0 : nextRecordStart(text, at, Math.min(text.length, stop + 200), OUTSIDE);
  if (start < stop || walk.afterValue || !isEntry(text, stop)) {
    walk.effort.left = Math.max(0, walk.effort.left - (stop - at));
    yield foreignEntry(walk);
    return;
  }
  walk.take(end);
  walk.afterValue = true;
  if (isOfRecords(walk)) yield { gap: gaps.notAnObject(text, { start: at, end }) };
}

/** Whether a value that ends at `end` is an entry of the list of its own. */
function isEntry(text: string, end: number): boolean {
  const next = skipSpace(text, end, text.length);
  const found = text[next] ?? ']';
  return found === ']' || (found === ',' && !isKeyAt(text, skipSpace(text, next + 1, text.length)));
}

/** Dots between records take the place of a comma, or take one with them. */
function foreignEntry(walk: Walk): Piece {
  const { text, comma, afterValue } = walk;
  const piece = foreignAt(walk, true);
  if (!('gap' in piece) || piece.gap.kind !== 'ellipsis') return piece;
  const found = piece.gap;
  const { start, end } = found.span;
  const next = skipSpace(text, end, text.length);
  if (afterValue) {
    if (text[next] !== '{') return piece;
    walk.afterValue = false;
    return { gap: { ...found, edits: [replace(start, end, ',')] } };
  }
  if (text[next] === ',') {
    walk.at = next + 1;
    return { gap: { ...found, edits: [remove(start, next + 1)] } };
  }
  if (comma === undefined || text[next] !== ']') return piece;
  walk.afterValue = true;
  return { gap: { ...found, edits: [remove(comma, end)] } };
}
