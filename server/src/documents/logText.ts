import type { Position } from 'vscode-languageserver';
import { isLead, isTrail, type Measure, measured, type PositionEncoding } from '../wire/positionEncoding';

/** About how long a piece is: short enough to be copied in no time, long enough that a large log has some thousands. */
const PIECE = 32 * 1024;
const LONGEST = 2 * PIECE;
const SHORTEST = PIECE / 4;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The text of one version of a log, held in pieces. A change makes a new text that shares all pieces but one or two with the
 * old one, so that a keystroke costs the same in a log of any length, and whoever reads the old text is not disturbed.
 *
 * Offsets are UTF-16 code units, zero based. Lines end with `\n`, `\r\n` or `\r`, and positions mean what they mean in LSP:
 * one behind the end of its line is that end, one inside `\r\n` is before it, and what lies outside the text is moved to its
 * nearest end. This is the border where positions are counted as the client counts them (`encoding`); nobody else needs to know.
 */
export class LogText {
  readonly length: number;
  readonly encoding: PositionEncoding;
  #pieces: readonly Piece[];
  /** Offset of each piece. */
  #starts: readonly number[];
  /** How many lines end before each piece, as far as anybody has asked. */
  #lines: number[] = [0];
  /** How far the text reaches before each piece in the encoding of positions, as far as anybody has asked. */
  #reaches: number[] = [0];
  /** The whole text where it is at hand. */
  #whole: string | undefined;

  private constructor(pieces: readonly Piece[], whole: string | undefined, encoding: PositionEncoding) {
    this.encoding = encoding;
    const starts: number[] = [];
    let length = 0;
    for (const { text } of pieces) {
      starts.push(length);
      length += text.length;
    }
    this.#pieces = pieces;
    this.#starts = starts;
    this.#whole = whole;
    this.length = length;
  }

  /** @param encoding what the characters of positions are counted in, as agreed with the client */
  static of(text: string, encoding: PositionEncoding = 'utf-16'): LogText {
    return new LogText(piecesOf(text), text, encoding);
  }

  /** The whole text as one string. Costs its length after a change, so it is for those who need all of it. */
  whole(): string {
    if (this.#whole === undefined) {
      this.#whole = this.#pieces.map(({ text }) => text).join('');
      // The pieces become stretches of the whole, so that the text is not held twice.
      this.#pieces = this.#pieces.map((piece, at) => piece.within(this.#whole ?? '', this.#starts[at] ?? 0));
    }
    return this.#whole;
  }

  /** The text from `start` to `end`, which lie in the text. */
  slice(start: number, end: number): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    let found = '';
    for (let at = this.#pieceAt(start); at < this.#pieces.length; at++) {
      const from = this.#starts[at] ?? 0;
      if (from >= end) break;
      found += this.#pieces[at]?.text.slice(Math.max(0, start - from), end - from) ?? '';
    }
    return found;
  }

  /** The text with `start..end` replaced. */
  edited(start: number, end: number, text: string): LogText {
    let first = this.#pieceAt(start);
    let last = this.#pieceAt(end);
    const before = this.#textOf(first).slice(0, start - (this.#starts[first] ?? 0));
    let changed = before + text + this.#textOf(last).slice(end - (this.#starts[last] ?? 0));
    // What belongs together stands in one piece, and pieces stay long enough to be few.
    if (first > 0 && (changed.length < SHORTEST || isSecondHalf(changed.charCodeAt(0)))) {
      changed = this.#textOf(--first) + changed;
    }
    if (
      last + 1 < this.#pieces.length &&
      (changed.length < SHORTEST || isFirstHalf(changed.charCodeAt(changed.length - 1)))
    ) {
      changed += this.#textOf(++last);
    }
    const pieces = this.#pieces.slice(0, first).concat(piecesOf(changed), this.#pieces.slice(last + 1));
    return new LogText(pieces, undefined, this.encoding);
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const at = this.#pieceAt(within);
    const breaks = this.#pieces[at]?.breaksBefore(within - (this.#starts[at] ?? 0)) ?? 0;
    const line = this.#linesBefore(at) + breaks;
    const start = this.#lineStart(line);
    return { line, character: this.#reachOf(this.#beforeBreak(within, start)) - this.#reachOf(start) };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#lineStart(line);
    if (start >= this.length) return this.length;
    if (character <= 0) return start;
    const offset = this.#offsetReaching(this.#reachOf(start) + character);
    return this.#beforeBreak(Math.min(offset, this.#lineStart(line + 1)), start);
  }

  /** The piece that holds an offset; the last one for the end of the text. */
  #pieceAt(offset: number): number {
    return Math.max(0, countUpTo(this.#starts, offset) - 1);
  }

  #textOf(piece: number): string {
    return this.#pieces[piece]?.text ?? '';
  }

  /** How many lines end before a piece. Pieces are looked at once, and only up to where somebody asks. */
  #linesBefore(piece: number): number {
    while (this.#lines.length <= piece) this.#countPiece();
    return this.#lines[piece] ?? 0;
  }

  #countPiece(): void {
    const piece = this.#lines.length - 1;
    this.#lines.push((this.#lines[piece] ?? 0) + (this.#pieces[piece]?.lineStarts.length ?? 0));
  }

  /** How far the text reaches before an offset, in the encoding of positions. */
  #reachOf(offset: number): number {
    if (this.encoding === 'utf-16') return offset;
    const at = this.#pieceAt(offset);
    while (this.#reaches.length <= at) this.#measurePiece();
    return (this.#reaches[at] ?? 0) + (this.#pieces[at]?.reachOf(offset - (this.#starts[at] ?? 0), this.encoding) ?? 0);
  }

  /** The offset before which the text reaches so far; that of the end where it does not. */
  #offsetReaching(reach: number): number {
    if (this.encoding === 'utf-16') return reach;
    while (this.#reaches.length < this.#pieces.length && (this.#reaches.at(-1) ?? 0) <= reach) this.#measurePiece();
    const at = Math.max(0, countUpTo(this.#reaches, reach) - 1);
    const within = this.#pieces[at]?.offsetReaching(reach - (this.#reaches[at] ?? 0), this.encoding) ?? 0;
    return (this.#starts[at] ?? 0) + within;
  }

  #measurePiece(): void {
    const piece = this.#pieces[this.#reaches.length - 1];
    this.#reaches.push((this.#reaches.at(-1) ?? 0) + (piece?.reachOf(piece.text.length, this.encoding) ?? 0));
  }

  /** Where a line begins; the length of the text behind the last one. */
  #lineStart(line: number): number {
    if (line === 0) return 0;
    while ((this.#lines.at(-1) ?? 0) < line) {
      if (this.#lines.length > this.#pieces.length) return this.length;
      this.#countPiece();
    }
    const piece = countUpTo(this.#lines, line - 1) - 1;
    const own = this.#pieces[piece]?.lineStarts[line - 1 - (this.#lines[piece] ?? 0)];
    return own === undefined ? this.length : (this.#starts[piece] ?? 0) + own;
  }

  /** The offset, or that of the line break it lies in or behind. */
  #beforeBreak(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && isBreak(this.#codeAt(at - 1))) at--;
    return at;
  }

  #codeAt(offset: number): number {
    const piece = this.#pieceAt(offset);
    return this.#textOf(piece).charCodeAt(offset - (this.#starts[piece] ?? 0));
  }
}

/** A stretch of text with its line breaks; shared by all versions that have it. */
class Piece {
  readonly text: string;
  #lineStarts: Uint32Array | undefined;
  /** Null where it has not been measured; undefined where it reaches as far as in UTF-16. All positions of a server are in one encoding. */
  #measure: Measure | undefined | null = null;

  constructor(text: string, lineStarts?: Uint32Array) {
    this.text = text;
    this.#lineStarts = lineStarts;
  }

  /** The same piece as a part of a longer text. */
  within(whole: string, start: number): Piece {
    return new Piece(whole.slice(start, start + this.text.length), this.#lineStarts);
  }

  reachOf(offset: number, encoding: PositionEncoding): number {
    return this.#measured(encoding)?.before(offset) ?? offset;
  }

  offsetReaching(reach: number, encoding: PositionEncoding): number {
    return this.#measured(encoding)?.offsetOf(reach) ?? Math.min(reach, this.text.length);
  }

  #measured(encoding: PositionEncoding): Measure | undefined {
    if (this.#measure === null) this.#measure = measured(this.text, encoding);
    return this.#measure;
  }

  /** The offsets just behind its line breaks. */
  get lineStarts(): Uint32Array {
    this.#lineStarts ??= lineStartsIn(this.text);
    return this.#lineStarts;
  }

  /** How many lines end at or before an offset of the piece. */
  breaksBefore(offset: number): number {
    return countUpTo(this.lineStarts, offset);
  }
}

function piecesOf(text: string): readonly Piece[] {
  if (text.length <= LONGEST) return [new Piece(text)];
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = text.length - start <= LONGEST ? text.length : start + PIECE;
    if (isFirstHalf(text.charCodeAt(end - 1)) && isSecondHalf(text.charCodeAt(end))) end++;
    pieces.push(new Piece(text.slice(start, end)));
    start = end;
  }
  return pieces;
}

function lineStartsIn(text: string): Uint32Array {
  const starts: number[] = [];
  const hasReturns = text.includes('\r');
  let feed = text.indexOf('\n');
  let carriage = hasReturns ? text.indexOf('\r') : -1;
  while (feed >= 0 || carriage >= 0) {
    if (feed < 0 || (carriage >= 0 && carriage < feed)) {
      const end = carriage + 1;
      if (feed !== end) starts.push(end);
      carriage = text.indexOf('\r', end);
    } else {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return Uint32Array.from(starts);
}

/** How many of some numbers in ascending order are at most `limit`. */
function countUpTo(sorted: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a unit may belong together with the next one: a line break of two characters, a character of two units. */
function isFirstHalf(unit: number): boolean {
  return unit === CARRIAGE_RETURN || isLead(unit);
}

function isSecondHalf(unit: number): boolean {
  return unit === LINE_FEED || isTrail(unit);
}

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
