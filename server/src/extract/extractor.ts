import type { CellsExports } from '../cells/exports';
import { callTexts, columns, foreignKeys, hasLayerInValues, mayTellOrder, thingsOfCall, WIDTH } from '../core';
import { instanceOf } from '../webAssembly/modules';
import { byChance } from './byChance';
import type { ExtractorExports } from './exports';
import { BytesSource, type PutUnits, type Source, TextSource } from './sources';
import { callText, type ExtractedRows, takeRows, textOf } from './taken';

/** What became of a log: rows of all its records, or why it has to be read in TypeScript, which is no fault of the log. */
export type Extraction =
  | {
      readonly rows: number;
      readonly container: 'records' | 'array';
      /** All of the text is ASCII, so that places in it are the same in bytes and in UTF-16 units. */
      readonly isAscii: boolean;
    }
  | { readonly surprise: string };

/** What the log that was read last holds, in all of its rows; lists are good until the next log is read. */
export interface Tally {
  /** A call of another service, and how many rows are of it: two numbers each. */
  readonly others: Uint32Array;
  /** The earliest and the latest time of any row that was not handed over, in milliseconds since 1970; undefined where there is none. */
  readonly times: readonly [first: number, last: number] | undefined;
  /** The rows that are of WorkMail or its Message Flow, or were handed over, in ascending order. */
  readonly special: Uint32Array;
}

/** Rows that lie in one piece of memory. */
export interface LivePiece {
  /** The first of them. */
  readonly row: number;
  readonly count: number;
  /** @param which one of `columns` */
  column(which: number): Uint32Array;
}

/** Of texts, of calls and of identities. */
const TABLES = 3;
/** Bytes by which one of their members is found. */
const FINDS = 16;
const SOURCE = callTexts.indexOf('source');
const ACTION = callTexts.indexOf('action');

/** By the number that the module gives. */
const SURPRISES: readonly string[] = [
  '',
  'it is no whole JSON in UTF-8',
  'it is not, or not surely, a log as CloudTrail writes it',
];
const COVERED = 'something seems to lie over its values';
const NO_ROOM = 'it has a longer record, or more different texts, than are read in this way';
const FAILED = 'the memory for reading in this way came to an end';

/**
 * Makes rows of all records of CloudTrail logs from the bytes of their texts, as `RowWriter` does from records: same columns, same
 * texts, but for records that are handed over (`HANDED_OVER`), which the caller reads in TypeScript. Of a log that it takes, the records stand where
 * `analyze` finds them, and nothing is wrong between them. Reads one log after the other; rows and texts add up until they are taken.
 */
export class Extractor {
  readonly #wasm: ExtractorExports;
  readonly #atOnce: number;
  #hasFailed = false;
  #memory: Uint8Array<ArrayBuffer>;
  #words = new Uint32Array(0);
  /** By number of the call; new calls come one after another, so that there are no holes for long. */
  readonly #sources: (string | undefined)[] = [];
  readonly #tellThings: (boolean | undefined)[] = [];
  readonly #tellOrders: (boolean | undefined)[] = [];

  private constructor(wasm: ExtractorExports, atOnce: number) {
    this.#wasm = wasm;
    this.#atOnce = atOnce;
    wasm.prepare(byChance(), byChance());
    this.#memory = new Uint8Array(wasm.memory.buffer);
    for (const key of new Set(foreignKeys())) {
      const bytes = new TextEncoder().encode(key);
      const start = wasm.placeFor(bytes.length);
      this.#memoryAt(start, bytes.length).set(bytes);
      wasm.refuseKey(start, bytes.length);
    }
    wasm.ready();
  }

  /**
   * @param module see `moduleOf`
   * @param atOnce the most bytes that are given to the module at a time, for tests: else as many as it asks for
   * @returns undefined where the platform can't run it: then everything is read in TypeScript
   */
  static of(module: object, atOnce = Number.POSITIVE_INFINITY): Extractor | undefined {
    const wasm = instanceOf<ExtractorExports>(module);
    return wasm && new Extractor(wasm, atOnce);
  }

  /**
   * Adds the rows of a log; none where it is a surprise.
   *
   * @param bytes of its text, nothing in them decoded or left out; not kept
   */
  extract(bytes: Uint8Array): Extraction {
    return this.#extract(bytes, false);
  }

  /**
   * The same for lines that are made of the rows at once (`lines`): texts that stand in one record are told by their places, and no number in a row but
   * that of the call means anything to others. The rows are to be dropped.
   */
  extractForLines(bytes: Uint8Array): Extraction {
    return this.#extract(bytes, true);
  }

  #extract(bytes: Uint8Array, isForLines: boolean): Extraction {
    if (mayHaveLinks(bytes)) return { surprise: COVERED };
    const reading = this.#reading(() => new BytesSource(bytes), isForLines);
    for (let next = reading.next(); ; next = reading.next()) if (next.done) return next.value;
  }

  /**
   * Adds rows of a log of which the text is at hand, as an index needs them: of a record they say call, eventID, time, state and
   * place alone. Yields behind every part of some 64 KB, for a caller that has other work to do meanwhile.
   *
   * The extractor is for this text alone: nothing was asked of it before, nothing else is while it reads, and no other log later.
   */
  *extractText(text: string, putUnits: PutUnits): Generator<undefined, Extraction> {
    const head = text.slice(0, HEAD_UNITS);
    if (head.includes('<h') && hasLayerInValues(head)) return { surprise: COVERED };
    this.#wasm.brief();
    return yield* this.#reading(() => new TextSource(text, this.#wasm, putUnits));
  }

  /** Whether the log that was read last is ASCII, if it was taken: places in its text are places in its bytes. */
  get isAscii(): boolean {
    return this.#wasm.isAscii() !== 0;
  }

  /** What makes lines of its rows, and holds what their numbers mean: see `TableLines` and `liveTables`. */
  get lines(): CellsExports {
    return this.#wasm;
  }

  /** How much memory it holds, in bytes: it only grows. */
  get held(): number {
    return this.#wasm.memory.buffer.byteLength;
  }

  /** How much of it are texts and tuples, with what finds them, in bytes and about. */
  get known(): number {
    let bytes = 0;
    for (let table = 0; table < TABLES; table++) bytes += this.#wasm.usedBytes(table) + FINDS * this.#wasm.count(table);
    return bytes;
  }

  /** How many rows there are since the last time they were taken. */
  get count(): number {
    return this.#wasm.rows();
  }

  /** Sums over the log that was read last, if it was taken. */
  tally(): Tally {
    const wasm = this.#wasm;
    const [first, last] = [wasm.firstSecond() >>> 0, wasm.lastSecond() >>> 0];
    return {
      others: new Uint32Array(wasm.memory.buffer, wasm.tallyAt(), 2 * wasm.tallied()),
      times: first <= last ? [1000 * first, 1000 * last] : undefined,
      special: new Uint32Array(wasm.memory.buffer, wasm.specialRows(), wasm.special()),
    };
  }

  /** How many rows of the log that is or was read last are of WorkMail's records, or of such as were handed over. */
  get specialCount(): number {
    return this.#wasm.special();
  }

  /**
   * The rows from one on, in the pieces they lie in: columns that can be read and written over until the next log is read.
   */
  *pieces(from: number): Generator<LivePiece> {
    const rows = this.#wasm.rowsOfBlock();
    const count = this.count;
    for (let row = from; row < count; ) {
      const block = Math.floor(row / rows);
      const end = Math.min(count, (block + 1) * rows);
      const place = this.#wasm.blockAt(block) + 4 * (row - block * rows);
      const stride = this.#wasm.stride();
      const { buffer } = this.#wasm.memory;
      const length = end - row;
      yield { row, count: length, column: (which) => new Uint32Array(buffer, place + which * stride, length) };
      row = end;
    }
  }

  /** The eventSource of a call, in small letters: asked for every row, and the same for nearly all. */
  sourceOf(call: number): string {
    const known = this.#sources[call];
    if (known !== undefined) return known;
    const source = callText(this.#wasm, call, SOURCE).toLowerCase();
    this.#sources[call] = source;
    return source;
  }

  /** The eventName and the eventSource of a call, as they are written. */
  namesOf(call: number): { readonly action: string; readonly source: string } {
    return { action: callText(this.#wasm, call, ACTION), source: callText(this.#wasm, call, SOURCE) };
  }

  /** Whether records of a call of another service than WorkMail may say what it made or is about: see `thingsOf`. */
  tellsThings(call: number): boolean {
    const known = this.#tellThings[call];
    if (known !== undefined) return known;
    const { source, action } = this.namesOf(call);
    const isTelling = thingsOfCall(source, action) !== undefined;
    this.#tellThings[call] = isTelling;
    return isTelling;
  }

  /** Whether records of a call may say in which order the fields of a log stand: see `fieldOrderOf`. */
  tellsOrders(call: number): boolean {
    const known = this.#tellOrders[call];
    if (known !== undefined) return known;
    const { source, action } = this.namesOf(call);
    const isTelling = mayTellOrder(source, action);
    this.#tellOrders[call] = isTelling;
    return isTelling;
  }

  /** A text by its number in a column. */
  textOf(number: number): string {
    return textOf(this.#wasm, number);
  }

  /** What is new since the last time. Numbers of texts and tuples stay what they are. */
  take(): ExtractedRows {
    return takeRows(this.#wasm);
  }

  /** Rows begin anew; texts and tuples that are new stay so, for the next time something is taken. */
  drop(): void {
    this.#wasm.dropRows();
  }

  /** The numbers of a row, as `columns` has them. */
  numbersOf(row: number): Uint32Array {
    const words = this.#wordsOfMemory();
    const rows = this.#wasm.rowsOfBlock();
    const place = (this.#wasm.blockAt(Math.floor(row / rows)) >> 2) + (row % rows);
    const stride = this.#wasm.stride() >> 2;
    const numbers = new Uint32Array(WIDTH);
    for (let column = 0; column < WIDTH; column++) numbers[column] = words[place + column * stride] ?? 0;
    return numbers;
  }

  /** Adds bits to the state of a row. */
  addToState(row: number, bits: number): void {
    if (bits === 0) return;
    const words = this.#wordsOfMemory();
    const rows = this.#wasm.rowsOfBlock();
    const place = (this.#wasm.blockAt(Math.floor(row / rows)) >> 2) + (row % rows);
    const at = place + columns.state * (this.#wasm.stride() >> 2);
    words[at] = (words[at] ?? 0) | bits;
  }

  /** Once all was taken: forgets the texts and tuples, whose numbers begin anew. The memory is used again. */
  forget(): void {
    this.#wasm.forget();
    for (const known of [this.#sources, this.#tellThings, this.#tellOrders]) known.length = 0;
  }

  *#reading(sourceOf: () => Source, isForLines = false): Generator<undefined, Extraction> {
    if (this.#hasFailed) return { surprise: FAILED };
    try {
      const before = this.#wasm.rows();
      const source = sourceOf();
      this.#wasm.begin(isForLines ? 1 : 0);
      while (true) {
        const outcome = this.#readPart(source);
        if (outcome !== undefined) return this.#told(outcome, before);
        yield undefined;
      }
    } catch {
      // There is no other reason: nothing in the module throws.
      this.#hasFailed = true;
      return { surprise: FAILED };
    }
  }

  /** @returns why the log is not taken, or nothing to say of it once all of it is read; undefined where more is to come */
  #readPart(source: Source): string | undefined {
    const wasm = this.#wasm;
    const length = Math.min(wasm.wanted(), this.#atOnce, source.left);
    const start = wasm.roomFor(length);
    if (start === 0) return NO_ROOM;
    const written = source.put(this.#memoryAt(start, length));
    const isLast = source.left === 0;
    const outcome = wasm.read(written, isLast ? 1 : 0);
    if (outcome !== 0) return SURPRISES[outcome] ?? FAILED;
    return isLast ? '' : undefined;
  }

  #told(surprise: string, before: number): Extraction {
    if (surprise !== '') return { surprise };
    const wasm = this.#wasm;
    const container = wasm.isWrapped() === 0 ? 'array' : 'records';
    return { rows: wasm.rows() - before, container, isAscii: wasm.isAscii() !== 0 };
  }

  #wordsOfMemory(): Uint32Array {
    const { buffer } = this.#wasm.memory;
    if (this.#words.buffer !== buffer) this.#words = new Uint32Array(buffer);
    return this.#words;
  }

  /** Part of the module's memory, which may have grown. */
  #memoryAt(start: number, length: number): Uint8Array<ArrayBuffer> {
    const { buffer } = this.#wasm.memory;
    if (this.#memory.buffer !== buffer) this.#memory = new Uint8Array(buffer);
    return this.#memory.subarray(start, start + length);
  }
}

/** So much is looked at to see whether something lies over a text: no character of its head takes more bytes. */
const HEAD_UNITS = 20_000;
const HEAD_BYTES = 3 * HEAD_UNITS;
const LESS_THAN = 0x3c;
const H = 0x68;

/** Whether links stand behind names of hosts. All else that may lie over values shows in what the module looks at. */
function mayHaveLinks(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  for (let at = head.indexOf(LESS_THAN); at >= 0; at = head.indexOf(LESS_THAN, at + 1)) {
    if (head[at + 1] === H) return hasLayerInValues(new TextDecoder().decode(head).slice(0, HEAD_UNITS));
  }
  return false;
}
