import type { EventRecord, Form } from '../../record';

/** A stretch of the readable text that shows a stretch of the log. */
export interface Piece {
  readonly viewStart: number;
  readonly viewEnd: number;
  readonly start: number;
  readonly end: number;
  /** Index of the record; -1 for what stands around and between records. */
  readonly record: number;
  /** White space outside strings may differ; otherwise the two are equal, character for character. */
  readonly isLaidOut: boolean;
  /** How the log writes what is shown: `object` where it is shown as it is written. */
  readonly form: Form;
  /** See `EventRecord`. */
  readonly columns?: EventRecord['columns'];
  /** Of a log over which something lies: what takes that off the record. */
  readonly uncovered?: EventRecord['mends'];
}

/** A log as readable text, and where everything lies in both. */
export interface Layout {
  readonly text: string;
  /** In the order of the readable text. What is in none of them was added: the brackets and commas of a list. */
  readonly pieces: readonly Piece[];
}
