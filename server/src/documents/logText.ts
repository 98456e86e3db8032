import type { Position } from 'vscode-languageserver';

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
 * nearest end.
 */
export class LogText {
  readonly length: number;
  #pieces: readonly Piece[];
  /** Offset of each piece. */
  #starts: readonly number[];
  /** How many lines end before each piece, as far as anybody has asked. */
  #lines: number[] = [0];
  /** The whole text where it is at hand. */
  #whole: string | undefined;

  private constructor(pieces: readonly Piece[], whole: string | undefined) {
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

  static of(text: string): LogText {
    return new LogText(piecesOf(text), text);
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
    // A line break of two characters stands in one piece, and pieces stay long enough to be few.
    if (first > 0 && (changed.length < SHORTEST || changed.startsWith('\n'))) changed = this.#textOf(--first) + changed;
    if (last + 1 < this.#pieces.length && (changed.length < SHORTEST || changed.endsWith('\r'))) {
      changed += this.#textOf(++last);
    }
    const pieces = this.#pieces.slice(0, first).concat(piecesOf(changed), this.#pieces.slice(last + 1));
    return new LogText(pieces, undefined);
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.length));
    const at = this.#pieceAt(within);
    const breaks = this.#pieces[at]?.breaksBefore(within - (this.#starts[at] ?? 0)) ?? 0;
    const line = this.#linesBefore(at) + breaks;
    const start = this.#lineStart(line);
    return { line, character: this.#beforeBreak(within, start) - start };
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#lineStart(line);
    if (start >= this.length) return this.length;
    if (character <= 0) return start;
    return this.#beforeBreak(Math.min(start + character, this.#lineStart(line + 1)), start);
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

  constructor(text: string, lineStarts?: Uint32Array) {
    this.text = text;
    this.#lineStarts = lineStarts;
  }

  /** The same piece as a part of a longer text. */
  within(whole: string, start: number): Piece {
    return new Piece(whole.slice(start, start + this.text.length), this.#lineStarts);
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
    if (text.charCodeAt(end - 1) === CARRIAGE_RETURN && text.charCodeAt(end) === LINE_FEED) end++;
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

function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
