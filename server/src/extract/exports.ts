import type { CellsExports } from '../cells/exports';

/** What the module of `server/extractor` gives: see there. */
export interface ExtractorExports extends CellsExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(one: bigint, two: bigint): void;
  placeFor(length: number): number;
  refuseKey(start: number, length: number): void;
  ready(): void;
  brief(): void;
  begin(places: number): void;
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
  beginMarks(): void;
  marksAt(): number;
  taken(): void;
  dropRows(): void;
  forget(): void;
  addFlatField(name: number, length: number, how: number): number;
  beginFlat(): void;
  roomForPart(length: number): number;
  beginPart(): void;
  readFlatLines(): number;
  widthOfEntry(): number;
  entriesAt(): number;
  planOf(log: number): number;
  prepareFlatRows(most: number, organization: number, act: number): void;
  beginFlatRows(from: number, to: number): void;
  addFlatRows(from: number, end: number, keeps: number): number;
  stoppedAt(): number;
  tellLog(low: number, high: number, organization: number, act: number, log: number): void;
  tellCall(
    log: number,
    organization: number,
    act: number,
    truth: number,
    call: number,
    state: number,
    id: number,
  ): void;
  tellIdentity(log: number, organization: number, name: number, identity: number): void;
  tellTime(entry: number, time: number): void;
  flatRows(): number;
  flatColumns(): number;
  flatColumnsAt(): number;
  flatLogs(): number;
  flatFirst(): number;
  flatLast(): number;
  flatTaken(): void;
  roomForText(length: number): number;
  numberOfText(start: number, length: number): number;
}
