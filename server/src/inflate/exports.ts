/** What the module of `server/inflater` gives: see there. */
export interface InflaterExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(): void;
  forget(): void;
  begin(): void;
  pieceSize(): number;
  place(): number;
  read(length: number, isLast: number): number;
  goOn(): number;
  output(): number;
  outputLength(): number;
  keep(): number;
  checksum(): number;
  used(): number;
}
