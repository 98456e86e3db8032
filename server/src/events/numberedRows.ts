import { type EventInLog, isoSecond } from '../core/index';
import type { EventLog, Piece } from '../documents/eventLog';
import { lastUpTo } from '../documents/lastUpTo';

/** A piece of a log, and what is true of it among all that are looked at together. */
export interface NumberedPiece {
  readonly piece: Piece;
  readonly log: number;
  /** The number of its first row. */
  readonly first: number;
}

/** The rows of some logs, numbered through: by log, then by their order there. */
export class NumberedRows {
  readonly logs: readonly EventLog[];
  readonly pieces: readonly NumberedPiece[];
  readonly count: number;
  readonly #firstLog: number;
  readonly #events = new Map<number, EventInLog>();

  /** @param firstLog position of the first log */
  constructor(logs: readonly EventLog[], firstLog: number) {
    const pieces: NumberedPiece[] = [];
    let count = 0;
    for (const [at, log] of logs.entries()) {
      for (const piece of log.pieces) {
        pieces.push({ piece, log: firstLog + at, first: count });
        count += piece.to - piece.from;
      }
    }
    this.logs = logs;
    this.pieces = pieces;
    this.count = count;
    this.#firstLog = firstLog;
  }

  /** The piece that a row is in, and its position there. */
  slot(number: number): { readonly numbered: NumberedPiece; readonly row: number } {
    const numbered = this.pieces[lastUpTo(this.pieces, ({ first }) => first <= number)];
    if (numbered === undefined) throw new Error('A row that no log has.');
    return { numbered, row: numbered.piece.from + number - numbered.first };
  }

  /** The log that a piece is of. */
  logOf({ log }: NumberedPiece): EventLog {
    const found = this.logs[log - this.#firstLog];
    if (found === undefined) throw new Error('A piece of no log.');
    return found;
  }

  /** The same object for a row each time. */
  event(number: number): EventInLog {
    const known = this.#events.get(number);
    if (known !== undefined) return known;
    const { numbered, row } = this.slot(number);
    const event = { log: numbered.log, facts: numbered.piece.facts(row) };
    this.#events.set(number, event);
    return event;
  }

  /** The eventTime of a row as lists have it; of a row whose time can be read, without looking at the record. */
  timeText(number: number): string {
    const { numbered, row } = this.slot(number);
    const { rows } = numbered.piece;
    return rows.writtenTime(row) ?? isoSecond(rows.time(row));
  }

  /** The number of a record of a log; undefined where it has no row. */
  numberOf(log: number, index: number): number | undefined {
    const isUpTo = (each: NumberedPiece): boolean => each.log < log || (each.log === log && each.piece.index <= index);
    const found = this.pieces[lastUpTo(this.pieces, isUpTo)];
    if (found === undefined || found.log !== log) return undefined;
    const { from, to, index: start } = found.piece;
    return index - start < to - from ? found.first + index - start : undefined;
  }

  /** Rows of events that teach something about ids. */
  teaching(): Generator<number> {
    return this.#numbersOf(({ teaching }) => teaching);
  }

  /** Rows that tell how a VPC endpoint saw a call of WorkMail. */
  network(): Generator<number> {
    return this.#numbersOf(({ network }) => network);
  }

  *#numbersOf(indexesOf: (log: EventLog) => Iterable<number>): Generator<number> {
    for (const [at, log] of this.logs.entries()) {
      for (const index of indexesOf(log)) {
        const number = this.numberOf(this.#firstLog + at, index);
        if (number !== undefined) yield number;
      }
    }
  }
}
