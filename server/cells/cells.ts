/**
 * Lines of a table, from the rows of the extractor and the bytes of their log: what the host calls. Of a record nothing becomes a text. What
 * many rows have in common is asked of the host once, and kept.
 */
import { SLACK } from './bytes';
import { prepareDoubled } from './doubled';
import { forgetKnown, prepareKnown } from './known';
import {
  answer,
  answerName,
  askedPart,
  isPlainLog,
  messageIn,
  rowAt,
  setLog,
  setRows,
  setSeparator,
  skipRow,
  writeRows,
} from './lines';
import { MARK, setSeed } from './marks';
import { outAt, outEnds, outFlags, outLength, outLines, outMarks, prepareOut } from './out';
import { addCell, addPart, forgetParts } from './parts';

export { askedPart, outAt, outEnds, outFlags, outLength, outLines, outMarks, rowAt, setRows, skipRow, writeRows };

/** Memory that grows as it is needed. */
class Room {
  at: usize = 0;
  size: usize = 0;

  of(bytes: usize): usize {
    const needed = bytes + SLACK;
    if (needed > this.size) {
      if (this.at !== 0) heap.free(this.at);
      this.size = needed + (needed >> 1);
      this.at = heap.alloc(this.size);
    }
    return this.at;
  }
}

const log = new Room();
const file = new Room();
const cells = new Room();

/** Before all else. @param separator stands between cells @param seed see `marks.ts` */
export function prepareLines(separator: u32, seed: u32): void {
  setSeed(seed);
  prepareDoubled();
  setSeparator(separator);
  forgetParts();
  prepareOut();
}

/**
 * The next part of a line.
 *
 * @param what a `Part`
 * @param which table of cells it is kept in, or which column it tells of
 * @returns 0 where there is no room for more
 */
export function addLinePart(what: u32, which: u32): u32 {
  return addPart(what, which) ? 1 : 0;
}

/** The next cell of the part that was added last: which text of a row it is, where that is told by its place. @returns 0 where there is no room */
export function addLineCell(told: u32): u32 {
  return addCell(told) ? 1 : 0;
}

/** Behind the last part. @param tables of cells that are kept */
export function linesReady(tables: u32): void {
  prepareKnown(tables);
}

/** Numbers mean something else from now on. */
export function forgetCells(): void {
  forgetKnown();
}

/** Where the bytes of the next log go. */
export function placeForLog(bytes: u32): usize {
  return log.of(<usize>bytes);
}

/** Where the cell goes that names it, with what parts it from the next. */
export function placeForFile(bytes: u32): usize {
  return file.of(<usize>bytes);
}

/** Once both are there. */
export function beginLines(fileBytes: u32): void {
  setLog(log.at, file.at, <usize>fileBytes);
}

/** Of the log that was begun, whether the host is asked for cells alone. */
export function arePlain(): u32 {
  return isPlainLog() ? 1 : 0;
}

/** The lines were taken. */
export function linesTaken(): void {
  prepareOut();
}

/** Where cells go that were asked for. */
export function placeForCells(bytes: u32): usize {
  return cells.of(<usize>bytes);
}

/** Once they are there. @param beside what tells them apart beside the identity: see `answer` */
export function give(bytes: u32, beside: u32): void {
  answer(cells.at, bytes, beside);
}

/** Where the mark of a name goes that was asked for. */
export function placeForName(): usize {
  return cells.of(MARK);
}

/** Once it is there. */
export function giveName(): void {
  answerName(cells.at);
}

/** Where the errorMessage of the row begins in the log, or where it ends: both are 0 where there is none. */
export function placeOfMessage(isEnd: u32): u32 {
  return messageIn(isEnd !== 0);
}
