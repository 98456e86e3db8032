import { Doubled } from '../../cells/doubled';
import { eventLines } from '../../core/export/delimited';
import { type ExportedEvent, tableColumns } from '../../core/export/exportedEvent';
import { jsonLine } from '../../core/export/jsonLines';
import { oneLine } from '../../core/export/oneLine';
import { columns } from '../../core/store/columns';
import { damageOf, EventKeys } from '../../core/store/eventKey';
import type { RowChunk } from '../../core/store/rowChunk';
import { EVENT_ID_IS_TEXT } from '../../core/store/rowState';
import { StoredRow } from '../../core/store/storedRow';
import type { FileStretch } from '../../host/logFiles';
import { type TextAgain, textsAgain } from '../scan/textsAgain';
import { Utf8Walk } from '../scan/utf8Walk';
import { cellTexts } from './cellText';
import { ALONE, LAID_OUT, LOST, MADE, type Piece, type WritingOrders } from './messages';
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
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Writes the rows of one file after the other, in one form. */
export class FileRows {
  readonly #orders: WritingOrders;
  readonly #keys: EventKeys;
  readonly #pieces: PieceMaker;
  readonly #doubled: Doubled | undefined;
  readonly #plainLines: PlainLines | PlainCells | undefined;
  readonly #lineOf: (event: ExportedEvent) => string;

  /** @param full is called when a piece should be taken, in the middle of a file */
  constructor(orders: WritingOrders, full: () => void) {
    this.#orders = orders;
    this.#keys = new EventKeys(orders.seed);
    this.#pieces = new PieceMaker(this.#keys.texts, full);
    this.#doubled = orders.cells && Doubled.of(orders.cells);
    const { form } = orders;
    const separator = form === 'tsv' ? '\t' : ',';
    const line = eventLines(tableColumns(), separator);
    this.#lineOf =
      form === 'cells'
        ? cellTexts(tableColumns())
        : form === 'jsonl'
          ? (event) => `${jsonLine(event)}\n`
          : (event) => `${line(event)}\r\n`;
    if (this.#doubled !== undefined && (form === 'csv' || form === 'tsv'))
      this.#plainLines = new PlainLines(tableColumns(), separator, this.#pieces, this.#doubled);
    if (this.#doubled !== undefined && form === 'cells')
      this.#plainLines = new PlainCells(tableColumns(), this.#pieces, this.#doubled);
  }

  get isFull(): boolean {
    return this.#pieces.isFull;
  }

  take(): Piece | undefined {
    return this.#pieces.take();
  }

  beginFile(file: number): void {
    this.#pieces.beginFile(file);
  }

  /** Writes rows of the file that was begun. */
  write({ name, bytes, stretches, extracted, isAscii, text }: ReadLog): void {
    const { form } = this.#orders;
    const mayHaveBreaks = form === 'jsonl' && hasBreak(bytes);
    if (extracted !== undefined && this.#plainLines !== undefined) this.#doubled?.begin(bytes);
    const others = new OtherTexts(stretches, (chunk, row) => chunk === extracted && isPlain(chunk, row), text);
    const pieces = this.#pieces;
    const walk = isAscii || extracted === undefined ? undefined : new Utf8Walk(bytes);
    for (const { chunk, from, to, index } of stretches) {
      for (let row = from; row < to; row++) {
        const damage = damageOf(chunk, row);
        const flags = this.#keys.read(chunk, row, pieces.key) ? damage : damage | ALONE;
        if (form === 'keys') {
          pieces.endRow(flags);
          continue;
        }
        const stored = new StoredRow(chunk, row, { index: index + row - from, file: name, base: 0 });
        let start = chunk.start(row);
        let end = chunk.end(row);
        let isAtHand = chunk === extracted && isPlain(chunk, row);
        if (isAtHand && walk !== undefined) {
          const span = walk.span(start, end);
          isAtHand = span !== undefined;
          if (span !== undefined) ({ from: start, to: end } = span);
        }
        if (isAtHand && mayHaveBreaks) isAtHand = !hasBreak(bytes.subarray(start, end));
        if (isAtHand && form === 'jsonl') {
          this.#copyLine(bytes, start, end);
          pieces.endRow(flags);
        } else if (isAtHand && this.#doubled?.take(start, end - start) === true && this.#plainLines !== undefined) {
          this.#plainLines.write({ chunk, row, stored, index: index + row - from, bytes, start, end });
          // A table says the same of white space in it as of none.
          pieces.endRow(flags);
        } else pieces.endRow(flags | this.#writeOther(stored, others.of(chunk, row)));
      }
    }
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
    return (again.isMade ? MADE : 0) | (json === again.json ? 0 : LAID_OUT);
  }
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
  #text: string | undefined;
  #found: Map<RowChunk, Map<number, TextAgain | undefined>> | undefined;

  constructor(
    stretches: readonly FileStretch[],
    isPlain: (chunk: RowChunk, row: number) => boolean,
    text: () => string | undefined,
  ) {
    this.#stretches = stretches;
    this.#isPlain = isPlain;
    this.#textOf = text;
  }

  of(chunk: RowChunk, row: number): TextAgain | undefined {
    this.#found ??= this.#find();
    const known = this.#found.get(chunk);
    if (known?.has(row) === true) return known.get(row);
    return this.#text === undefined
      ? undefined
      : textsAgain(this.#text, [{ chunk, row, index: this.#indexOf(chunk, row) }])[0];
  }

  #find(): Map<RowChunk, Map<number, TextAgain | undefined>> {
    const text = this.#textOf();
    this.#text = text;
    const rows = this.#stretches.flatMap(({ chunk, from, to, index }) =>
      Array.from({ length: to - from }, (_, at) => ({ chunk, row: from + at, index: index + at })).filter(
        (each) => !this.#isPlain(chunk, each.row),
      ),
    );
    const texts = text === undefined ? [] : textsAgain(text, rows);
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
