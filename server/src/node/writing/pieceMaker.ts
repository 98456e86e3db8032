import type { WrittenLines } from '../../cells/tableLines';
import { MARK_WORDS } from '../../core/store/eventMarks';
import type { Piece } from './messages';
import { giveBack, SharedBytes, type SharedRows } from './sharedBytes';

/** Bytes of a piece, unless one row has more: what waits to be written is some of these for each thread. */
const SIZE = 480 << 10;
/** Rows of a piece: enough for short ones. */
const ROWS = 768;

/** Puts rows together as bytes. What is written goes to `bytes` at `at`, for which `makeRoom` was asked. */
export class PieceMaker {
  bytes: Uint8Array;
  at = 0;
  /** The mark of the row that is written. */
  readonly mark = new Uint32Array(MARK_WORDS);
  readonly #shared = new SharedBytes(SIZE, ROWS);
  readonly #full: () => void;
  #rowStart = 0;
  #rows = 0;
  #memory: SharedRows;
  #files: [file: number, rows: number][] = [];

  /** @param full is called when a piece should be taken, in the middle of a file */
  constructor(full: () => void) {
    this.#memory = this.#shared.take();
    this.bytes = this.#memory.bytes;
    this.#full = full;
  }

  beginFile(file: number): void {
    this.#files.push([file, 0]);
  }

  /** Makes room for so many bytes of the row that is written. */
  makeRoom(bytes: number): void {
    if (this.at + bytes <= this.bytes.length) return;
    const begun = this.bytes.slice(this.#rowStart, this.at);
    this.at = this.#rowStart;
    if (this.#rows > 0) this.#full();
    if (begun.length + bytes > this.bytes.length) {
      giveBack(this.bytes);
      this.#memory = this.#shared.take(2 * (begun.length + bytes));
      this.bytes = this.#memory.bytes;
    }
    this.bytes.set(begun);
    this.#rowStart = 0;
    this.at = begun.length;
  }

  /** Writes a text in UTF-8. */
  put(text: string): void {
    const { length } = text;
    this.makeRoom(3 * length);
    const { bytes } = this;
    let { at } = this;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code > 127) {
        this.at += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).write(text, this.at, 'utf8');
        return;
      }
      bytes[at++] = code;
    }
    this.at = at;
  }

  /** Puts rows behind those before them that stand one behind the other elsewhere; none is begun. */
  putRows({ memory, start, ends, marks, flags }: WrittenLines): void {
    for (let line = 0, from = 0; line < ends.length; ) {
      this.makeRoom((ends[line] ?? 0) - from);
      // As many together as there is room for.
      let to = line + 1;
      const [rows, room] = [ROWS - this.#rows, this.bytes.length - this.at];
      while (to < ends.length && to - line < rows && (ends[to] ?? 0) - from <= room) to++;
      const end = ends[to - 1] ?? from;
      this.bytes.set(memory.subarray(start + from, start + end), this.at);
      const before = this.at - from;
      const into = this.#memory;
      into.marks.set(marks.subarray(MARK_WORDS * line, MARK_WORDS * to), MARK_WORDS * this.#rows);
      into.flags.set(flags.subarray(line, to), this.#rows);
      for (let at = line; at < to; at++) into.ends[this.#rows + at - line] = before + (ends[at] ?? 0);
      this.at = before + end;
      this.#endRows(to - line);
      line = to;
      from = end;
    }
  }

  /** The row is whole. @param flags see `messages.ts` */
  endRow(flags: number): void {
    const row = this.#rows;
    const memory = this.#memory;
    memory.ends[row] = this.at;
    memory.flags[row] = flags;
    memory.marks.set(this.mark, MARK_WORDS * row);
    this.#endRows(1);
  }

  #endRows(count: number): void {
    this.#rows += count;
    this.#rowStart = this.at;
    const file = this.#files.at(-1);
    if (file !== undefined) file[1] += count;
    if (this.#rows === ROWS) this.#full();
  }

  get isFull(): boolean {
    return 4 * this.at > 3 * this.bytes.length || 4 * this.#rows > 3 * ROWS;
  }

  /** What was written since the last time; undefined where that is nothing. A file that is begun goes on. */
  take(): Piece | undefined {
    const last = this.#files.at(-1);
    if (this.#rows === 0) {
      this.#files = last === undefined ? [] : [last];
      return undefined;
    }
    const { ends, flags, marks } = this.#memory;
    const piece: Piece = {
      bytes: this.bytes.subarray(0, this.at),
      ends: ends.subarray(0, this.#rows),
      flags: flags.subarray(0, this.#rows),
      marks: marks.subarray(0, MARK_WORDS * this.#rows),
      files: this.#files.filter(([, rows]) => rows > 0),
    };
    this.#memory = this.#shared.take();
    this.bytes = this.#memory.bytes;
    this.at = 0;
    this.#rowStart = 0;
    this.#rows = 0;
    this.#files = last === undefined ? [] : [[last[0], 0]];
    return piece;
  }
}
