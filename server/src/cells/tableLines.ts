import { WIDTH } from '../core/store/columns';
import { MARK_WORDS } from '../core/store/eventMarks';
import { instanceOf } from '../webAssembly/modules';
import type { CellsExports } from './exports';
import { type LinePart, markPartOf } from './lineParts';

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
   * @param module see `moduleOf`
   * @param seed see `EventMarks`
   * @returns undefined where the platform can't run it, or it has no room for so many columns
   */
  static of(module: object, parts: readonly LinePart[], separator: ',' | '\t', seed: number): TableLines | undefined {
    const wasm = instanceOf<CellsExports>(module);
    wasm?.prepare(separator.charCodeAt(0), seed);
    const mark = markPartOf(parts);
    for (const { what, which } of [...parts, mark]) if (wasm?.add(what, which) !== 1) return undefined;
    wasm?.ready(mark.which + 1);
    return wasm && new TableLines(wasm, parts);
  }

  /** Numbers of texts and tuples mean something else from now on. */
  forget(): void {
    this.#wasm.forget();
  }

  /**
   * Begins with the next log.
   *
   * @param bytes of its text; they are copied
   * @param numbers of its rows, as `columns` has them, with room for no more rows: copied, too
   * @param file the cell that names it, with what parts it from the next
   */
  begin(bytes: Uint8Array, numbers: Uint32Array, file: string): void {
    const wasm = this.#wasm;
    const log = wasm.placeForLog(bytes.length);
    const rows = wasm.placeForRows(numbers.length / WIDTH);
    const cell = wasm.placeForFile(3 * file.length);
    this.#look();
    this.#memory.set(bytes, log);
    this.#words.set(numbers, rows >> 2);
    wasm.begin(this.#put(file, cell));
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
      wasm.taken();
      if (outcome === LEFT) {
        other(row);
        wasm.skipRow();
      } else if (outcome !== FULL) return;
      first = wasm.rowAt();
    }
  }

  /** Where a member of the record that is written stands in the log, and where it ends: both are 0 where there is none. */
  member(which: number): { readonly start: number; readonly end: number } {
    return { start: this.#wasm.memberStart(which), end: this.#wasm.memberBehind(which) };
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
