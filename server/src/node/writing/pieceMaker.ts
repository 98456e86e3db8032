import { KEY_WORDS } from '../../core/store/eventKey';
import { grownNumbers } from '../../core/store/grownNumbers';
import type { Texts } from '../../core/store/texts';
import type { Piece } from './messages';
import { giveBack, SharedBytes } from './sharedBytes';

/** Bytes of a piece, unless one row has more. */
const SIZE = 1 << 20;
const FIRST_ROWS = 1024;

/** Puts rows together as bytes. What is written goes to `bytes` at `at`, for which `makeRoom` was asked. */
export class PieceMaker {
  bytes: Uint8Array;
  at = 0;
  /** The key of the row that is written. */
  readonly key = new Uint32Array(KEY_WORDS);
  readonly #shared = new SharedBytes(SIZE);
  readonly #texts: Texts;
  readonly #full: () => void;
  #rowStart = 0;
  #rows = 0;
  #ends: Uint32Array = new Uint32Array(FIRST_ROWS);
  #keys: Uint32Array = new Uint32Array(KEY_WORDS * FIRST_ROWS);
  #flags: Uint8Array = new Uint8Array(FIRST_ROWS);
  #files: [file: number, rows: number][] = [];
  #toldTexts = 1;

  /**
   * @param texts of keys
   * @param full is called when a piece should be taken, in the middle of a file
   */
  constructor(texts: Texts, full: () => void) {
    this.bytes = this.#shared.take();
    this.#texts = texts;
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
      this.bytes = this.#shared.take(2 * (begun.length + bytes));
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

  /** The row is whole. @param flags see `messages.ts` */
  endRow(flags: number): void {
    const row = this.#rows++;
    if (row === this.#flags.length) this.#growRows();
    this.#ends[row] = this.at;
    this.#flags[row] = flags;
    this.#keys.set(this.key, KEY_WORDS * row);
    this.#rowStart = this.at;
    const file = this.#files.at(-1);
    if (file !== undefined) file[1]++;
  }

  get isFull(): boolean {
    return 2 * this.at > this.bytes.length || this.#rows > 20 * FIRST_ROWS;
  }

  /** What was written since the last time; undefined where that is nothing. A file that is begun goes on. */
  take(): Piece | undefined {
    const last = this.#files.at(-1);
    if (this.#rows === 0) {
      this.#files = last === undefined ? [] : [last];
      return undefined;
    }
    const piece: Piece = {
      bytes: this.bytes.subarray(0, this.at),
      ends: this.#ends.slice(0, this.#rows),
      flags: this.#flags.slice(0, this.#rows),
      keys: this.#keys.slice(0, KEY_WORDS * this.#rows),
      texts: this.#texts.since(this.#toldTexts),
      firstText: this.#toldTexts,
      files: this.#files.filter(([, rows]) => rows > 0),
    };
    this.#toldTexts = this.#texts.size;
    this.bytes = this.#shared.take();
    this.at = 0;
    this.#rowStart = 0;
    this.#rows = 0;
    this.#files = last === undefined ? [] : [[last[0], 0]];
    return piece;
  }

  #growRows(): void {
    const flags = new Uint8Array(2 * this.#flags.length);
    flags.set(this.#flags);
    this.#flags = flags;
    this.#ends = grownNumbers(this.#ends, flags.length - 1);
    this.#keys = grownNumbers(this.#keys, KEY_WORDS * flags.length - 1);
  }
}
