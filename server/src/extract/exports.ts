/** What the module of `server/extractor` gives: see there. */
export interface ExtractorExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(one: bigint, two: bigint): void;
  placeFor(length: number): number;
  refuseKey(start: number, length: number): void;
  ready(): void;
  brief(): void;
  begin(): void;
  mostUnits(): number;
  placeOfUnits(): number;
  bytesOfUnits(count: number, into: number, room: number): number;
  takenUnits(): number;
  wanted(): number;
  roomFor(length: number): number;
  read(length: number, isLast: number): number;
  isAscii(): number;
  isWrapped(): number;
  tallied(): number;
  tallyAt(): number;
  firstSecond(): number;
  lastSecond(): number;
  special(): number;
  specialRows(): number;
  rows(): number;
  rowsOfBlock(): number;
  stride(): number;
  blockAt(index: number): number;
  count(table: number): number;
  given(table: number): number;
  givenBytes(table: number): number;
  usedBytes(table: number): number;
  bytesAt(table: number): number;
  endsAt(table: number): number;
  taken(): void;
}
