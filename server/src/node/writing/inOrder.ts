import type { Piece } from './messages';
import { giveBack } from './sharedBytes';
import type { Turns } from './turns';

/** Rows of one file in a piece, the end exclusive. */
export interface PartOfFile {
  readonly piece: Piece;
  readonly file: number;
  readonly from: number;
  readonly to: number;
}

/** Hands on what threads write in the order of the files, and tells the threads whose turn it is. */
export class InOrder {
  readonly #turns: Turns;
  readonly #write: (part: PartOfFile) => Promise<void> | undefined;
  readonly #waiting = new Map<number, PartOfFile[]>();
  readonly #finished = new Set<number>();
  /** Of pieces of which parts are still to be written, how many. */
  readonly #parts = new Map<Piece, number>();
  #next = 0;
  #isWriting = false;
  #failure: unknown;
  #idle: (() => void)[] = [];

  /** @param write one part after the other; another one waits for what it gives */
  constructor(turns: Turns, write: (part: PartOfFile) => Promise<void> | undefined) {
    this.#turns = turns;
    this.#write = write;
  }

  /** Nothing more is written: what went wrong is thrown by `end`. */
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  add(piece: Piece): void {
    this.#parts.set(piece, piece.files.length);
    let from = 0;
    for (const [file, rows] of piece.files) {
      const to = from + rows;
      const known = this.#waiting.get(file) ?? [];
      known.push({ piece, file, from, to });
      this.#waiting.set(file, known);
      from = to;
    }
    this.#proceed();
  }

  /** All that will come of a file has come. */
  finish(file: number): void {
    this.#finished.add(file);
    this.#proceed();
  }

  /** Resolves when all is written that came so far and whose turn it is. @throws what writing threw */
  async end(): Promise<void> {
    if (this.#isWriting) await new Promise<void>((resolve) => this.#idle.push(resolve));
    if (this.#failure !== undefined) throw this.#failure;
  }

  #proceed(): void {
    if (this.#isWriting || this.hasFailed) return;
    this.#isWriting = true;
    this.#writeAll().catch((error: unknown) => {
      this.#failure = error;
      this.#rest();
    });
  }

  #rest(): void {
    this.#isWriting = false;
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }

  async #writeAll(): Promise<void> {
    while (true) {
      const part = this.#waiting.get(this.#next)?.shift();
      if (part !== undefined) {
        await this.#write(part);
        this.#release(part.piece);
      } else if (this.#finished.delete(this.#next)) {
        this.#waiting.delete(this.#next);
        this.#next++;
        if (!this.#finished.has(this.#next) || (this.#waiting.get(this.#next)?.length ?? 0) > 0)
          this.#turns.turnTo(this.#next);
      } else {
        // At once: what comes in the same turn of the event loop must find that nobody writes.
        this.#rest();
        return;
      }
    }
  }

  #release(piece: Piece): void {
    const left = (this.#parts.get(piece) ?? 1) - 1;
    if (left > 0) {
      this.#parts.set(piece, left);
      return;
    }
    this.#parts.delete(piece);
    giveBack(piece.bytes);
    this.#turns.release(piece.bytes);
  }
}
