import type { DeflateStream, Inflated } from '../bytes/stream';
import { instanceOf } from '../webAssembly/modules';
import type { InflaterExports } from './exports';

/** The numbers of `server/inflater/outcomes.ts`; the one that is left out: the stream is damaged. */
const WHOLE = 0;
const WANTS_INPUT = 1;
const FULL = 2;
const CUT = 4;

/** Most archives have less than this. Of the first of many streams in a long file no more is taken in vain. Bytes. */
const FIRST_PIECE = 16 * 1024;

/** Memory for a longer output is given back behind it. Bytes. */
const LONGEST_KEPT = 4 * 1024 * 1024;

/**
 * Inflates streams that are whole or cut off, with their checksums, in less time than zlib: see `server/inflater`. What is damaged is left to
 * others, and they find what they would have found. Its memory has one size, whatever it reads: outputs lie in it one behind the other until
 * `forget` is called, and those for which there is no room get memory beside it.
 */
export class Inflater {
  readonly #wasm: InflaterExports;
  readonly #memory: Uint8Array<ArrayBuffer>;
  readonly #pieceSize: number;
  /** For one output that has no room in the module: new memory costs more than what is written into it. */
  #long = new Uint8Array(0);
  #isLongTaken = false;
  #hasFailed = false;

  private constructor(wasm: InflaterExports, atOnce: number) {
    this.#wasm = wasm;
    this.#memory = new Uint8Array(wasm.memory.buffer);
    this.#pieceSize = Math.min(wasm.pieceSize(), atOnce);
    wasm.prepare();
  }

  /**
   * @param module see `moduleOf`
   * @param atOnce the most bytes of input that are given to the module at a time, for tests
   * @returns undefined where the platform can't run it
   */
  static of(module: object, atOnce = Number.POSITIVE_INFINITY): Inflater | undefined {
    const wasm = instanceOf<InflaterExports>(module);
    return wasm && new Inflater(wasm, atOnce);
  }

  /** From now on, outputs may be written over. */
  forget(): void {
    this.#wasm.forget();
    this.#isLongTaken = false;
  }

  /**
   * The output of a stream, which is good until `forget` is called, and not to be written to.
   *
   * @param stream where `expected` is 0, no memory is taken for a long output
   * @returns undefined where it is damaged, or has more output than `most`, or than is expected and there is room for
   */
  inflate(stream: DeflateStream): Inflated | undefined {
    if (this.#hasFailed) return undefined;
    try {
      return this.#inflate(stream);
    } catch {
      // Nothing in the module throws; if something did, what it holds could not be trusted.
      this.#hasFailed = true;
      return undefined;
    }
  }

  #inflate({ bytes, expected, most }: DeflateStream): Inflated | undefined {
    const wasm = this.#wasm;
    wasm.begin();
    const input = { bytes, at: 0 };
    let outcome = this.#feed(input, FIRST_PIECE);
    if (outcome === WHOLE || outcome === CUT) {
      const output = this.#output();
      if (output.length > most) return undefined;
      return this.#inflated(wasm.keep() === 0 ? this.#kept(output) : output, outcome, bytes);
    }
    if (outcome !== FULL) return undefined;
    const all = this.#memoryFor(Math.min(expected, most));
    let size = 0;
    while (outcome === WHOLE || outcome === CUT || outcome === FULL) {
      const piece = this.#output();
      if (size + piece.length > all.length) return undefined;
      all.set(piece, size);
      size += piece.length;
      if (outcome !== FULL) return this.#inflated(size === all.length ? all : all.slice(0, size), outcome, bytes);
      outcome = wasm.goOn();
      if (outcome === WANTS_INPUT) outcome = this.#feed(input, this.#pieceSize);
    }
    return undefined;
  }

  /** Hands pieces in, until something else is the matter than that there are none. */
  #feed(input: { readonly bytes: Uint8Array; at: number }, firstLength: number): number {
    const wasm = this.#wasm;
    let outcome = WANTS_INPUT;
    for (let length = firstLength; outcome === WANTS_INPUT; length = this.#pieceSize) {
      const piece = input.bytes.subarray(input.at, input.at + Math.min(length, this.#pieceSize));
      this.#memory.set(piece, wasm.place());
      input.at += piece.length;
      outcome = wasm.read(piece.length, input.at === input.bytes.length ? 1 : 0);
    }
    return outcome;
  }

  /** What came out and was not taken out of the module yet. */
  #output(): Uint8Array {
    const start = this.#wasm.output();
    return this.#memory.subarray(start, start + this.#wasm.outputLength());
  }

  #kept(output: Uint8Array): Uint8Array {
    const kept = this.#memoryFor(output.length);
    kept.set(output);
    return kept;
  }

  #memoryFor(length: number): Uint8Array {
    if (this.#isLongTaken || length > LONGEST_KEPT) return new Uint8Array(length);
    if (this.#long.length < length) this.#long = new Uint8Array(Math.min(2 * length, LONGEST_KEPT));
    this.#isLongTaken = true;
    return this.#long.subarray(0, length);
  }

  #inflated(output: Uint8Array, outcome: number, { length }: Uint8Array): Inflated {
    const checksum = this.#wasm.checksum() >>> 0;
    if (outcome === CUT) return { output, used: length, end: 'cut', checksum };
    return { output, used: this.#wasm.used(), end: 'whole', checksum };
  }
}
