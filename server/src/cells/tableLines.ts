import { columns } from '../core/store/columns';
import { MARK_WORDS } from '../core/store/eventMarks';
import type { CellsExports } from './exports';
import { type LinePart, markPartOf, toldIn } from './lineParts';

/** Lines that were written, one behind the other. */
export interface WrittenLines {
  /** The memory that they stand in, and where they begin there. Good until more is written. */
  readonly memory: Uint8Array;
  readonly start: number;
  /** Where each ends, counted from `start`. */
  readonly ends: Uint32Array;
  /** Four numbers for each, as `EventMarks` has them. */
  readonly marks: Uint32Array;
  /** How damaged the record of each is, as `damageOf` has it. */
  readonly flags: Uint8Array;
}

/** Cells that were asked for. */
export interface Cells {
  /** Each with what parts it from the next. */
  readonly text: string;
  /** What tells them apart beside the identity of their row; absent: nothing. */
  readonly beside?: { readonly call: boolean; readonly principal: boolean } | undefined;
}

/** What the module is told of a log, and what it asks. */
export interface LinesOfLog {
  /** Makes the cells of a part for a row. */
  readonly cells: (part: LinePart, row: number) => Cells;
  /** What `EventMarks` makes of the name of the event of a row. */
  readonly name: (row: number) => Uint32Array;
  /** Takes lines, in the order of their rows. @param row of the first of them */
  readonly take: (lines: WrittenLines, row: number) => void;
  /** Writes a row of which the module writes nothing; all lines before it were taken. */
  readonly other: (row: number) => void;
}

const utf8 = new TextEncoder();
const FULL = 1;
const ASKS = 2;
const LEFT = 3;
/** See `answer` in `server/cells`. */
const ASKS_CALL = 1;
const ASKS_PRINCIPAL = 2;

/** Writes lines of a table from the numbers of rows and the bytes of their log: see `server/cells`. */
export class TableLines {
  readonly #wasm: CellsExports;
  readonly #parts: readonly LinePart[];
  #memory = new Uint8Array();
  #words = new Uint32Array();

  private constructor(wasm: CellsExports, parts: readonly LinePart[]) {
    this.#wasm = wasm;
    this.#parts = parts;
  }

  /**
   * @param wasm an instance of the extractor, whose rows are written
   * @param seed see `EventMarks`
   * @returns undefined where it has no room for so many columns
   */
  static of(
    wasm: CellsExports,
    parts: readonly LinePart[],
    separator: ',' | '\t',
    seed: number,
  ): TableLines | undefined {
    wasm.prepareLines(separator.charCodeAt(0), seed);
    const mark = markPartOf(parts);
    for (const part of [...parts, mark]) {
      if (wasm.addLinePart(part.what, part.which) !== 1) return undefined;
      for (const told of toldIn(part)) if (wasm.addLineCell(told) !== 1) return undefined;
    }
    wasm.linesReady(mark.which + 1);
    return new TableLines(wasm, parts);
  }

  /** Numbers of texts and tuples mean something else from now on. */
  forget(): void {
    this.#wasm.forgetCells();
  }

  /**
   * Begins with the next log, whose rows were taken from the extractor last.
   *
   * @param bytes of its text; they are copied
   * @param spans where the record of each row begins in them and how long it is, two numbers; absent: as the rows say
   * @param file the cell that names it, with what parts it from the next
   */
  begin(bytes: Uint8Array, spans: Uint32Array | undefined, file: string): void {
    const wasm = this.#wasm;
    const log = wasm.placeForLog(bytes.length);
    const cell = wasm.placeForFile(3 * file.length);
    this.#look();
    this.#memory.set(bytes, log);
    if (spans !== undefined) this.#setSpans(spans);
    wasm.beginLines(this.#put(file, cell));
  }

  /** Of the log that was begun, whether `other` is never asked for, whatever rows of it are written. */
  get arePlain(): boolean {
    return this.#wasm.arePlain() === 1;
  }

  /**
   * Writes the lines of some rows.
   *
   * @param index position of the first of them among the records of the log
   */
  write(from: number, to: number, index: number, { cells, name, take, other }: LinesOfLog): void {
    const wasm = this.#wasm;
    let first = from;
    wasm.setRows(from, to, index);
    while (true) {
      const outcome = wasm.writeRows();
      if (outcome === ASKS) {
        const part = this.#parts[wasm.askedPart()];
        if (part === undefined) this.#giveName(name(wasm.rowAt()));
        else this.#give(cells(part, wasm.rowAt()));
        continue;
      }
      const row = wasm.rowAt();
      if (row > first) take(this.#written(row - first), first);
      wasm.linesTaken();
      if (outcome === LEFT) {
        other(row);
        wasm.skipRow();
      } else if (outcome !== FULL) return;
      first = wasm.rowAt();
    }
  }

  /** Where the errorMessage of the record that is written stands in the log, and where it ends: both are 0 where there is none. */
  message(): { readonly start: number; readonly end: number } {
    return { start: this.#wasm.placeOfMessage(0), end: this.#wasm.placeOfMessage(1) };
  }

  #setSpans(spans: Uint32Array): void {
    const rows = this.#wasm.rowsOfBlock();
    const stride = this.#wasm.stride() >> 2;
    for (let row = 0; 2 * row < spans.length; row++) {
      const place = (this.#wasm.blockAt(Math.floor(row / rows)) >> 2) + (row % rows);
      this.#words[place + columns.start * stride] = spans[2 * row] ?? 0;
      this.#words[place + columns.length * stride] = spans[2 * row + 1] ?? 0;
    }
  }

  #give({ text, beside }: Cells): void {
    const place = this.#wasm.placeForCells(3 * text.length);
    this.#look();
    this.#wasm.give(this.#put(text, place), (beside?.call ? ASKS_CALL : 0) | (beside?.principal ? ASKS_PRINCIPAL : 0));
  }

  #giveName(mark: Uint32Array): void {
    const place = this.#wasm.placeForName();
    this.#look();
    this.#words.set(mark, place >> 2);
    this.#wasm.giveName();
  }

  /** @returns how many bytes of UTF-8 it is */
  #put(text: string, place: number): number {
    const memory = this.#memory;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) return utf8.encodeInto(text, memory.subarray(place, place + 3 * text.length)).written;
      memory[place + at] = code;
    }
    return text.length;
  }

  #written(lines: number): WrittenLines {
    this.#look();
    const wasm = this.#wasm;
    const [ends, marks, flags] = [wasm.outEnds() >> 2, wasm.outMarks() >> 2, wasm.outFlags()];
    return {
      memory: this.#memory,
      start: wasm.outAt(),
      ends: this.#words.subarray(ends, ends + lines),
      marks: this.#words.subarray(marks, marks + MARK_WORDS * lines),
      flags: this.#memory.subarray(flags, flags + lines),
    };
  }

  /** Memory that has grown is another one. */
  #look(): void {
    const { buffer } = this.#wasm.memory;
    if (this.#memory.buffer === buffer) return;
    this.#memory = new Uint8Array(buffer);
    this.#words = new Uint32Array(buffer);
  }
}
