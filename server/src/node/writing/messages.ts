/** What threads that write events say to the one that puts them together. Everything here crosses `postMessage`. */

/**
 * What can be written where the files are read: a table, lines, cells as `cellText` or `sheetCellText` have them, or nothing but what tells
 * events apart.
 */
export type WrittenForm = 'csv' | 'tsv' | 'jsonl' | 'cells' | 'sheet' | 'keys';

/** What a thread is told beside what it reads. */
export interface WritingOrders {
  readonly form: WrittenForm;
  /** A number that nobody who writes logs can know, the same for all threads: see `EventMarks`. */
  readonly seed: number;
  /** What events have to answer, as `printQuestion` writes it; empty: all of them. */
  readonly where: string;
  /** Lines of tables are made in the module of the extractor, as far as they are plain; false: all in TypeScript. */
  readonly isInModule: boolean;
  /** Shared: see `Turns`. */
  readonly turns: Int32Array<SharedArrayBuffer>;
}

/** Of a row: how damaged its record is (0 to 2), and what is told of it. */
export const DAMAGE = 3;
/** Nothing tells it apart, and so it is an event of its own. */
export const ALONE = 4;
/** What stands there was made of what was read. */
export const MADE = 8;
/** It stood on several lines. */
export const LAID_OUT = 16;
/** Its JSON is not as it stands there: see `strictJson`. */
export const MENDED = 64;
/** It could not be read again. */
export const LOST = 32;
/** Another record of WorkMail's own logs may say all that it says, and more: see `SilentRecords`. */
export const MAY_BE_PART = 128;

/** Rows as they are written, of one file or of several that follow each other. */
export interface Piece {
  /** In one memory with all numbers of the rows: see `SharedBytes`. Given back when they are written. */
  readonly bytes: Uint8Array;
  /** Where the bytes of each row end. */
  readonly ends: Uint32Array;
  readonly flags: Uint8Array;
  /** `MARK_WORDS` numbers for each row: see `EventMarks`. */
  readonly marks: Uint32Array;
  /** Of each file that rows are of, its number, and how many. */
  readonly files: readonly (readonly [file: number, rows: number])[];
}
