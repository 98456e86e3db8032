import type { ExportedEvents } from '../core/index';

/** Tables in formats that libraries write, which are loaded when somebody asks. A host whose bundles have to be small has none. */
export interface BinaryTables {
  /**
   * @param cut is called for each cell that is cut, with the name of its column
   * @param mended is called for each event whose JSON is not as it stands in the log: see `strictJson`
   * @returns the file in base64
   */
  write(
    format: 'parquet' | 'xlsx',
    events: ExportedEvents,
    cut: (column: string) => void,
    mended: () => void,
  ): Promise<string>;
  /** The most characters that a cell of a workbook takes, in UTF-16 units. */
  readonly longestCell: number;
}
