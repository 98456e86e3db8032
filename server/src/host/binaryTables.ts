import type { ExportedEvents } from '../core/index';

/** What writes tables in formats of libraries. */
export interface TableWriters {
  /** @param cut is called for each cell that is cut, with the name of its column */
  xlsxBytes(events: ExportedEvents, cut: (column: string) => void): AsyncIterable<Uint8Array>;
  /** @param mended is called for each event whose JSON is not as it stands in the log: see `strictJson` */
  parquetBytes(events: ExportedEvents, mended: () => void): AsyncIterable<Uint8Array>;
  /** The most characters that a cell of a workbook takes, in UTF-16 units. */
  readonly longestCell: number;
}

/** Loads it, for the first who asks. Undefined where it can't be had. */
export type BinaryTables = () => TableWriters | undefined;
