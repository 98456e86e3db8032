/**
 * Rows of all records of a CloudTrail log, from the bytes of its text and without an object of any of them: what the host calls.
 * An instance is the state of one reader: its tables of texts go on from log to log, and all variables of these files are its own.
 */
import { addOtherKey, finishFields, prepareFields } from './fields';
import { setSecrets } from './hash';
import { forgetIdentities } from './identities';
import { beginLog, isListWrapped, readBytes, roomForBytes, wantedBytes } from './log';
import { placesTexts, placeTexts } from './placed';
import { BLOCK_ROWS, blockOfRows, emptyRows, rowCount, STRIDE } from './rows';
import { isAllAscii } from './structure';
import { forgetTexts, prepareTables, tableOf } from './tables';
import { firstTallied, lastTallied, specialAt, specialTallied, talliedAt, talliedCount } from './tally';
import { leaveActors } from './values';

/** For lines of tables. */
export {
  addLineCell,
  addLinePart,
  arePlain,
  askedPart,
  beginLines,
  forgetCells,
  give,
  giveName,
  linesReady,
  linesTaken,
  outAt,
  outEnds,
  outFlags,
  outLength,
  outLines,
  outMarks,
  placeForCells,
  placeForFile,
  placeForLog,
  placeForName,
  placeOfMessage,
  prepareLines,
  rowAt,
  setRows,
  skipRow,
  writeRows,
} from '../cells/cells';
/** For logs of flat records. */
export { addFlatField } from './flatFields';
export { beginFlat, beginPart, entriesAt, readFlatLines, roomForPart, widthOfEntry } from './flatLines';
export { planOf, tellCall, tellIdentity, tellLog } from './flatPlans';
export {
  addFlatRows,
  beginFlatRows,
  flatColumns,
  flatColumnsAt,
  flatFirst,
  flatLast,
  flatLogs,
  flatRows,
  flatTaken,
  prepareFlatRows,
  stoppedAt,
  tellTime,
} from './flatRows';
/** For a text that comes as UTF-16. */
export { bytesOfUnits, mostUnits, placeOfUnits, takenUnits } from './units';

/** Once, before all else: two numbers made by chance. */
export function prepare(one: u64, two: u64): void {
  setSecrets(one, two);
  prepareFields();
  prepareTables();
}

/** A place for so many bytes that stays. */
export function placeFor(length: u32): usize {
  return heap.alloc(<usize>length + 16);
}

/** A key that no record of CloudTrail has as it writes them, in such a place. */
export function refuseKey(start: usize, length: u32): void {
  addOtherKey(start, length);
}

/** Behind the last such key. */
export function ready(): void {
  finishFields();
}

/** Before the first log: rows need not say who acted, from where and with what. */
export function brief(): void {
  leaveActors();
}

/**
 * Begins with the next log.
 *
 * @param places 1 where its rows are for lines alone: they tell where texts stand, which have no numbers but where those are needed
 */
export function begin(places: u32): void {
  const isPlacing = places !== 0;
  // What is kept of identities tells the one or the other.
  if (isPlacing !== placesTexts()) forgetIdentities();
  placeTexts(isPlacing);
  beginLog();
}

/** How many bytes of it should come next, at most. */
export function wanted(): u32 {
  return wantedBytes();
}

/** Where so many bytes go; 0 where there is no room for them. */
export function roomFor(length: u32): usize {
  return roomForBytes(length);
}

/**
 * Reads them, once they are there.
 *
 * @param isLast 1 where the log ends with them, else 0
 * @returns an `Outcome`
 */
export function read(length: u32, isLast: u32): u32 {
  return readBytes(length, isLast !== 0);
}

/** Whether the log that was read last is ASCII. */
export function isAscii(): u32 {
  return isAllAscii() ? 1 : 0;
}

/** Whether its records stand under `Records`. */
export function isWrapped(): u32 {
  return isListWrapped() ? 1 : 0;
}

/** Of the log that was read last: how many calls of other services, and where each stands with the number of its rows. */
export function tallied(): u32 {
  return talliedCount();
}

export function tallyAt(): usize {
  return talliedAt();
}

/** The earliest and the latest second; the earliest is greater where there is none. */
export function firstSecond(): u32 {
  return firstTallied();
}

export function lastSecond(): u32 {
  return lastTallied();
}

/** How many rows are of WorkMail or its Message Flow, or were handed over, and where their numbers stand. */
export function special(): u32 {
  return specialTallied();
}

export function specialRows(): usize {
  return specialAt();
}

/** Rows since they were emptied, those of a block, the bytes from column to column in one, and where each block is. */
export function rows(): u32 {
  return rowCount();
}

export function rowsOfBlock(): u32 {
  return BLOCK_ROWS;
}

export function stride(): u32 {
  return <u32>STRIDE;
}

export function blockAt(index: u32): usize {
  return blockOfRows(index);
}

const ROOM_FOR_TEXT: u32 = 1024;
let textRoom: usize = 0;

/** Where the host puts a text of so many bytes before it asks for its number. */
export function roomForText(length: u32): usize {
  if (length > ROOM_FOR_TEXT) return placeFor(length);
  if (textRoom === 0) textRoom = placeFor(ROOM_FOR_TEXT);
  return textRoom;
}

/** The number of a text that the host has put at a place; it is not empty. */
export function numberOfText(start: usize, length: u32): u32 {
  return tableOf(0).numberOf(start, length, false);
}

/** Of texts (0), calls (1) and identities (2): how many there are, how many were given before, their bytes, where each ends. */
export function count(table: u32): u32 {
  return tableOf(table).count;
}

export function given(table: u32): u32 {
  return tableOf(table).givenCount;
}

export function givenBytes(table: u32): u32 {
  return tableOf(table).givenBytes;
}

export function usedBytes(table: u32): u32 {
  return tableOf(table).used;
}

export function bytesAt(table: u32): usize {
  return tableOf(table).bytes;
}

/** Texts have marks, two numbers each, from now on; none has been read yet. */
export function beginMarks(): void {
  tableOf(0).beginMarks();
}

export function marksAt(): usize {
  return tableOf(0).marks;
}

export function endsAt(table: u32): usize {
  return tableOf(table).ends;
}

/** All rows and texts were taken: rows begin anew, and only texts that come from now on are new. */
export function taken(): void {
  emptyRows();
  for (let table: u32 = 0; table < 3; table++) tableOf(table).give();
}

/** Rows begin anew, and nothing was taken. */
export function dropRows(): void {
  emptyRows();
}

/** Once all was taken: texts and tuples begin anew, too, in the memory that they have. */
export function forget(): void {
  forgetTexts();
}
