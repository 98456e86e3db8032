/** Lines of rows, part by part. What is not known yet is asked of the host, and then gone on with. */
import { Actor } from '../extractor/actors';
import { placesTexts, Told } from '../extractor/placed';
import { beginsPlain } from '../extractor/plainTexts';
import { texts } from '../extractor/tables';
import { BACKSLASH, holdsBackslash, QUOTE } from './bytes';
import {
  areAllPlain,
  Column,
  isOfOther,
  isOtherForm,
  isPlain,
  lookAt,
  numberIn,
  placeIn,
  REQUEST_ID_IS_SHORT,
  REQUEST_ID_IS_TEXT,
  SAID,
} from './columns';
import { isKnown, keep, keepWord, knownAt, knownLength, knownPlace } from './known';
import { MARK, markEvent } from './marks';
import {
  endLine,
  isFull,
  leaveLine,
  markPlace,
  put,
  putByte,
  putDoubled,
  putFlags,
  putNumber,
  putQuoted,
  putTime,
  putUnescaped,
  putUuid,
} from './out';
import { cellAt, cellsFrom, cellsTo, Part, partAt, partCount, whichOfPart } from './parts';

/** What a run ended with. */
export namespace Outcome {
  /** All rows are written. */
  export const DONE: u32 = 0;
  /** The lines should be taken. */
  export const FULL: u32 = 1;
  /** A part is asked for: see `askedPart`. */
  export const ASKS: u32 = 2;
  /** The record of the row is left to the host: the lines are to be taken, and the row skipped. */
  export const LEFT: u32 = 3;
}

/** What became of a part. */
namespace Written {
  export const WHOLE: u32 = 0;
  export const ASKS: u32 = 1;
  export const NOT: u32 = 2;
}

/** Stands for the length of cells that are kept elsewhere, with bits that say by what. */
const BESIDE: u32 = 1 << 31;
const ASKS_CALL: u32 = 1;
const ASKS_PRINCIPAL: u32 = 2;

let separator: u32 = 0;
let log: usize = 0;
let record: usize = 0;
let fileCell: usize = 0;
let fileLength: usize = 0;
let row: u32 = 0;
let end: u32 = 0;
let index: u32 = 0;
let isBegun: bool = false;
let part: u32 = 0;
let state: u32 = 0;
/** Where cells that are asked for are kept, and by which numbers; nowhere: 0. */
let place: usize = 0;
let one: u32 = 0;
let two: u32 = 0;
let three: u32 = 0;
/** `"root (` */
const owner: usize = memory.data<u8>([0x22, 0x72, 0x6f, 0x6f, 0x74, 0x20, 0x28, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
const OWNER: usize = 7;
/** From the column of a text to what is told of its place. */
const TEXTS: u32 = <u32>Told.PRINCIPAL - Column.PRINCIPAL;
/** Whether rows tell where their texts stand. */
let arePlaced: bool = false;
/** A short id. */
const short: usize = memory.data(16, 16);

export function setSeparator(byte: u32): void {
  separator = byte;
}

/** The log that rows are of, and the cell that names it. */
export function setLog(start: usize, cell: usize, length: usize): void {
  log = start;
  fileCell = cell;
  fileLength = length;
  arePlaced = placesTexts();
}

/** Whether all rows of the log can be written here, but for cells that are asked for. */
export function isPlainLog(): bool {
  return areAllPlain(log);
}

/** Rows that are to be written. @param first position of the first of them in the log */
export function setRows(from: u32, to: u32, first: u32): void {
  row = from;
  end = to;
  index = first;
  isBegun = false;
}

/** The row that is written, or left. */
export function rowAt(): u32 {
  return row;
}

/** The part that is asked for. */
export function askedPart(): u32 {
  return part;
}

export function skipRow(): void {
  row++;
  index++;
}

/** @returns an `Outcome` */
export function writeRows(): u32 {
  const parts = partCount();
  while (row < end) {
    if (!isBegun) {
      if (isFull()) return Outcome.FULL;
      lookAt(row);
      state = numberIn(Column.STATE);
      if (!isPlain(state) || numberIn(Column.LENGTH) === 0) return Outcome.LEFT;
      record = log + <usize>numberIn(Column.START);
      isBegun = true;
      part = 0;
    }
    for (; part < parts; part++) {
      const written = writePart();
      if (written === Written.ASKS) return Outcome.ASKS;
      if (written === Written.NOT) {
        leaveLine();
        isBegun = false;
        return Outcome.LEFT;
      }
    }
    endLine();
    isBegun = false;
    skipRow();
  }
  return Outcome.DONE;
}

/**
 * What was asked for: cells with all that parts them from the next.
 *
 * @param beside what tells them apart beside the identity of the row: bits of `ASKS_CALL` and `ASKS_PRINCIPAL`
 */
export function answer(cells: usize, length: u32, beside: u32): void {
  put(cells, length);
  if (place !== 0) {
    if (beside !== 0 && (two | three) === 0) {
      keepWord(place, one, BESIDE | beside);
      lookBeside(beside);
    }
    keep(place, cells, length, one, two, three);
  }
  part++;
}

function writePart(): u32 {
  const what = partAt(part);
  place = 0;
  if (what === Part.WHOLE) return putJson(record, <usize>numberIn(Column.LENGTH));
  if (what === Part.MEMBER_JSON) return putMember(whichOfPart(part));
  return isWritten(what) ? Written.WHOLE : Written.ASKS;
}

/** @returns false where the host has to be asked */
function isWritten(what: u32): bool {
  if (what === Part.IDENTITY && arePlaced && numberIn(Column.IDENTITY) >= Actor.ROOT) return putActor();
  if (what <= Part.IDENTITY) return putKnown(what);
  if (what === Part.TEXT) return putText(whichOfPart(part));
  if (what === Part.TIME) putTime(numberIn(Column.TIME), separator);
  else if (what === Part.EVENT_ID) putId(Column.EVENT_ID);
  else if (what === Part.REQUEST_ID) return putRequest();
  else if (what === Part.TARGETS) {
    if (!isOfOther(state)) return false;
    putByte(separator);
  } else if (what === Part.FILE) put(fileCell, fileLength);
  else if (what === Part.INDEX) putNumber(index, separator);
  else if (what === Part.MEMBER_TEXT) return putMemberText(whichOfPart(part));
  else if (what === Part.MARK) return putMark();
  else return false;
  return true;
}

function putKnown(what: u32): bool {
  one = numberIn(what === Part.CALL ? Column.CALL : Column.IDENTITY);
  two = what === Part.CALL ? state & SAID : 0;
  three = 0;
  place = knownPlace(whichOfPart(part), one, two, three);
  if (!isKnown(place, one, two, three)) return false;
  const length = knownLength(place);
  if ((length & BESIDE) !== 0) {
    lookBeside(length);
    if (!isKnown(place, one, two, three)) return false;
  }
  put(knownAt(place), <usize>knownLength(place));
  return true;
}

/** What tells the event apart, and how damaged its record is. */
function putMark(): bool {
  one = numberIn(Column.CALL);
  two = 0;
  three = 0;
  place = knownPlace(whichOfPart(part), one, two, three);
  if (!isKnown(place, one, two, three)) return false;
  markEvent(knownAt(place), markPlace());
  putFlags(isOtherForm(state) ? 1 : 0);
  return true;
}

/** The mark of the name that was asked for. @param at where its four numbers stand */
export function answerName(at: usize): void {
  keep(place, at, MARK, one, two, three);
}

/** Where cells are kept that the identity alone does not tell. */
function lookBeside(beside: u32): void {
  two = (beside & ASKS_PRINCIPAL) === 0 ? 0 : numberIn(Column.PRINCIPAL) + 1;
  three = (beside & ASKS_CALL) === 0 ? 0 : numberIn(Column.CALL) + 1;
  place = knownPlace(whichOfPart(part), one, two, three);
}

function putId(column: u32): void {
  putUuid(numberIn(column), numberIn(column + 1), numberIn(column + 2), numberIn(column + 3), separator);
}

function putRequest(): bool {
  if ((state & (REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT)) === 0) {
    putId(Column.REQUEST_ID);
    return true;
  }
  const first = numberIn(Column.REQUEST_ID);
  if ((state & REQUEST_ID_IS_SHORT) !== 0) {
    if (!beginsPlain(first & 0xff)) return false;
    for (let word: u32 = 0; word < 4; word++)
      store<u32>(short + ((<usize>word) << 2), numberIn(Column.REQUEST_ID + word));
    const blank = i8x16.bitmask(i8x16.eq(v128.load(short), i8x16.splat(0)));
    putQuoted(short, blank === 0 ? 16 : <usize>ctz(blank), separator);
    return true;
  }
  if (first !== 0) return false;
  putByte(separator);
  return true;
}

/** JSON of which every character is printable ASCII. */
function putJson(from: usize, length: usize): u32 {
  return putDoubled(from, length, separator) ? Written.WHOLE : Written.NOT;
}

/** @param column where the member begins; it ends where the next one says */
function putMember(column: u32): u32 {
  const start = numberIn(column);
  const end = numberIn(column + 1);
  if (end !== 0) return putJson(record + <usize>start, <usize>(end - start));
  putByte(separator);
  return Written.WHOLE;
}

/** Who acted, cell by cell. */
function putActor(): bool {
  const end = cellsTo(part);
  for (let cell = cellsFrom(part); cell < end; cell++) {
    const told = cellAt(cell);
    if (told === <u32>Told.ACTOR && numberIn(Column.IDENTITY) === Actor.ROOT) putOwner();
    else putPlaced(placeIn(told));
  }
  return true;
}

/** `root (111122223333)` */
function putOwner(): void {
  const account = placeIn(<u32>Told.ACTOR);
  put(owner, OWNER);
  put(record + <usize>(account >>> 16), <usize>(account & 0xffff));
  putByte(0x29);
  putByte(QUOTE);
  putByte(separator);
}

/** A text of the record that no spreadsheet runs, or nothing. */
function putPlaced(at: u32): void {
  if (at === 0) putByte(separator);
  else putQuoted(record + <usize>(at >>> 16), <usize>(at & 0xffff), separator);
}

/** A text that no spreadsheet runs, or nothing: none has an escape. @param column that it is told by */
function putText(column: u32): bool {
  const at = arePlaced ? placeIn(column + TEXTS) : 0;
  if (at !== 0) {
    putPlaced(at);
    return true;
  }
  const number = numberIn(column);
  if (number === 0) {
    putByte(separator);
    return true;
  }
  const start = texts.start(number);
  if (!beginsPlain(<u32>load<u8>(start))) return false;
  putQuoted(start, <usize>texts.length(number), separator);
  return true;
}

/** The same of a member that is a string. */
function putMemberText(column: u32): bool {
  const end = record + <usize>numberIn(column + 1);
  if (end === record) {
    putByte(separator);
    return true;
  }
  const start = record + <usize>numberIn(column) + 1;
  if (<u32>load<u8>(start - 1) !== QUOTE) return false;
  const close = end - 1;
  const first = <u32>load<u8>(start);
  if (start < close && (first === BACKSLASH || !beginsPlain(first))) return false;
  if (holdsBackslash(start, close)) return putUnescaped(start, close, separator);
  putQuoted(start, close - start, separator);
  return true;
}

/** Where the message of the row's record stands in the log: both ends are 0 where there is none. */
export function messageIn(isEnd: bool): u32 {
  const end = numberIn(Column.ERROR_MESSAGE + 1);
  if (end === 0) return 0;
  return <u32>(record - log) + (isEnd ? end : numberIn(Column.ERROR_MESSAGE));
}
