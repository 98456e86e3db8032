import type { Container } from '../record';
import { BYTE_ORDER_MARK, COMMA, characterEnd, OPEN_BRACE, skipSpace } from './characters';
import * as gaps from './gaps';
import { headBefore, LONGEST_HEAD } from './logHead';
import type { Slice } from './slice';
import { type SoundDocuments, soundDocuments } from './soundDocuments';
import { nextSound } from './soundEvents';
import { isKeyAt, startsRecord, startsWithField } from './starts';
import { type Effort, effortFor, type KnownRecords, look, newEffort } from './whole';

/** What a walk meets, in the order of the text: a record, or something wrong between records. */
export type Piece = { readonly record: Slice } | { readonly gap: gaps.Gap };

/** What stands open around the walk: a list of records, or an object around such a list. */
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
  /** What the text is as JSON, once that was asked. */
  #documents: { readonly kind: SoundDocuments | undefined } | undefined;
  /** How the text is read depends on whether all of it is JSON, so that no change of it can be followed. */
  dependsOnAll = false;
  /** Right behind text that is nothing, so that an object that says nothing of an event is more of it. */
  besideDebris = false;
  /** Behind the bracket of the list that stands open. */
  entered = -1;
  /** Where the wrapping object or list that stands open at the top began. */
  head = 0;
  /** The last record is damaged, and its damage has a repair that adds nothing. */
  lastDamage: 'none' | 'repaired' | 'left' = 'none';
  isCutInside = false;
  topValues = 0;
  /** How many wrapping objects and lists were entered at the top. */
  wrappers = 0;
  lists = 0;
  /** How often a value at the top shared its line with another one, or had more than one. */
  unlined = 0;

  /** @param known records that were read when the text was recognised */
  constructor(text: string, known?: KnownRecords) {
    this.text = text;
    this.effort = newEffort(effortFor(text.length), known);
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

  /** Another log begins at hand before this one has ended: what stands open is left, as if the text had ended before. */
  *leave(): Generator<Piece> {
    const isEmpty = !this.afterValue && this.comma === undefined && this.lists + this.wrappers > 0;
    if (isEmpty) {
      // Nothing but a header stands before the other one.
      yield { gap: gaps.headerTwice(this.text, this.head, this.at) };
      this.topValues--;
      if (this.open[0] === 'wrapper') this.wrappers--;
      else this.lists--;
    } else if (this.lastDamage !== 'left') {
      const closers = this.open.map((level) => (level === 'list' ? ']' : '}')).reverse();
      yield { gap: gaps.cutOff(this.text, this.lastEnd, this.comma, closers.join('')) };
    }
    this.open.length = 0;
    this.afterValue = false;
    this.comma = undefined;
    this.topComma = undefined;
  }

  /** What is still open at the end of the text. */
  finish(): gaps.Gap | undefined {
    if (this.wasCut) return undefined;
    if (this.open.length === 0) return this.topComma === undefined ? undefined : gaps.extraComma(this.topComma, '');
    if (this.open.length === 1 && this.open[0] === 'wrapper' && this.comma === undefined && !this.isCutInside) {
      return gaps.missingBracket(this.text, this.lastEnd, this.text.length, '}');
    }
    const closers = this.open.map((level) => (level === 'list' ? ']' : '}')).reverse();
    const gap = gaps.cutOff(this.text, this.lastEnd, this.comma, closers.join(''));
    // Behind half a member, closing brackets make no JSON.
    return this.isCutInside ? { ...gap, safe: false } : gap;
  }

  /** A record is taken; the walk goes on behind it. */
  taken(slice: Slice, inList: boolean): Piece {
    // What a damaged record runs into is likely more of it.
    this.besideDebris = slice.damages.length > 0 && this.text.charCodeAt(slice.end) === OPEN_BRACE;
    const { start } = slice;
    if (!inList && /[\r\n]/.test(this.text.slice(slice.start, Math.min(slice.end, slice.start + 4096)))) this.unlined++;
    this.take(Math.max(slice.end, start + 1));
    const { damages } = slice;
    this.lastDamage = damages.length === 0 ? 'none' : damages.every(({ safe }) => safe) ? 'repaired' : 'left';
    // What is missing behind a damaged record at the very end is the same damage.
    this.wasCut = slice.damages.length > 0 && skipSpace(this.text, this.at, this.text.length) === this.text.length;
    this.afterValue = true;
    return { record: slice };
  }

  /** A whole record of a list is taken, and another one follows it. */
  takenLikeLast(slice: Slice): Piece {
    this.besideDebris = false;
    this.take(slice.end);
    this.lastDamage = 'none';
    this.wasCut = false;
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

  /**
   * A log begins at the brace at hand: `{"Records":[`, perhaps behind other members, and a whole event.
   */
  beginsLog(at = this.at): boolean {
    const { text } = this;
    if (text.charCodeAt(at) !== OPEN_BRACE) return false;
    const first = skipSpace(text, at + 1, text.length);
    if (text.startsWith('"eventVersion"', first) || startsWithField(text, first)) return false;
    const sound = nextSound(text, at + 1, Math.min(text.length, at + LONGEST_HEAD), this.effort);
    return sound !== undefined && headBefore(text, sound.start, at) === at;
  }

  /** Whether the whole text is JSON, asked only where that decides how it is read. */
  isJson(): boolean {
    look(this.effort, Number.POSITIVE_INFINITY);
    this.dependsOnAll = true;
    return this.#kind() !== undefined;
  }

  /** What the whole text is as JSON although something seems to be wrong with it: asked once, when that is first met. */
  asJson(): SoundDocuments | undefined {
    const kind = this.#kind();
    if (kind !== undefined) this.dependsOnAll = true;
    return kind;
  }

  #kind(): SoundDocuments | undefined {
    this.#documents ??= { kind: soundDocuments(this.text) };
    return this.#documents.kind;
  }

  /** Where the next whole event begins, or its log: no text that is nothing goes on behind it. */
  fence(from = this.at): number {
    const limit = Math.min(this.text.length, from + gaps.MAX_RUN);
    return nextSound(this.text, from, limit, this.effort)?.from ?? this.text.length;
  }

  skip(gap: gaps.Gap): gaps.Gap {
    if (gap.kind === 'unexpected-text') this.besideDebris = true;
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
    this.besideDebris = false;
    this.afterValue = false;
    this.entered = at;
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
    this.besideDebris = true;
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
