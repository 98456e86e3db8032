import type { Span } from '../../record';

/** Rows and cells of a CSV text, in offsets of that text. */
export interface CsvRow extends Span {
  readonly cells: readonly CsvCell[];
  /** A cell begins with a quote that is not closed where it should be. */
  readonly openQuote: number | undefined;
}

/** The cell with its quotes, and its content without them. */
export interface CsvCell extends Span {
  readonly content: Span;
  readonly isQuoted: boolean;
  readonly isBetweenBars?: true;
}
