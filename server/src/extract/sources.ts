import type { ExtractorExports } from './exports';

/** What the extractor reads, from the first byte on. */
export interface Source {
  /** The most bytes that are still to come: at least four, or all of them. */
  readonly left: number;
  /**
   * Puts the next bytes.
   *
   * @param into part of the module's memory; has room for four bytes, or for all that are left
   * @returns how many these are
   */
  put(into: Uint8Array<ArrayBuffer>): number;
}

/** A text of which the bytes are at hand. */
export class BytesSource implements Source {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  put(into: Uint8Array): number {
    const part = this.#bytes.subarray(this.#at, this.#at + into.length);
    into.set(part);
    this.#at += part.length;
    return part.length;
  }
}

/** Puts the UTF-16 units of a text, the little end of each first, where there is room for all of them. */
export type PutUnits = (text: string, into: Uint8Array<ArrayBuffer>) => void;

const MOST_BYTES_OF_UNIT = 3;
const LONGEST_CHARACTER = 4;

/** A text that is at hand as a string: the module makes its bytes, part by part. */
export class TextSource implements Source {
  readonly #text: string;
  readonly #wasm: ExtractorExports;
  readonly #putUnits: PutUnits;
  readonly #place: number;
  #at = 0;

  constructor(text: string, wasm: ExtractorExports, putUnits: PutUnits) {
    this.#text = text;
    this.#wasm = wasm;
    this.#putUnits = putUnits;
    this.#place = wasm.placeOfUnits();
  }

  get left(): number {
    return MOST_BYTES_OF_UNIT * (this.#text.length - this.#at);
  }

  put(into: Uint8Array<ArrayBuffer>): number {
    let written = this.#putSome(into);
    // Half of a character at the end of some units waits for the other half.
    while (this.left > 0 && into.length - written >= LONGEST_CHARACTER)
      written += this.#putSome(into.subarray(written));
    return written;
  }

  #putSome(into: Uint8Array<ArrayBuffer>): number {
    const wasm = this.#wasm;
    const part = this.#text.slice(this.#at, this.#at + Math.min(wasm.mostUnits(), into.length));
    this.#putUnits(part, new Uint8Array(into.buffer, this.#place, 2 * part.length));
    const written = wasm.bytesOfUnits(part.length, into.byteOffset, into.length);
    this.#at += wasm.takenUnits();
    return written;
  }
}
