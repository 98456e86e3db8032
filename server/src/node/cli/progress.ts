import type { Writable } from 'node:stream';

/** How often a person can read another number, in milliseconds. */
const PATIENCE = 100;
const ERASE = '\r\u001b[2K';

/** One line on a terminal that says how far a reading is, and is gone when it has ended. Nothing where nobody looks. */
export class Progress {
  readonly #terminal: Writable | undefined;
  readonly #isPlain: boolean;
  /** How long the line is that stands there. */
  #length = 0;
  #shown = Number.NEGATIVE_INFINITY;

  /**
   * @param terminal undefined: nothing is written
   * @param isPlain no escape sequence is written: the line is taken away with blanks
   */
  constructor(terminal: Writable | undefined, isPlain = false) {
    this.#terminal = terminal;
    this.#isPlain = isPlain;
  }

  /** @param words our own; made only when they are shown */
  tell(words: () => string): void {
    const now = performance.now();
    if (this.#terminal === undefined || now - this.#shown < PATIENCE) return;
    this.#shown = now;
    const line = words();
    this.#terminal.write(`${this.#erase()}${line}`);
    this.#length = line.length;
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#shown === Number.NEGATIVE_INFINITY) return;
    this.#shown = Number.NEGATIVE_INFINITY;
    this.#terminal?.write(this.#erase());
    this.#length = 0;
  }

  #erase(): string {
    return this.#isPlain ? `\r${' '.repeat(this.#length)}\r` : ERASE;
  }
}
