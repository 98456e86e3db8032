/** The facade of formats that libraries write: a bundle of its own, loaded for those who ask for one. It holds no logic. */

export { parquetBytes } from './parquet';
export { ParquetFile } from './parquetFile';
export { LONGEST_CELL, type SheetCell, workbookBytes, xlsxBytes } from './xlsx';
