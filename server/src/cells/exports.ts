/** What the module of `server/cells` gives: see there. */
export interface CellsExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(separator: number, seed: number): void;
  add(what: number, which: number): number;
  ready(tables: number): void;
  forget(): void;
  placeForLog(bytes: number): number;
  placeForFile(bytes: number): number;
  placeForRows(count: number): number;
  begin(fileBytes: number): void;
  setRows(from: number, to: number, first: number): void;
  writeRows(): number;
  rowAt(): number;
  skipRow(): void;
  askedPart(): number;
  placeForCells(bytes: number): number;
  give(bytes: number, beside: number): void;
  placeForName(): number;
  giveName(): void;
  memberStart(member: number): number;
  memberBehind(member: number): number;
  outAt(): number;
  outLength(): number;
  outLines(): number;
  outEnds(): number;
  outMarks(): number;
  outFlags(): number;
  taken(): void;
}
