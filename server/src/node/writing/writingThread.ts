import { type FieldOrder, parseQuestion } from '../../core';
import type { Extractor } from '../../extract/extractor';
import type { FileStretch } from '../../host/logFiles';
import { type Asked, NO_SERVICE } from '../../places/asked';
import type { KeptRows } from '../scan/keptRows';
import { ReceivedRows, stretchesIn } from '../scan/receivedRows';
import { AnsweringStretches } from './answeringStretches';
import { FileRows } from './fileRows';
import { liveLogOf } from './liveRows';
import type { Piece, WritingOrders } from './messages';

/** A log that a thread has read, of which the rows are to be written. */
export interface LogToWrite {
  /** As questions know it. */
  readonly name: string;
  /** Of its text, where the extractor has read it. */
  readonly extracted: Buffer | undefined;
  readonly text: () => string | undefined;
  /** That it was read with; absent: none. */
  readonly orders?: readonly FieldOrder[] | undefined;
  /** It is read again when all others are read, and written then. */
  readonly isLater?: boolean;
}

/** A log that was not read yet. */
export interface PlainLogToWrite {
  /** As questions know it. */
  readonly name: string;
  /** Of its text. */
  readonly bytes: Buffer;
  readonly asked: Asked;
}

/** What a thread writes of the rows that it reads. */
export class WritingThread {
  readonly #extractor: Extractor | undefined;
  #rows: KeptRows;
  #received = new ReceivedRows();
  readonly #answering: AnsweringStretches | undefined;
  readonly #written: FileRows;

  /** @param full is called when a piece should be taken, in the middle of a file */
  constructor(orders: WritingOrders, extractor: Extractor | undefined, rows: KeptRows, full: () => void) {
    this.#extractor = extractor;
    this.#rows = rows;
    const answering = orders.where === '' ? undefined : new AnsweringStretches(parseQuestion(orders.where).question);
    // What asks the texts of records was asked when they were read.
    this.#answering = answering?.readsRecords === true ? undefined : answering;
    this.#written = new FileRows(orders, extractor, full);
  }

  get isFull(): boolean {
    return this.#written.isFull;
  }

  take(): Piece | undefined {
    return this.#written.take();
  }

  /** Texts have numbers anew from now on; what was written was taken. @param rows where those of files to come are kept */
  forget(rows: KeptRows): void {
    this.#rows = rows;
    this.#received = new ReceivedRows();
    this.#written.forget();
  }

  begin(file: number): void {
    this.#written.beginFile(file);
  }

  /**
   * Reads a log of the file that was begun and writes it as it lies in the extractor, where that is all there is to do: nothing is left out of it,
   * and nothing is to be told of it.
   *
   * @returns false where nothing was written: then it is as if it had not been read
   */
  writePlain({ name, bytes, asked }: PlainLogToWrite): boolean {
    const extractor = this.#extractor;
    if (extractor === undefined || this.#answering !== undefined || !this.#written.writesLive) return false;
    if (asked.window !== undefined || asked.answers !== undefined || asked.service !== NO_SERVICE) return false;
    const log = liveLogOf(name, bytes, extractor);
    const isWritten = log !== undefined && this.#written.writeLive(log);
    extractor.drop();
    return isWritten;
  }

  /** Writes what was read of the file that was begun. */
  write({ name, extracted, text, orders, isLater }: LogToWrite): void {
    const told = this.#rows.endFile();
    // Also where no row is told of, there may be texts.
    const chunks = this.#received.take(this.#rows.take());
    if (told.length === 0 || isLater === true) return;
    this.#written.write({
      name,
      bytes: extracted ?? Buffer.alloc(0),
      stretches: this.#answeringOf(name, stretchesIn(chunks, told)),
      extracted: extracted && chunks.extracted,
      isAscii: this.#extractor?.isAscii === true,
      text,
      orders,
    });
  }

  #answeringOf(name: string, stretches: readonly FileStretch[]): readonly FileStretch[] {
    return this.#answering === undefined ? stretches : this.#answering.pick(name, stretches);
  }
}
