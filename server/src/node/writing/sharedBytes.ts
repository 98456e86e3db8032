import { MARK_WORDS } from '../../core/store/eventMarks';

/** Memory that two threads see, so that it need not be made anew for each message: where it is used, a number before all else says so. */

/** Bytes before those that are used, so that they begin at a good place. */
const HEAD = 8;
const FREE = 0;
const USED = 1;

/** Room for rows, each with its bytes, its mark and its flags: all of it one memory. */
export interface SharedRows {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
  readonly marks: Uint32Array;
  readonly flags: Uint8Array;
}

/** For the thread that writes: gives memory that nobody reads any more. */
export class SharedBytes {
  readonly #size: number;
  readonly #rows: number;
  readonly #known: SharedArrayBuffer[] = [];

  /**
   * @param size bytes that are asked for mostly: only such memory is used again
   * @param rows for how many there is room; a multiple of 8
   */
  constructor(size: number, rows: number) {
    this.#size = size;
    this.#rows = rows;
  }

  /** Bytes of the usual size, or more where that is too little. */
  take(least = 0): SharedRows {
    if (least > this.#size) return this.#used(this.#made(least));
    for (const each of this.#known) if (Atomics.load(new Int32Array(each, 0, 1), 0) === FREE) return this.#used(each);
    const made = this.#made(this.#size);
    this.#known.push(made);
    return this.#used(made);
  }

  #made(bytes: number): SharedArrayBuffer {
    return new SharedArrayBuffer(HEAD + this.#rows * (4 + 4 * MARK_WORDS + 1) + bytes);
  }

  #used(buffer: SharedArrayBuffer): SharedRows {
    Atomics.store(new Int32Array(buffer, 0, 1), 0, USED);
    const rows = this.#rows;
    const marks = HEAD + 4 * rows;
    const flags = marks + 4 * MARK_WORDS * rows;
    return {
      bytes: new Uint8Array(buffer, flags + rows),
      ends: new Uint32Array(buffer, HEAD, rows),
      marks: new Uint32Array(buffer, marks, MARK_WORDS * rows),
      flags: new Uint8Array(buffer, flags, rows),
    };
  }
}

/** Nobody reads them any more. @param bytes from `SharedBytes`, or a part of them */
export function giveBack({ buffer }: Uint8Array): void {
  Atomics.store(new Int32Array(buffer, 0, 1), 0, FREE);
}
