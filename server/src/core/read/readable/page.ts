import type { EventRecord, Span } from '../../record';
import { viewOf } from '../view';
import type { Layout, Piece } from './pieces';
import { Printer } from './printer';
import type { ReadLog } from './readLog';
import type { TextBetween } from './textBetween';

/** How the log writes what is shown. */
type Writing = Pick<Piece, 'form' | 'columns' | 'uncovered'>;

const AS_WRITTEN: Writing = { form: 'object' };

/** The readable text while it is written. */
export class Page {
  readonly #log: ReadLog;
  readonly #printer = new Printer();
  readonly #pieces: Piece[] = [];
  /** Whether anything was laid out. */
  isLaidOut = false;

  constructor(log: ReadLog) {
    this.#log = log;
  }

  /** Writes a bracket or comma that the log does not have. */
  add(token: string): void {
    this.#printer.print(token, 0, token.length);
  }

  between(between: TextBetween | undefined): void {
    if (between === undefined || between.start === between.end) return;
    if (between.isDamaged) this.verbatim(between, -1, true);
    else this.#laidOut(between, -1);
  }

  /** A record as it stands. */
  record(record: EventRecord): void {
    if (record.malformed === 'syntax') this.verbatim(record, record.index, false);
    else this.#laidOut(record, record.index);
  }

  /** The event that stands in a string or cell, as JSON. */
  event(record: EventRecord): void {
    const { malformed, form, columns, mends } = record;
    // Only what lies over a log is taken off; what is damaged is shown as it stands.
    const uncovered = this.#log.outline.isLayered === true ? mends : [];
    const { source } = viewOf(this.#log.text, { ...record, mends: uncovered });
    const isLaidOut = malformed !== 'syntax' || uncovered.length > 0;
    const viewStart = isLaidOut ? this.#printer.print(source, 0, source.length) : this.#printer.verbatim(source, false);
    const writing = { form, ...(columns && { columns }), ...(uncovered.length > 0 && { uncovered }) };
    this.#take(record, viewStart, record.index, isLaidOut, writing);
  }

  /** @param isSurrounding see `Printer.verbatim` */
  verbatim({ start, end }: Span, record: number, isSurrounding: boolean): void {
    const viewStart = this.#printer.verbatim(this.#log.text.slice(start, end), isSurrounding);
    this.#take({ start, end }, viewStart, record, false, AS_WRITTEN);
  }

  /** @param end what follows the last token */
  finish(end: string): Layout {
    return { text: this.#printer.finish() + end, pieces: this.#pieces };
  }

  #laidOut({ start, end }: Span, record: number): void {
    const viewStart = this.#printer.print(this.#log.text, start, end);
    this.#take({ start, end }, viewStart, record, true, AS_WRITTEN);
  }

  #take(
    { start, end }: Span,
    viewStart: number,
    record: number,
    isLaidOut: boolean,
    { form, columns, uncovered }: Writing,
  ): void {
    this.isLaidOut ||= isLaidOut;
    this.#pieces.push({
      viewStart,
      viewEnd: this.#printer.length,
      start,
      end,
      record,
      isLaidOut,
      form,
      ...(columns && { columns }),
      ...(uncovered && { uncovered }),
    });
  }
}
