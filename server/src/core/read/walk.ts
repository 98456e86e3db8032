import type { Container } from '../record';
import { BYTE_ORDER_MARK, COMMA, characterEnd, OPEN_BRACE, skipSpace } from './characters';
import * as gaps from './gaps';
import { readSlice, type Slice } from './slice';
import { isKeyAt, startsRecord } from './starts';
import { type Effort, effortFor, newEffort } from './whole';

export type Piece = { readonly record: Slice } | { readonly gap: gaps.Gap };

export type Level = 'list' | 'wrapper';

/**
 * The walk over the outer levels: where it is, what stands open there, and what has been seen. Lives as long as one
 * `split`; what may come next on each level is told by `topLevel`, `listLevel` and `wrapperLevel`.
 */
export class Walk {
  readonly text: string;
  at: number;
  readonly open: Level[] = [];
  readonly effort: Effort;
  /** Behind a record or value, so that a comma or the end of the list must come next. */
  afterValue = false;
  /** The comma since the last value, if any. */
  comma: number | undefined;
  /** Behind the last value or opening bracket. */
  lastEnd: number;
  /** A comma at the top with nothing behind it yet. */
  topComma: number | undefined;
  wasCut = false;
  valid: boolean | undefined;
  isCutInside = false;
  topValues = 0;
  /** How many wrapping objects and lists were entered at the top. */
  wrappers = 0;
  lists = 0;
  /** How often a value at the top shared its line with another one, or had more than one. */
  unlined = 0;

  constructor(text: string) {
    this.text = text;
    this.effort = newEffort(effortFor(text.length));
    this.at = skipSpace(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, text.length);
    this.lastEnd = this.at;
  }

  /**
   * A walk that goes on behind a record, in a text that begins somewhere before.
   *
   * @param open what stands open there
   * @param at behind the record
   */
  static behind(text: string, open: readonly Level[], at: number): Walk {
    const walk = new Walk(text);
    for (const level of open) walk.open.push(level);
    walk.take(at);
    walk.at = skipSpace(text, at, text.length);
    walk.afterValue = true;
    walk.topValues = 1;
    return walk;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  container(): Container {
    return containerSeen(this);
  }

  /** Behind the record at hand the next brace follows, with a comma before it or without. */
  meetsBrace(): boolean {
    const { text } = this;
    let next = skipSpace(text, this.at, text.length);
    if (text.charCodeAt(next) === COMMA) next = skipSpace(text, next + 1, text.length);
    return text.charCodeAt(next) === OPEN_BRACE;
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

  record(start: number): Piece {
    const inList = this.open.at(-1) === 'list';
    const position = { inList, inWrapper: this.open.includes('wrapper') };
    const slice = readSlice(this.text, start, position, this.effort);
    if (!inList && /[\r\n]/.test(this.text.slice(slice.start, Math.min(slice.end, slice.start + 4096)))) this.unlined++;
    this.take(Math.max(slice.end, start + 1));
    // What is missing behind a damaged record at the very end is the same damage.
    this.wasCut = slice.damages.length > 0 && skipSpace(this.text, this.at, this.text.length) === this.text.length;
    this.afterValue = true;
    return { record: slice };
  }

  *takeComma(): Generator<Piece> {
    const { at } = this;
    const isExtra = !this.afterValue;
    this.afterValue = false;
    this.comma ??= at;
    this.at = at + 1;
    if (isExtra) yield { gap: gaps.extraComma(at, '') };
  }

  /** The bracket at hand closes the innermost level. A comma right before it separates nothing. */
  *close(): Generator<Piece> {
    const { comma, at } = this;
    if (comma !== undefined && !this.afterValue) yield { gap: gaps.extraComma(comma, this.text[at] ?? '') };
    this.open.pop();
    this.take(at + 1);
    this.afterValue = true;
  }

  skip(gap: gaps.Gap): gaps.Gap {
    this.at = Math.max(gap.span.end, this.at + 1);
    return gap;
  }

  take(end: number): void {
    this.at = end;
    this.lastEnd = end;
    this.comma = undefined;
  }

  enter(level: Level, at: number): void {
    this.open.push(level);
    this.afterValue = false;
    this.take(at);
  }

  /** Counts a value at the top, and notices when it shares its line with the one before. */
  countTop(): void {
    if (this.topValues > 0 && !/[\r\n]/.test(this.text.slice(this.lastEnd, this.at))) this.unlined++;
    this.topValues++;
    this.topComma = undefined;
  }

  /** The text ends behind `at`, or goes on with another whole log. */
  endsLog(at: number): boolean {
    const { text } = this;
    const next = skipSpace(text, at, text.length);
    return next === text.length || (text[next] === '{' && !startsRecord(text, next));
  }

  /** One character stands where the last bracket of the list or object belongs, at the end of the log. */
  garbledCloser(): gaps.Gap | undefined {
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

  /** A key stands here, or some other character where its record's brace belongs. */
  isRecordWithoutBrace(): boolean {
    const { text, at } = this;
    if (text[at] === '"') return isKeyAt(text, at);
    return !'{}[,'.includes(text[at] ?? ',') && isKeyAt(text, skipSpace(text, characterEnd(text, at), text.length));
  }
}

/** What a walk has met at the top of a log. */
export interface Seen {
  readonly topValues: number;
  readonly unlined: number;
  readonly wrappers: number;
  readonly lists: number;
}

/** How a log wraps its records, told from all that was met at its top. */
export function containerSeen({ topValues, unlined, wrappers, lists }: Seen): Container {
  if (topValues > 1) return unlined + wrappers + lists === 0 ? 'json-lines' : 'concatenated';
  if (wrappers > 0) return 'records';
  return lists > 0 ? 'array' : 'single';
}
