import { instanceOf } from '../../webAssembly/modules';
import { type Secret, secretByChance } from '../byChance';
import type { ExtractorExports } from '../exports';
import { type TextsTold, takeTexts, textOf } from '../taken';
import { type FlatField, flatFields } from './flatFields';

/** What an entry begins with, in numbers of 32 bits; behind it stands one for each field. See `flatLines.ts` of the extractor. */
export const ENTRY = {
  start: 0,
  length: 1,
  handedOver: 2,
  bytesStart: 3,
  bytesLength: 4,
  there: 6,
  time: 8,
  request: 10,
  fields: 14,
} as const;

/** Lines of a part of a log, one entry each; good until the next are read. */
export interface FlatEntries {
  readonly count: number;
  /** What an entry begins with, see `ENTRY`. */
  readonly number: (entry: number, at: number) => number;
  /** Where the part begins among the bytes of the log. */
  readonly from: number;
}

const LINE_FEED = 0x0a;
/** So many bytes are read at once, and no line is longer than the other. */
const PART = 1 << 20;
const LONGEST_PART = 1 << 24;
const STRANGE = 0xffffffff;
const NO_FIELD = 0xffffffff;

/** Reads logs that are one flat object a line, by the extractor's module: texts by number, and nothing becomes an object. */
export class FlatLines {
  readonly #wasm: ExtractorExports;
  readonly #fields: FlatField[] = [];
  readonly #numberIn = (entry: number, at: number): number => {
    const wasm = this.#wasm;
    // The memory may have grown since, and lie elsewhere.
    return new DataView(wasm.memory.buffer).getUint32(wasm.entriesAt() + 4 * (entry * wasm.widthOfEntry() + at), true);
  };

  private constructor(wasm: ExtractorExports, { one, two }: Secret) {
    this.#wasm = wasm;
    wasm.prepare(one, two);
    wasm.beginMarks();
    for (const { name, how } of flatFields()) this.add(name, how);
  }

  /**
   * @param module see `moduleOf`
   * @param secret what texts are marked by; those of readers with the same can be told apart by their marks
   * @returns undefined where the platform can't run it
   */
  static of(module: object, secret: Secret = secretByChance()): FlatLines | undefined {
    const wasm = instanceOf<ExtractorExports>(module);
    return wasm && new FlatLines(wasm, secret);
  }

  /** What rows are made by, of the same texts. */
  get module(): ExtractorExports {
    return this.#wasm;
  }

  get fields(): readonly FlatField[] {
    return this.#fields;
  }

  /** Knows a field from now on; there is room for some. */
  add(name: string, how: number): void {
    const bytes = new TextEncoder().encode(name);
    const start = this.#wasm.placeFor(bytes.length);
    new Uint8Array(this.#wasm.memory.buffer, start, bytes.length).set(bytes);
    if (this.#wasm.addFlatField(start, bytes.length, how) >>> 0 !== NO_FIELD) this.#fields.push({ name, how });
  }

  /**
   * All lines of a log that are not blank.
   *
   * @param bytes whole UTF-8, without a mark of byte order
   * @returns whether each of them begins like an object, and none is very long
   */
  *entriesIn(bytes: Uint8Array): Generator<FlatEntries, boolean> {
    const wasm = this.#wasm;
    wasm.beginFlat();
    for (let from = 0; from < bytes.length; ) {
      const end = endOfPart(bytes, from);
      if (end - from > LONGEST_PART) return false;
      const start = wasm.roomForPart(end - from);
      new Uint8Array(wasm.memory.buffer, start, end - from).set(bytes.subarray(from, end));
      wasm.beginPart();
      for (let count = wasm.readFlatLines(); count !== 0; count = wasm.readFlatLines()) {
        if (count >>> 0 === STRANGE) return false;
        yield { count, number: this.#numberIn, from };
      }
      from = end;
    }
    return true;
  }

  /** The number of a text in the table that fields go by. */
  numberOf(text: string): number {
    if (text === '') return 0;
    const bytes = new TextEncoder().encode(text);
    const start = this.#wasm.roomForText(bytes.length);
    new Uint8Array(this.#wasm.memory.buffer, start, bytes.length).set(bytes);
    return this.#wasm.numberOfText(start, bytes.length);
  }

  textOf(number: number): string {
    return textOf(this.#wasm, number);
  }

  /** Texts that are new since the last time. */
  take(): TextsTold {
    const texts = takeTexts(this.#wasm);
    this.#wasm.taken();
    return texts;
  }
}

/** Behind the last whole line of so many bytes. */
function endOfPart(bytes: Uint8Array, from: number): number {
  if (bytes.length - from <= PART) return bytes.length;
  const last = bytes.lastIndexOf(LINE_FEED, from + PART - 1);
  if (last >= from) return last + 1;
  const next = bytes.indexOf(LINE_FEED, from + PART);
  return next < 0 ? bytes.length : next + 1;
}
