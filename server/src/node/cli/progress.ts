import type { Writable } from 'node:stream';

/** How often a person can read another number, in milliseconds. */
const PATIENCE = 100;
const ERASE = '\r\u001b[2K';

/** One line on a terminal that says how far a reading is, and is gone when it has ended. Nothing where nobody looks. */
export class Progress {
  readonly #terminal: Writable | undefined;
  #shown = Number.NEGATIVE_INFINITY;

  /** @param terminal undefined: nothing is written */
  constructor(terminal: Writable | undefined) {
    this.#terminal = terminal;
  }

  /** @param words our own; made only when they are shown */
  tell(words: () => string): void {
    const now = performance.now();
    if (this.#terminal === undefined || now - this.#shown < PATIENCE) return;
    this.#shown = now;
    this.#terminal.write(`${ERASE}${words()}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (this.#shown === Number.NEGATIVE_INFINITY) return;
    this.#shown = Number.NEGATIVE_INFINITY;
    this.#terminal?.write(ERASE);
  }
}
