import type { Span } from '../../record';
import { BACKSLASH, isSpace, QUOTE } from '../characters';
import { viewOf } from '../view';
import type { Layout, Piece } from './pieces';

/** Carries places between a log and its readable text. */
export interface Places {
  /** Where a stretch of the log is shown; undefined for what the readable text does not show. */
  toView(span: Span): Span | undefined;
  /** What a stretch of the readable text shows; undefined for what was added to it. */
  toOriginal(span: Span): Span | undefined;
  /** Where a record stands in the readable text. */
  ofRecord(index: number): Span | undefined;
  /** The record that a character of the readable text belongs to, by its index in the log. */
  recordAt(offset: number): number | undefined;
}

/**
 * The places of a layout. Each record is walked when somebody asks for a place in it: all its characters but white space
 * are the same on both sides, so they are counted off against each other.
 *
 * A place in white space is the place of the character behind it.
 */
export function placesOf({ text: view, pieces }: Layout, log: string): Places {
  const inLog = [...pieces].sort((a, b) => a.start - b.start);
  const byRecord = new Map(pieces.map((piece) => [piece.record, piece]));
  return {
    toView: (span) => wrapped(span, (at) => characterInView(inLog, view, log, at)),
    toOriginal: (span) => wrapped(span, (at) => characterInLog(pieces, view, log, at)),
    ofRecord(index) {
      const piece = index < 0 ? undefined : byRecord.get(index);
      return piece && { start: piece.viewStart, end: piece.viewEnd };
    },
    recordAt(offset) {
      const piece = pieceAt(pieces, offset, (each) => each.viewEnd);
      return piece !== undefined && piece.record >= 0 && piece.viewStart <= offset ? piece.record : undefined;
    },
  };
}

/** From the place of its first character to that of its last. */
function wrapped({ start, end }: Span, carry: (at: number) => Span | undefined): Span | undefined {
  const first = carry(start);
  if (first === undefined) return undefined;
  if (end <= start) return { start: first.start, end: first.start };
  const last = carry(end - 1) ?? first;
  return { start: first.start, end: Math.max(first.end, last.end) };
}

function characterInView(pieces: readonly Piece[], view: string, log: string, offset: number): Span | undefined {
  const piece = pieceAt(pieces, offset, (each) => each.end);
  if (piece === undefined) return undefined;
  const written = writing(piece, log);
  const at = written.at(Math.max(offset, piece.start));
  if (!piece.isLaidOut) return within(character(piece.viewStart + at), piece.viewEnd);
  const there = beside(new Steps(written.text, 0), at, new Steps(view, piece.viewStart, piece.viewEnd));
  return within(character(there ?? piece.viewEnd), piece.viewEnd);
}

function characterInLog(pieces: readonly Piece[], view: string, log: string, offset: number): Span | undefined {
  const piece = pieceAt(pieces, offset, (each) => each.viewEnd);
  if (piece === undefined) return undefined;
  const written = writing(piece, log);
  const at = Math.max(offset, piece.viewStart);
  const there = piece.isLaidOut
    ? beside(new Steps(view, piece.viewStart, piece.viewEnd), at, new Steps(written.text, 0))
    : at - piece.viewStart;
  if (there === undefined) return { start: piece.end, end: piece.end };
  return within(written.span(character(there)), piece.end);
}

const character = (at: number): Span => ({ start: at, end: at + 1 });

function within({ start, end }: Span, limit: number): Span {
  return { start: Math.min(start, limit), end: Math.min(end, limit) };
}

/** What the log writes in a piece, its escapes read, and how offsets of the log and in this text belong together. */
interface Writing {
  readonly text: string;
  readonly at: (offset: number) => number;
  readonly span: (within: Span) => Span;
}

function writing({ start, end, form, columns, uncovered = [] }: Piece, log: string): Writing {
  if (form === 'object' && uncovered.length === 0)
    return {
      text: log.slice(start, end),
      at: (offset) => offset - start,
      span: (within) => ({ start: start + within.start, end: start + within.end }),
    };
  const { source, toSource, spanInLog } = viewOf(log, {
    start,
    end,
    form,
    mends: uncovered,
    ...(columns && { columns }),
  });
  return { text: source, at: toSource, span: spanInLog };
}

/** The piece that holds an offset, or the next one; behind the last one, that. */
function pieceAt(pieces: readonly Piece[], offset: number, endOf: (piece: Piece) => number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece !== undefined && endOf(piece) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low] ?? pieces.at(-1);
}

/** Walks along both sides up to `offset` on the one; where the other is then. Undefined behind the last character. */
function beside(here: Steps, offset: number, there: Steps): number | undefined {
  while (here.next() && there.next()) if (here.at >= offset) return there.at;
  return undefined;
}

/** Walks over the characters of whole JSON, white space outside strings left out. */
class Steps {
  readonly #text: string;
  readonly #end: number;
  #next: number;
  #isInString = false;
  #isEscaped = false;
  /** The character that was reached last. */
  at: number;

  constructor(text: string, start: number, end = text.length) {
    this.#text = text;
    this.#end = end;
    this.#next = start;
    this.at = start;
  }

  next(): boolean {
    while (!this.#isInString && this.#next < this.#end && isSpace(this.#text.charCodeAt(this.#next))) this.#next++;
    if (this.#next >= this.#end) return false;
    this.at = this.#next;
    this.#next++;
    const code = this.#text.charCodeAt(this.at);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === QUOTE) this.#isInString = !this.#isInString;
    else if (code === BACKSLASH && this.#isInString) this.#isEscaped = true;
    return true;
  }
}
