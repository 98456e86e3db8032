import type { FieldOrder } from '../../core';
import { isStrictJson } from '../../core/explain/escape';
import { eventLines } from '../../core/export/delimited';
import { type ExportedEvent, tableColumns } from '../../core/export/exportedEvent';
import { jsonLine } from '../../core/export/jsonLines';
import { oneLine } from '../../core/export/oneLine';
import { columns } from '../../core/store/columns';
import { damageOf } from '../../core/store/eventKey';
import { EventMarks } from '../../core/store/eventMarks';
import { mayBePart } from '../../core/store/own/toldInPart';
import type { RowChunk } from '../../core/store/rowChunk';
import { EVENT_ID_IS_TEXT } from '../../core/store/rowState';
import { StoredRow } from '../../core/store/storedRow';
import type { Extractor } from '../../extract/extractor';
import type { FileStretch } from '../../host/logFiles';
import { type TextAgain, textsAgain } from '../scan/textsAgain';
import { Utf8Walk } from '../scan/utf8Walk';
import { cellText, cellTexts, sheetCellText } from './cellText';
import { type LiveLog, LiveRows } from './liveRows';
import { ALONE, LAID_OUT, LOST, MADE, MAY_BE_PART, MENDED, type Piece, type WritingOrders } from './messages';
import { PieceMaker } from './pieceMaker';
import { PlainCells } from './plainCells';
import { PlainLines } from './plainLines';

/** A log whose rows are written. */
export interface ReadLog {
  readonly name: string;
  /** Of its text. */
  readonly bytes: Buffer;
  readonly stretches: readonly FileStretch[];
  /** The rows that the extractor has read: undefined where it has read none. */
  readonly extracted: RowChunk | undefined;
  /** Places in the text are places in its bytes. */
  readonly isAscii: boolean;
  /** Its text; undefined where there is none. */
  readonly text: () => string | undefined;
  /** That it was read with; absent: none. */
  readonly orders?: readonly FieldOrder[] | undefined;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Writes the rows of one file after the other, in one form. */
export class FileRows {
  readonly #orders: WritingOrders;
  #marks: EventMarks;
  readonly #pieces: PieceMaker;
  readonly #plainLines: PlainLines | undefined;
  readonly #plainCells: PlainCells | undefined;
  readonly #live: LiveRows | undefined;
  readonly #lineOf: (event: ExportedEvent) => string;

  /**
   * @param extractor whose rows are written; undefined where there is none
   * @param full is called when a piece should be taken, in the middle of a file
   */
  constructor(orders: WritingOrders, extractor: Extractor | undefined, full: () => void) {
    this.#orders = orders;
    this.#marks = new EventMarks(orders.seed);
    this.#pieces = new PieceMaker(full);
    const { form } = orders;
    const separator = form === 'tsv' ? '\t' : ',';
    const line = eventLines(tableColumns(), separator);
    const textOf = form === 'cells' ? cellText : form === 'sheet' ? sheetCellText : undefined;
    this.#lineOf =
      textOf !== undefined
        ? cellTexts(tableColumns(), textOf)
        : form === 'jsonl'
          ? (event) => `${jsonLine(event)}\n`
          : (event) => `${line(event)}\r\n`;
    if (textOf !== undefined) this.#plainCells = new PlainCells(tableColumns(), this.#pieces, textOf);
    if (extractor !== undefined && orders.isInModule && (form === 'csv' || form === 'tsv'))
      this.#plainLines = PlainLines.of(extractor, tableColumns(), separator, orders.seed);
    this.#live = this.#plainLines && extractor && new LiveRows(extractor);
  }

  get isFull(): boolean {
    return this.#pieces.isFull;
  }

  take(): Piece | undefined {
    return this.#pieces.take();
  }

  /** What was written was taken, and texts of rows have numbers anew from now on. */
  forget(): void {
    this.#marks = new EventMarks(this.#orders.seed);
    this.#plainLines?.forget();
    this.#live?.forget();
  }

  beginFile(file: number): void {
    this.#pieces.beginFile(file);
  }

  /** Whether there are logs of which nothing has to be taken out of the extractor. */
  get writesLive(): boolean {
    return this.#live !== undefined;
  }

  /**
   * Writes all rows of a log of the file that was begun, which lie in the extractor, where nothing has to be taken out of it for that.
   *
   * @returns false where nothing was written
   */
  writeLive(log: LiveLog): boolean {
    const [lines, live, marks] = [this.#plainLines, this.#live, this.#marks];
    if (lines === undefined || live?.begin(log) !== true) return false;
    const { name, bytes, rows } = log;
    const write = lines.begin(
      {
        name,
        bytes,
        spans: undefined,
        chunkOf: (row) => [live.chunk(row), 0],
        rowOf: (row, index) => live.row(row, index),
      },
      {
        take: (written) => this.#pieces.putRows(written),
        name: (row) => marks.ofName(live.chunk(row), 0),
        other: () => undefined,
      },
    );
    if (!lines.arePlain) return false;
    write(0, rows, 0);
    return true;
  }

  /** Writes rows of the file that was begun. */
  write(log: ReadLog): void {
    const { form } = this.#orders;
    const { stretches, extracted } = log;
    if (form === 'keys') {
      for (const { chunk, from, to } of stretches)
        for (let row = from; row < to; row++) this.#pieces.endRow(this.#flagsOf(chunk, row));
      return;
    }
    const others = new OtherTexts(log, (chunk, row) => chunk === extracted && isPlain(chunk, row));
    const writeOther = (chunk: RowChunk, row: number, index: number): void => {
      const flags = this.#flagsOf(chunk, row);
      const stored = new StoredRow(chunk, row, { index, file: log.name, base: 0 });
      this.#pieces.endRow(flags | this.#writeOther(stored, others.of(chunk, row)));
    };
    const writePlain = this.#plainWriter(log, writeOther);
    for (const { chunk, from, to, index } of stretches) {
      if (chunk === extracted && writePlain !== undefined) writePlain(from, to, index);
      else for (let row = from; row < to; row++) writeOther(chunk, row, index + row - from);
    }
  }

  /** What writes rows that the extractor has read. */
  #plainWriter(
    { name, bytes, stretches, extracted: chunk, isAscii }: ReadLog,
    writeOther: (chunk: RowChunk, row: number, index: number) => void,
  ): ((from: number, to: number, index: number) => void) | undefined {
    if (chunk === undefined) return undefined;
    const walk = isAscii ? undefined : new Utf8Walk(bytes);
    const plainCells = this.#plainCells;
    if (this.#orders.form === 'jsonl' || plainCells !== undefined) {
      const mayHaveBreaks = hasBreak(bytes);
      return (from, to, index) => {
        for (let row = from; row < to; row++) {
          const [start, end] = [chunk.start(row), chunk.end(row)];
          const span = !isPlain(chunk, row)
            ? undefined
            : walk === undefined
              ? { from: start, to: end }
              : walk.span(start, end);
          if (span === undefined || (mayHaveBreaks && hasBreak(bytes.subarray(span.from, span.to)))) {
            writeOther(chunk, row, index + row - from);
            continue;
          }
          let flags = this.#flagsOf(chunk, row);
          if (plainCells === undefined) this.#copyLine(bytes, span.from, span.to);
          else {
            const stored = new StoredRow(chunk, row, { index: index + row - from, file: name, base: 0 });
            flags |= plainCells.write({ chunk, row, stored, bytes, start: span.from, end: span.to });
          }
          this.#pieces.endRow(flags);
        }
      };
    }
    const indexes = new Map(stretches.map((each) => [each, each.index - each.from]));
    const spans = walk === undefined || this.#plainLines === undefined ? undefined : inBytes(chunk, stretches, walk);
    return this.#plainLines?.begin(
      {
        name,
        bytes,
        spans,
        chunkOf: (row) => [chunk, row],
        rowOf: (row, index) => new StoredRow(chunk, row, { index, file: name, base: 0 }),
      },
      {
        // A table says the same of white space in it as of none.
        take: (lines) => this.#pieces.putRows(lines),
        name: (row) => this.#marks.ofName(chunk, row),
        other: (row) => {
          for (const [stretch, before] of indexes)
            if (stretch.chunk === chunk && stretch.from <= row && row < stretch.to)
              writeOther(chunk, row, before + row);
        },
      },
    );
  }

  #flagsOf(chunk: RowChunk, row: number): number {
    const damage = damageOf(chunk, row);
    const part = chunk.own.count > 0 && mayBePart(chunk, row) ? MAY_BE_PART : 0;
    const { mark } = this.#pieces;
    const isTold = this.#marks.read(chunk, row, mark);
    if (!isTold) mark.fill(0);
    return damage | part | (isTold ? 0 : ALONE);
  }

  #copyLine(bytes: Buffer, start: number, end: number): void {
    const pieces = this.#pieces;
    pieces.makeRoom(end - start + 1);
    bytes.copy(pieces.bytes, pieces.at, start, end);
    pieces.at += end - start;
    pieces.bytes[pieces.at++] = LINE_FEED;
  }

  #writeOther(row: StoredRow, again: TextAgain | undefined): number {
    if (again === undefined) return LOST;
    const json = oneLine(again.json);
    this.#pieces.put(this.#lineOf({ row, json }));
    const mended = this.#orders.form === 'cells' && !isStrictJson(json) ? MENDED : 0;
    return mended | (again.isMade ? MADE : 0) | (json === again.json ? 0 : LAID_OUT);
  }
}

/** Where the records of a chunk stand among bytes, two numbers each. Those that stand nowhere are of no length. */
function inBytes(chunk: RowChunk, stretches: readonly FileStretch[], walk: Utf8Walk): Uint32Array {
  const spans = new Uint32Array(2 * chunk.count);
  for (const { chunk: of, from, to } of stretches) {
    for (let row = from; of === chunk && row < to; row++) {
      const span = walk.span(chunk.start(row), chunk.end(row));
      if (span !== undefined) spans.set([span.from, span.to - span.from], 2 * row);
    }
  }
  return spans;
}

function hasBreak(bytes: Buffer): boolean {
  return bytes.includes(LINE_FEED) || bytes.includes(RETURN);
}

/** Whether a record that the extractor has read stands in its log as JSON, with its id as it is told. */
function isPlain(chunk: RowChunk, row: number): boolean {
  return damageOf(chunk, row) < 2 && (chunk.number(row, columns.state) & EVENT_ID_IS_TEXT) === 0;
}

/** Texts of the records of a log that are not taken from its bytes: those that are known to be so are read together. */
class OtherTexts {
  readonly #stretches: readonly FileStretch[];
  readonly #isPlain: (chunk: RowChunk, row: number) => boolean;
  readonly #textOf: () => string | undefined;
  readonly #orders: ReadLog['orders'];
  #text: string | undefined;
  #found: Map<RowChunk, Map<number, TextAgain | undefined>> | undefined;

  constructor({ stretches, text, orders }: ReadLog, isPlain: (chunk: RowChunk, row: number) => boolean) {
    this.#stretches = stretches;
    this.#isPlain = isPlain;
    this.#textOf = text;
    this.#orders = orders;
  }

  of(chunk: RowChunk, row: number): TextAgain | undefined {
    this.#found ??= this.#find();
    const known = this.#found.get(chunk);
    if (known?.has(row) === true) return known.get(row);
    return this.#text === undefined
      ? undefined
      : textsAgain(this.#text, [{ chunk, row, index: this.#indexOf(chunk, row) }], this.#orders)[0];
  }

  #find(): Map<RowChunk, Map<number, TextAgain | undefined>> {
    const text = this.#textOf();
    this.#text = text;
    const rows = this.#stretches.flatMap(({ chunk, from, to, index }) =>
      Array.from({ length: to - from }, (_, at) => ({ chunk, row: from + at, index: index + at })).filter(
        (each) => !this.#isPlain(chunk, each.row),
      ),
    );
    const texts = text === undefined ? [] : textsAgain(text, rows, this.#orders);
    const found = new Map<RowChunk, Map<number, TextAgain | undefined>>();
    for (const [at, { chunk, row }] of rows.entries()) {
      const known = found.get(chunk) ?? new Map<number, TextAgain | undefined>();
      known.set(row, texts[at]);
      found.set(chunk, known);
    }
    return found;
  }

  #indexOf(chunk: RowChunk, row: number): number {
    const stretch = this.#stretches.find((each) => each.chunk === chunk && each.from <= row && row < each.to);
    return stretch === undefined ? 0 : stretch.index + row - stretch.from;
  }
}
