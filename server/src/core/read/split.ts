import type { Container, Span } from '../record';
import { BYTE_ORDER_MARK, skipSpace } from './characters';
import { run, START } from './grammar';
import { type Proposal, remove, replace } from './repairs/proposal';
import { readSlice, type Slice } from './slice';
import { isKeyAt, nextRecordStart } from './starts';
import { isRecordsKey, topObject, valueEnd } from './wrapping';

/** Something between records. Its proposal's span and edits are absolute. */
export interface Gap {
  readonly kind: Proposal['kind'] | 'not-an-object' | 'records-not-a-list' | 'duplicate-records' | 'records-key';
  readonly span: Span;
  readonly detail: Readonly<Record<string, string>>;
  readonly edits: Proposal['edits'];
  readonly safe: boolean;
}

export type Piece = { readonly record: Slice } | { readonly gap: Gap };

/**
 * Cuts a log into its records and what is wrong between them, in the order of the text. Nothing is skipped in silence:
 * every character belongs to a record, to the wrapping, to white space or to a gap.
 *
 * @returns the container, told from all that was seen
 */
export function* split(text: string): Generator<Piece, Container> {
  const walk = new Walk(text);
  while (!walk.atEnd()) {
    for (const piece of walk.step()) yield piece;
  }
  for (const gap of walk.finish()) yield { gap };
  return walk.container();
}

type Level = 'list' | 'wrapper';

/** The walk over the outer levels: what stands open there, and what has been seen. Lives as long as one `split`. */
class Walk {
  private at: number;
  private readonly open: Level[] = [];
  /** Behind a record or value, so that a comma or the end of the list must come next. */
  private afterValue = false;
  private lastComma: number | undefined;
  private lastEnd = 0;
  private wasCut = false;
  private topValues = 0;
  private wrappers = 0;
  private sawList = false;
  private onOwnLines = true;
  private recordsSeen = false;

  constructor(private readonly text: string) {
    this.at = skipSpace(text, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, text.length);
    this.lastEnd = this.at;
  }

  atEnd(): boolean {
    return this.at >= this.text.length;
  }

  container(): Container {
    if (this.topValues > 1) return this.onOwnLines && this.wrappers === 0 && !this.sawList ? 'json-lines' : 'concatenated';
    if (this.wrappers > 0) return 'records';
    return this.sawList ? 'array' : 'single';
  }

  /** Takes the next piece of the text. */
  step(): readonly Piece[] {
    const pieces = this.piece();
    this.at = skipSpace(this.text, this.at, this.text.length);
    return pieces;
  }

  /** What is still open at the end of the text. */
  finish(): readonly Gap[] {
    if (this.open.length === 0 || this.wasCut) return [];
    const end = this.lastEnd;
    const closers = this.open.map((level) => (level === 'list' ? ']' : '}')).reverse().join('');
    const commaEdit = this.lastComma === undefined ? [] : [remove(this.lastComma, this.lastComma + 1)];
    const edits = [...commaEdit, replace(end, end, closers)];
    const span = { start: Math.max(0, end - 1), end };
    return [{ kind: 'cut-off', span, detail: { bracket: closers, inside: '' }, edits, safe: true }];
  }

  private piece(): readonly Piece[] {
    const level = this.open.at(-1);
    if (level === 'list') return this.inList();
    if (level === 'wrapper') return this.inWrapper();
    return this.atTop();
  }

  private atTop(): readonly Piece[] {
    const { text, at } = this;
    const found = text[at];
    if (found === '{') return this.topObject();
    if (found === '[') {
      this.topValue(at);
      this.sawList = true;
      this.enter('list', at + 1);
      return [];
    }
    if (found === ',' && this.afterValue) {
      this.afterValue = false;
      this.take(at + 1);
      return [];
    }
    if (found === '}' || found === ']') return [this.extraBracket(found)];
    if (found === '"' && isKeyAt(text, at, text.length)) return [this.record(at)];
    return [this.foreign()];
  }

  private topObject(): readonly Piece[] {
    const { text, at } = this;
    const top = topObject(text, at);
    if (top.kind === 'record') {
      this.topValue(at);
      return [this.record(at)];
    }
    this.topValue(at);
    this.wrappers++;
    this.open.push('wrapper');
    if (top.kind === 'damaged-wrapper') {
      this.enter('list', top.first);
      const header = text.slice(top.header.start, top.header.end);
      const isArray = !/records|\{\s*\S/i.test(header.replace(/^\{\s*/, ''));
      const instead = '{"Records":[';
      const span = { start: top.header.start, end: top.header.start + header.trimEnd().length };
      const edits = [replace(span.start, span.end, instead)];
      return [gap('unexpected-text', span, { text: header.trim(), instead }, edits, !isArray)];
    }
    const name = text.slice(top.key.start + 1, top.key.end - 1);
    const pieces: Piece[] = [];
    if (name !== 'Records' && name.toLowerCase() !== 'records') {
      pieces.push(gap('records-key', top.key, { text: name }, [], false));
    }
    if (top.isList) {
      this.enter('list', top.first);
      return pieces;
    }
    return [...pieces, ...this.recordsWithoutList(top.first)];
  }

  /** `"Records": {…}`: a list that lost its bracket when more records follow, else one record where a list belongs. */
  private recordsWithoutList(first: number): readonly Piece[] {
    const { text } = this;
    this.open.push('list');
    const record = this.record(first);
    const after = skipSpace(text, this.at, text.length);
    const isList = text[after] === ']' || text[after] === ',';
    if (isList) {
      const detail = { bracket: '[', before: '{' };
      return [gap('missing-bracket', { start: first, end: first + 1 }, detail, [replace(first, first, '[')], true), record];
    }
    this.open.pop();
    const span = 'record' in record ? { start: record.record.start, end: record.record.end } : { start: first, end: first + 1 };
    return [gap('records-not-a-list', span, {}, [], false), record];
  }

  private inList(): readonly Piece[] {
    const { text, at } = this;
    const found = text[at];
    if (found === '{') {
      const missing = this.afterValue
        ? [gap('missing-comma', { start: at, end: at + 1 }, { before: '{' }, [replace(this.lastEnd, this.lastEnd, ',')], true)]
        : [];
      return [...missing, this.record(at)];
    }
    if (found === ',') return this.comma();
    if (found === ']') {
      const extra = this.trailingComma();
      this.close(at + 1);
      return extra;
    }
    if (found === '}') {
      if (this.open.length < 2) return [this.extraBracket(found)];
      this.open.pop();
      this.close(at + 1);
      const edits = [replace(this.lastValueEnd, this.lastValueEnd, ']')];
      return [gap('missing-bracket', { start: at, end: at + 1 }, { bracket: ']', before: '}' }, edits, true)];
    }
    if (found === '"' && isKeyAt(text, at, text.length)) return this.keyInList();
    return [this.otherEntry()];
  }

  /** A key in the list: its record's brace is lost, unless the list's own bracket is (`…}, "NextToken": …`). */
  private keyInList(): readonly Piece[] {
    return [this.record(this.at)];
  }

  private inWrapper(): readonly Piece[] {
    const { text, at } = this;
    const found = text[at];
    if (found === '}') {
      const extra = this.trailingComma();
      this.close(at + 1);
      return extra;
    }
    if (found === ',') return this.comma();
    if (found === '{') {
      this.open.pop();
      this.afterValue = true;
      const edits = [replace(this.lastEnd, this.lastEnd, '}')];
      return [gap('missing-bracket', { start: at, end: at + 1 }, { bracket: '}', before: '{' }, edits, true)];
    }
    if (found === '"' && isKeyAt(text, at, text.length)) return this.member();
    if (found === ']') return [this.extraBracket(found)];
    return [this.foreign()];
  }

  /** A further member of the wrapping object; a second list of records is read like the first. */
  private member(): readonly Piece[] {
    const { text, at } = this;
    const missing = this.afterValue
      ? [gap('missing-comma', { start: at, end: at + 1 }, { before: 'the next key' }, [replace(this.lastEnd, this.lastEnd, ',')], true)]
      : [];
    const keyEnd = valueEnd(text, at);
    const colon = skipSpace(text, keyEnd, text.length);
    const value = skipSpace(text, colon + 1, text.length);
    if (isRecordsKey(text.slice(at + 1, keyEnd - 1)) && text[value] === '[') {
      this.enter('list', value + 1);
      const again = text.slice(at + 1, keyEnd - 1) === 'Records';
      return again ? [...missing, gap('duplicate-records', { start: at, end: keyEnd }, {}, [], false)] : missing;
    }
    const stop = run(text, value, text.length, START);
    if (stop.kind !== 'closed') {
      this.take(colon + 1);
      return [...missing, this.foreign()];
    }
    this.take(stop.at);
    this.afterValue = true;
    return missing;
  }

  private comma(): readonly Piece[] {
    const { at } = this;
    const extra = !this.afterValue;
    this.afterValue = false;
    this.lastComma = at;
    this.at = at + 1;
    return extra ? [gap('extra-comma', { start: at, end: at + 1 }, {}, [remove(at, at + 1)], true)] : [];
  }

  private trailingComma(): readonly Piece[] {
    const comma = this.lastComma;
    if (comma === undefined || this.afterValue) return [];
    const detail = { before: this.text[this.at] ?? '' };
    return [gap('extra-comma', { start: comma, end: comma + 1 }, detail, [remove(comma, comma + 1)], true)];
  }

  private record(start: number): Piece {
    const inList = this.open.at(-1) === 'list';
    const slice = readSlice(this.text, start, { inList, inWrapper: this.open.includes('wrapper') });
    if (!inList && /[\r\n]/.test(this.text.slice(slice.start, Math.min(slice.end, slice.start + 4096)))) this.onOwnLines = false;
    this.wasCut = slice.damages.some((damage) => damage.kind === 'cut-off') || this.endsOpen(slice);
    this.recordsSeen = true;
    this.take(Math.max(slice.end, start + 1));
    this.afterValue = true;
    return { record: slice };
  }

  /** The last record was closed by its repair at the end of the text: what is missing behind it is the same damage. */
  private endsOpen(slice: Slice): boolean {
    return slice.damages.length > 0 && skipSpace(this.text, slice.end, this.text.length) === this.text.length;
  }

  /** A value in the list that is no object: passed over, and said. */
  private otherEntry(): Piece {
    const { text, at } = this;
    const stop = run(text, at, text.length, START);
    if (stop.kind !== 'closed' || stop.at === at) return this.foreign();
    const span = { start: at, end: stop.at };
    this.take(stop.at);
    this.afterValue = true;
    return gap('not-an-object', span, { text: text.slice(at, Math.min(stop.at, at + 40)) }, [], false);
  }

  private extraBracket(found: string): Piece {
    const { at } = this;
    this.take(at + 1);
    return gap('extra-bracket', { start: at, end: at + 1 }, { bracket: found }, [remove(at, at + 1)], true);
  }

  /** Text that is nothing: up to the next record, bracket or comma; prose between pasted records is one piece. */
  private foreign(): Piece {
    const { text, at } = this;
    const comment = /\/\*[^]*?\*\/|\/\/[^\r\n]*/y;
    comment.lastIndex = at;
    if (comment.test(text)) {
      const end = comment.lastIndex;
      this.at = end;
      return gap('comment', { start: at, end }, {}, [remove(at, end)], true);
    }
    const dots = /(?:\.{2,}|…)\s*,?/y;
    dots.lastIndex = at;
    if (dots.test(text)) {
      const span = { start: at, end: at + (text[at] === '…' ? 1 : (/^\.+/.exec(text.slice(at, at + 100))?.[0].length ?? 1)) };
      this.at = dots.lastIndex;
      return gap('ellipsis', span, {}, [remove(at, dots.lastIndex)], true);
    }
    const bracket = this.garbledCloser();
    if (bracket !== undefined) return bracket;
    const stops = this.open.length > 0 ? /[{}[\],]/g : /[{}[\]]/g;
    stops.lastIndex = at + 1;
    const hit = stops.exec(text);
    let end = hit === null ? text.length : hit.index;
    const next = nextRecordStart(text, at + 1, end);
    end = Math.min(end, next);
    while (end > at + 1 && /\s/.test(text[end - 1] ?? '')) end--;
    this.take(end);
    return gap('unexpected-text', { start: at, end }, { text: text.slice(at, Math.min(end, at + 40)) }, [remove(at, end)], false);
  }

  /** One character stands where the list's or the object's last bracket belongs. */
  private garbledCloser(): Piece | undefined {
    const { text, at } = this;
    const level = this.open.at(-1);
    if (level === undefined) return undefined;
    const instead = level === 'list' ? ']' : '}';
    const rest = text.slice(at + 1, at + 64).trim();
    const isLast = at + 64 >= text.length && rest === (this.open.length === 2 ? '}' : '');
    if (!isLast) return undefined;
    this.close(at + 1);
    const detail = { text: text.slice(at, at + 1), instead };
    return gap('wrong-bracket', { start: at, end: at + 1 }, detail, [replace(at, at + 1, instead)], true);
  }

  private lastValueEnd = 0;

  private take(end: number): void {
    this.at = end;
    this.lastEnd = end;
    this.lastValueEnd = end;
    this.lastComma = undefined;
  }

  private enter(level: Level, at: number): void {
    this.open.push(level);
    this.afterValue = false;
    this.take(at);
  }

  private close(at: number): void {
    this.open.pop();
    this.take(at);
    this.afterValue = true;
  }

  /** Counts a value at the top, and notices when it shares its line with the one before. */
  private topValue(start: number): void {
    if (this.topValues > 0 && !/[\r\n]/.test(this.text.slice(this.lastEnd, start))) this.onOwnLines = false;
    this.topValues++;
  }
}

function gap(kind: Gap['kind'], span: Span, detail: Gap['detail'], edits: Gap['edits'], safe: boolean): Piece {
  return { gap: { kind, span, detail, edits, safe } };
}
