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

/** Parts of a piece that stand in it one behind the other, as the files follow each other. */
export type RunOfParts = readonly [PartOfFile, ...PartOfFile[]];

/** Hands on what threads write in the order of the files, and tells the threads whose turn it is. */
export class InOrder {
  readonly #turns: Turns;
  readonly #write: (run: RunOfParts) => Promise<void> | undefined;
  readonly #waiting = new Map<number, PartOfFile[]>();
  readonly #finished = new Set<number>();
  /** Of pieces of which parts are still to be written, how many. */
  readonly #parts = new Map<Piece, number>();
  #next = 0;
  #isWriting = false;
  #failure: unknown;
  #idle: (() => void)[] = [];

  /** @param write one run after the other, as much of each as there is; another one waits for what it gives */
  constructor(turns: Turns, write: (run: RunOfParts) => Promise<void> | undefined) {
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
    // What comes in the same turn of the event loop may be one run.
    await undefined;
    while (true) {
      const part = this.#nextPart();
      if (part !== undefined) {
        const run = this.#runFrom(part);
        await this.#write(run);
        for (const { piece } of run) this.#release(piece);
      } else if (!this.#goOn()) {
        // At once: what comes in the same turn of the event loop must find that nobody writes.
        this.#rest();
        return;
      }
    }
  }

  /** The next part of the file whose turn it is. @param behind only if it stands right behind this one */
  #nextPart(behind?: PartOfFile): PartOfFile | undefined {
    const waiting = this.#waiting.get(this.#next);
    if (behind === undefined) return waiting?.shift();
    const next = waiting?.[0];
    return next?.piece === behind.piece && next.from === behind.to ? waiting?.shift() : undefined;
  }

  /** It is the turn of the next file, where all of this one is handed on. @returns whether it is */
  #goOn(): boolean {
    if ((this.#waiting.get(this.#next)?.length ?? 0) > 0 || !this.#finished.delete(this.#next)) return false;
    this.#waiting.delete(this.#next);
    this.#next++;
    if (!this.#finished.has(this.#next) || (this.#waiting.get(this.#next)?.length ?? 0) > 0)
      this.#turns.turnTo(this.#next);
    return true;
  }

  /** A part with those behind it in its piece whose turn comes next. */
  #runFrom(first: PartOfFile): RunOfParts {
    const run: [PartOfFile, ...PartOfFile[]] = [first];
    let last = first;
    while (last.to < first.piece.ends.length && this.#goOn()) {
      const next = this.#nextPart(last);
      if (next === undefined) continue;
      run.push(next);
      last = next;
    }
    return run;
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
