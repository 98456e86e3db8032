/** What the module of `server/extractor` gives for lines of tables: see `server/cells`. */
export interface CellsExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  rowsOfBlock(): number;
  stride(): number;
  blockAt(index: number): number;
  count(table: number): number;
  bytesAt(table: number): number;
  endsAt(table: number): number;
  prepareLines(separator: number, seed: number): void;
  addLinePart(what: number, which: number): number;
  addLineCell(told: number): number;
  linesReady(tables: number): void;
  forgetCells(): void;
  placeForLog(bytes: number): number;
  placeForFile(bytes: number): number;
  beginLines(fileBytes: number): void;
  arePlain(): number;
  setRows(from: number, to: number, first: number): void;
  writeRows(): number;
  rowAt(): number;
  skipRow(): void;
  askedPart(): number;
  placeForCells(bytes: number): number;
  give(bytes: number, beside: number): void;
  placeForName(): number;
  giveName(): void;
  placeOfMessage(isEnd: number): number;
  outAt(): number;
  outLength(): number;
  outLines(): number;
  outEnds(): number;
  outMarks(): number;
  outFlags(): number;
  linesTaken(): void;
}
