import type { Container } from '../record';
import { BYTE_ORDER_MARK, CLOSE_BRACE, CLOSE_BRACKET, characterEnd, skipSpace, skipSpaceBack } from './characters';
import * as gaps from './gaps';
import { run, START } from './grammar';
import { remove, replace } from './repairs/proposal';
import { readSlice, type Slice } from './slice';
import { isKeyAt, nextRecordStart, OUTSIDE, startsRecord, startsWithField } from './starts';
import { valueEnd } from './valueEnd';
import type { Effort } from './whole';
import { isRecordsKey, topObject } from './wrapping';

export type Piece = { readonly record: Slice } | { readonly gap: gaps.Gap };

/**
 * Cuts a log into its records and what is wrong between them, in the order of the text. Nothing is skipped in silence:
 * every character belongs to a record, to the wrapping, to white space or to a gap.
 *
 * @returns the container, told from all that was seen
 */
export function* split(text: string): Generator<Piece, Container> {
  const walk = new Walk(text);
  let open: gaps.Gap | undefined;
  while (!walk.atEnd()) {
    for (const piece of walk.step()) {
      // A run of brackets or commas is one damage, be it a million characters long.
      const longer = open !== undefined && 'gap' in piece ? gaps.joined(text, open, piece.gap) : undefined;
      if (longer === undefined && open !== undefined) yield { gap: open };
      open = longer ?? ('gap' in piece ? piece.gap : undefined);
      if ('record' in piece) yield piece;
    }
  }
  if (open !== undefined) yield { gap: open };
  const missing = walk.finish();
  if (missing !== undefined) yield { gap: missing };
  return walk.container();
}

type Level = 'list' | 'wrapper';

/** A member of the wrapping object that a cut is looked for in has at most this many characters. */
const LONGEST_MEMBER = 64_000;

/** The walk over the outer levels: what stands open there, and what has been seen. Lives as long as one `split`. */
class Walk {
  private at: number;
  private readonly open: Level[] = [];
  private readonly effort: Effort;
  /** Behind a record or value, so that a comma or the end of the list must come next. */
  private afterValue = false;
  /** The comma since the last value, if any. */
  private comma: number | undefined;
  /** Behind the last value or opening bracket. */
  private lastEnd: number;
  /** A comma at the top with nothing behind it yet. */
  private topComma: number | undefined;
  private wasCut = false;
  private valid: boolean | undefined;
  private isCutInside = false;
  private topValues = 0;
  private hasWrapper = false;
  private hasList = false;
  private onOwnLines = true;

  constructor(private readonly text: string) {
    this.effort = { left: 8 * text.length + 1_000_000 };
    this.at = skipSpace(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, text.length);
    this.lastEnd = this.at;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  container(): Container {
    if (this.topValues > 1) return this.onOwnLines && !this.hasWrapper && !this.hasList ? 'json-lines' : 'concatenated';
    if (this.hasWrapper) return 'records';
    return this.hasList ? 'array' : 'single';
  }

  /** Takes the next piece of the text, or pieces: a record may come with what is missing before it. */
  *step(): Generator<Piece> {
    const level = this.open.at(-1);
    if (level === 'list') yield* this.inList();
    else if (level === 'wrapper') yield* this.inWrapper();
    else yield* this.atTop();
    this.at = skipSpace(this.text, this.at, this.text.length);
  }

  /** What is still open at the end of the text. */
  finish(): gaps.Gap | undefined {
    if (this.wasCut) return undefined;
    if (this.open.length === 0) return this.topComma === undefined ? undefined : gaps.extraComma(this.topComma, '');
    if (this.open.length === 1 && this.open[0] === 'wrapper' && this.comma === undefined && !this.isCutInside) {
      return gaps.missingBracket(this.text, this.lastEnd, this.text.length, '}');
    }
    const closers = this.open.map((level) => (level === 'list' ? ']' : '}')).reverse();
    return gaps.cutOff(this.lastEnd, this.comma, closers.join(''));
  }

  private *atTop(): Generator<Piece> {
    const { text, at } = this;
    const found = text[at];
    if (found === '{') yield* this.topObject();
    else if (found === '[' && startsWithField(text, at + 1)) yield* this.topWithoutBrace();
    else if (found === '[' && this.isStrayBracket()) yield { gap: this.skip(gaps.extraBracket(text, at)) };
    else if (found === '[') {
      this.countTop();
      this.hasList = true;
      this.enter('list', at + 1);
    } else if (found === ',' && this.afterValue) {
      this.afterValue = false;
      this.topComma = at;
      this.at = at + 1;
    } else if (this.isRecordWithoutBrace() || (found === '}' && startsWithField(text, at + 1)))
      yield* this.topWithoutBrace();
    else
      yield {
        gap: this.skip(found === '}' || found === ']' ? gaps.extraBracket(text, at) : gaps.foreign(text, at, false)),
      };
  }

  private *topObject(): Generator<Piece> {
    const { text, at } = this;
    const top = topObject(text, at, this.effort);
    if (top.kind === 'extra-brace') {
      yield { gap: this.skip(gaps.extraBracket(text, at)) };
      return;
    }
    this.countTop();
    if (top.kind === 'record') {
      yield this.record(at);
      return;
    }
    this.hasWrapper = true;
    this.open.push('wrapper');
    if (top.kind === 'damaged-wrapper') {
      this.enter('list', top.first);
      yield { gap: gaps.damagedHeader(text, top.header) };
      return;
    }
    if (text.slice(top.key.start + 1, top.key.end - 1).toLowerCase() !== 'records')
      yield { gap: gaps.recordsKey(text, top.key) };
    if (top.isList) this.enter('list', top.first);
    else yield* this.recordsWithoutList(top.first);
  }

  /** A key at the top: the brace of a record or of the wrapping object is lost, or something else stands in its place. */
  private *topWithoutBrace(): Generator<Piece> {
    const { text, at } = this;
    const key = text[at] === '"' ? at : skipSpace(text, characterEnd(text, at), text.length);
    this.countTop();
    if (!isRecordsKey(text.slice(key + 1, valueEnd(text, key) - 1))) {
      yield this.record(at);
      return;
    }
    this.hasWrapper = true;
    yield { gap: key === at ? gaps.missingBracket(text, at, at, '{') : gaps.wrongBracket(text, at, '{') };
    this.enter('wrapper', key);
    for (const piece of this.member()) if ('record' in piece || piece.gap.kind !== 'duplicate-records') yield piece;
  }

  /** `"Records": {…}`: a list that lost its bracket when more records follow, else one record where a list belongs. */
  private *recordsWithoutList(first: number): Generator<Piece> {
    const { text } = this;
    this.open.push('list');
    const record = this.record(first);
    const after = text[skipSpace(text, this.at, text.length)];
    if (after === ']' || after === ',') yield { gap: gaps.missingBracket(text, first, first, '[') };
    else {
      this.open.pop();
      yield { gap: gaps.recordsNotAList({ start: first, end: first + 1 }) };
    }
    yield record;
  }

  private *inList(): Generator<Piece> {
    const { text, at } = this;
    const found = text[at] ?? '';
    const garbled = this.afterValue && found !== ']' && found !== ',' ? this.garbledCloser() : undefined;
    if (garbled !== undefined) yield { gap: garbled };
    else if (found === '{') yield* this.openingInList();
    else if (
      this.isRecordWithoutBrace() ||
      ('}]'.includes(found) && !this.afterValue && startsWithField(text, at + 1))
    ) {
      yield* this.recordInList();
    } else if (found === ',') yield* this.takeComma();
    else if ((found === ']' && this.moreFollow()) || (found === '}' && !this.endsWrapper())) {
      yield { gap: this.skip(gaps.extraBracket(text, at)) };
    } else if (found === ']') yield* this.close();
    else if (found === '}') yield* this.closeWithoutBracket();
    else if (found === '[' && !this.afterValue) yield* this.listInList();
    else yield { gap: this.otherEntry() };
  }

  /** A brace in the list opens a record, unless it is one too many, or opens a whole log in a list of logs. */
  private *openingInList(): Generator<Piece> {
    const { text, at } = this;
    const next = skipSpace(text, at + 1, text.length);
    if (text[next] === '{' && startsRecord(text, next)) yield { gap: this.skip(gaps.extraBracket(text, at)) };
    else if (this.open.length === 1 && topObject(text, at, this.effort).kind === 'wrapper') yield* this.topObject();
    else yield* this.recordInList();
  }

  /** A bracket in the list stands for a record's brace, opens a list of its own, or is one too many. */
  private *listInList(): Generator<Piece> {
    const { text, at } = this;
    if (startsWithField(text, at + 1)) yield* this.recordInList();
    else if (text[skipSpace(text, at + 1, text.length)] !== '{') yield { gap: this.otherEntry() };
    else if (this.isValid()) {
      this.enter('list', at + 1);
      yield { gap: gaps.notAnObject(text, { start: at, end: at + 1 }) };
    } else yield { gap: this.skip(gaps.extraBracket(text, at)) };
  }

  /** Whether the whole text is JSON, asked only where lists stand in lists. */
  private isValid(): boolean {
    this.valid ??= isJson(this.text);
    return this.valid;
  }

  private *recordInList(): Generator<Piece> {
    const { text, at } = this;
    if (this.afterValue) yield { gap: gaps.missingComma(this.lastEnd, at, text.slice(at, at + 1)) };
    yield this.record(at);
  }

  /** The wrapping object ends before its list: the list's bracket is lost, or a comma stands in its place. */
  private *closeWithoutBracket(): Generator<Piece> {
    const { text, at, comma } = this;
    const end = this.lastEnd;
    this.open.pop();
    if (comma === undefined) yield { gap: gaps.missingBracket(text, end, at, ']') };
    else yield { gap: gaps.wrongBracket(text, comma, ']') };
    this.comma = undefined;
    yield* this.close();
  }

  /** The brace at hand ends the wrapping object, so that the list's own bracket is lost before it. */
  private endsWrapper(): boolean {
    return this.open.length > 1 && this.endsLog(this.at + 1);
  }

  /** The text ends behind `at`, or goes on with another whole log. */
  private endsLog(at: number): boolean {
    const { text } = this;
    const next = skipSpace(text, at, text.length);
    return next === text.length || (text[next] === '{' && !startsRecord(text, next));
  }

  /** A bracket before a whole log, with none to close it at the end. */
  private isStrayBracket(): boolean {
    const { text } = this;
    const next = skipSpace(text, this.at + 1, text.length);
    if (text[next] !== '{' || text.charCodeAt(skipSpaceBack(text, text.length, 0) - 1) === CLOSE_BRACKET) return false;
    return topObject(text, next, this.effort).kind === 'wrapper';
  }

  /** Behind the bracket at hand the list goes on, so the bracket is one too many. */
  private moreFollow(): boolean {
    const { text } = this;
    if (this.open.filter((level) => level === 'list').length > 1) return false;
    let next = skipSpace(text, this.at + 1, text.length);
    const parted = text[next] === ',';
    if (parted) next = skipSpace(text, next + 1, text.length);
    return text[next] === '{' && startsRecord(text, next) && (parted || this.comma !== undefined);
  }

  /** A key stands here, or some other character where its record's brace belongs. */
  private isRecordWithoutBrace(): boolean {
    const { text, at } = this;
    if (text[at] === '"') return isKeyAt(text, at);
    return !'{}[,'.includes(text[at] ?? ',') && isKeyAt(text, skipSpace(text, characterEnd(text, at), text.length));
  }

  private *inWrapper(): Generator<Piece> {
    const { text, at } = this;
    const found = text[at];
    if (found === '}') yield* this.close();
    else if (found === ',') yield* this.takeComma();
    else if (found === '{') {
      // The next wrapping object begins before this one has ended.
      this.open.pop();
      this.afterValue = true;
      yield { gap: gaps.missingBracket(text, this.lastEnd, at, '}') };
    } else if (found === '"' && isKeyAt(text, at) && !this.isCutHere()) yield* this.member();
    else if (found === '"' && this.isCutHere()) this.takeCut();
    else if (found === ']') yield { gap: this.garbledCloser() ?? this.skip(gaps.extraBracket(text, at)) };
    else yield { gap: this.garbledCloser() ?? this.skip(gaps.foreign(text, at, true)) };
  }

  /** The text ends inside the member that begins here. */
  private isCutHere(): boolean {
    const { text, at } = this;
    const last = text.charCodeAt(skipSpaceBack(text, text.length, at) - 1);
    if (text.length - at > LONGEST_MEMBER || last === CLOSE_BRACE) return false;
    const { kind } = run(`{${text.slice(at)}`, 0, text.length - at + 1, START);
    return kind === 'limit' || kind === 'open-string';
  }

  private takeCut(): void {
    this.comma = undefined;
    this.isCutInside = true;
    this.at = this.text.length;
    this.lastEnd = skipSpaceBack(this.text, this.text.length, 0);
  }

  /** A further member of the wrapping object; a second list of records is read like the first. */
  private *member(): Generator<Piece> {
    const { text, at } = this;
    if (this.afterValue) yield { gap: gaps.missingComma(this.lastEnd, at, 'the next key') };
    const keyEnd = valueEnd(text, at);
    const colon = skipSpace(text, keyEnd, text.length);
    const value = skipSpace(text, colon + 1, text.length);
    const name = text.slice(at + 1, keyEnd - 1);
    if (isRecordsKey(name) && text[value] === '[') {
      this.enter('list', value + 1);
      yield { gap: gaps.duplicateRecords({ start: at, end: keyEnd }) };
      return;
    }
    const stop = run(text, value, text.length, START);
    if (stop.kind === 'closed') this.take(stop.at);
    else {
      this.take(colon + 1);
      yield { gap: this.skip(gaps.foreign(text, Math.min(value, text.length - 1), true)) };
    }
    this.afterValue = true;
  }

  private *takeComma(): Generator<Piece> {
    const { at } = this;
    const isExtra = !this.afterValue;
    this.afterValue = false;
    this.comma ??= at;
    this.at = at + 1;
    if (isExtra) yield { gap: gaps.extraComma(at, '') };
  }

  /** The bracket at hand closes the innermost level. A comma right before it separates nothing. */
  private *close(): Generator<Piece> {
    const { comma, at } = this;
    if (comma !== undefined && !this.afterValue) yield { gap: gaps.extraComma(comma, this.text[at] ?? '') };
    this.open.pop();
    this.take(at + 1);
    this.afterValue = true;
  }

  private record(start: number): Piece {
    const inList = this.open.at(-1) === 'list';
    const position = { inList, inWrapper: this.open.includes('wrapper') };
    const slice = readSlice(this.text, start, position, this.effort);
    if (!inList && /[\r\n]/.test(this.text.slice(slice.start, Math.min(slice.end, slice.start + 4096))))
      this.onOwnLines = false;
    this.take(Math.max(slice.end, start + 1));
    // What is missing behind a damaged record at the very end is the same damage.
    this.wasCut = slice.damages.length > 0 && skipSpace(this.text, this.at, this.text.length) === this.text.length;
    this.afterValue = true;
    return { record: slice };
  }

  /** A value in the list that is no object is passed over, and said; so is anything else. */
  private otherEntry(): gaps.Gap {
    const { text, at } = this;
    const behind = skipSpace(text, characterEnd(text, at), text.length);
    if (this.afterValue && text[behind] === '{') {
      this.afterValue = false;
      this.at = characterEnd(text, at);
      return gaps.wrongSeparator(text, at, this.at);
    }
    const stop = run(text, at, Math.min(text.length, at + this.effort.left), START);
    const start = stop.kind === 'closed' ? nextRecordStart(text, at, Math.min(text.length, stop.at + 200), OUTSIDE) : 0;
    if (start < stop.at) {
      this.effort.left = Math.max(0, this.effort.left - (stop.at - at));
      return this.foreignEntry();
    }
    this.take(stop.at);
    this.afterValue = true;
    return gaps.notAnObject(text, { start: at, end: stop.at });
  }

  /** Dots between records take the place of a comma, or take one with them. */
  private foreignEntry(): gaps.Gap {
    const { text, comma, afterValue } = this;
    const found = this.skip(gaps.foreign(text, this.at, true));
    if (found.kind !== 'ellipsis') return found;
    const { start, end } = found.span;
    const next = skipSpace(text, end, text.length);
    if (afterValue) {
      if (text[next] !== '{') return found;
      this.afterValue = false;
      return { ...found, edits: [replace(start, end, ',')] };
    }
    if (text[next] === ',') {
      this.at = next + 1;
      return { ...found, edits: [remove(start, next + 1)] };
    }
    if (comma === undefined || text[next] !== ']') return found;
    this.afterValue = true;
    return { ...found, edits: [remove(comma, end)] };
  }

  /** One character stands where the last bracket of the list or object belongs, at the end of the log. */
  private garbledCloser(): gaps.Gap | undefined {
    const { text, at } = this;
    const isList = this.open.at(-1) === 'list';
    const behind = characterEnd(text, at);
    if (isList && this.open.length > 1) {
      const brace = skipSpace(text, behind, text.length);
      if (text[brace] !== '}' || !this.endsLog(brace + 1)) return undefined;
    } else if (!this.endsLog(behind)) return undefined;
    this.open.pop();
    this.take(behind);
    this.afterValue = true;
    return gaps.wrongBracket(text, at, isList ? ']' : '}');
  }

  private skip(gap: gaps.Gap): gaps.Gap {
    this.at = Math.max(gap.span.end, this.at + 1);
    return gap;
  }

  private take(end: number): void {
    this.at = end;
    this.lastEnd = end;
    this.comma = undefined;
  }

  private enter(level: Level, at: number): void {
    this.open.push(level);
    this.afterValue = false;
    this.take(at);
  }

  /** Counts a value at the top, and notices when it shares its line with the one before. */
  private countTop(): void {
    if (this.topValues > 0 && !/[\r\n]/.test(this.text.slice(this.lastEnd, this.at))) this.onOwnLines = false;
    this.topValues++;
    this.topComma = undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
