/**
 * How far threads may be ahead of what is written: shared numbers, on which a thread waits. The thread that reads the file whose turn it is
 * never waits, so that some piece can always be written.
 */

const HELD = 0;
const TURN = 1;
/** Counts changes of the others: a thread waits for the next one. */
const CHANGES = 2;
const NUMBERS = 3;

/** So much may wait to be written, in kilobytes. */
const MOST_HELD = 8 * 1024;
/**
 * Nobody waits longer without a change, in milliseconds: where a thread has ended, what it should have read may stand behind what waits.
 */
const LONGEST_WAIT = 3000;

export class Turns {
  readonly shared: Int32Array<SharedArrayBuffer>;

  constructor(shared = new Int32Array(new SharedArrayBuffer(4 * NUMBERS))) {
    this.shared = shared;
  }

  /** For a thread: waits until a file may be read on. Blocks. */
  wait(file: number): void {
    while (true) {
      const changes = Atomics.load(this.shared, CHANGES);
      if (this.mayGoOn(file) || Atomics.wait(this.shared, CHANGES, changes, LONGEST_WAIT) === 'timed-out') return;
    }
  }

  mayGoOn(file: number): boolean {
    return Atomics.load(this.shared, HELD) <= MOST_HELD || Atomics.load(this.shared, TURN) === file;
  }

  /** A piece is on its way. @param bytes of it, in the memory that is held with them */
  hold(bytes: Uint8Array): void {
    Atomics.add(this.shared, HELD, kilobytesWith(bytes));
  }

  /** It is written. */
  release(bytes: Uint8Array): void {
    Atomics.sub(this.shared, HELD, kilobytesWith(bytes));
    this.#tellChange();
  }

  /** It is the turn of a file. */
  turnTo(file: number): void {
    Atomics.store(this.shared, TURN, file);
    this.#tellChange();
  }

  #tellChange(): void {
    Atomics.add(this.shared, CHANGES, 1);
    Atomics.notify(this.shared, CHANGES);
  }
}

function kilobytesWith({ buffer }: Uint8Array): number {
  return Math.ceil(buffer.byteLength / 1024);
}
