/** Bytes that two threads see, so that they need not be made anew for each message: where they are used, a number before them says so. */

/** Bytes before those that are used, so that they begin at a good place. */
const HEAD = 8;
const FREE = 0;
const USED = 1;

/** For the thread that writes: gives bytes that nobody reads any more. */
export class SharedBytes {
  readonly #size: number;
  readonly #known: SharedArrayBuffer[] = [];

  /** @param size what is asked for mostly: only such bytes are used again */
  constructor(size: number) {
    this.#size = size;
  }

  /** Bytes of the usual size, or more where that is too little. */
  take(least = 0): Uint8Array {
    if (least > this.#size) return used(new SharedArrayBuffer(HEAD + least));
    for (const each of this.#known) if (Atomics.load(new Int32Array(each, 0, 1), 0) === FREE) return used(each);
    const made = new SharedArrayBuffer(HEAD + this.#size);
    this.#known.push(made);
    return used(made);
  }
}

/** Nobody reads them any more. @param bytes from `SharedBytes`, or a part of them */
export function giveBack({ buffer }: Uint8Array): void {
  Atomics.store(new Int32Array(buffer, 0, 1), 0, FREE);
}

function used(buffer: SharedArrayBuffer): Uint8Array {
  Atomics.store(new Int32Array(buffer, 0, 1), 0, USED);
  return new Uint8Array(buffer, HEAD);
}
