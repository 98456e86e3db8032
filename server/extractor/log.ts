/** From window to window over a log: which container it is, its records one by one, and that nothing else stands in it. */
import { CLOSE_BRACE, CLOSE_BRACKET, COLON, COMMA, isBlank, isText, OPEN_BRACE, OPEN_BRACKET } from './characters';
import { beginsTelling } from './familiar';
import { BROKEN, STRANGE, UNFINISHED } from './nested';
import { unitOf } from './position';
import { endOfRecord, readRecord, startOfRecord } from './record';
import { forgetRows, rowCount } from './rows';
import { beginStructure, hasQuotesAsCodePoints, isAllAscii, isStructureBroken, isStructureOpen } from './structure';
import { beginTally } from './tally';
import { writeRow } from './values';
import { Window } from './window';

/** What became of the bytes so far. */
export namespace Outcome {
  export const GOES_ON: u32 = 0;
  export const BROKEN: u32 = 1;
  export const STRANGE: u32 = 2;
}

/** What must come next in the text. */
namespace Next {
  export const LOG: u32 = 0;
  export const RECORD: u32 = 1;
  export const BEHIND_RECORD: u32 = 2;
  export const END_OF_OBJECT: u32 = 3;
  export const NOTHING: u32 = 4;
  /** No more can be told before more is known. */
  export const MORE: u32 = 5;
}

/** A log does not begin behind so much white space. */
const FAR: usize = 1000;
/** More memory than this is not asked for, in pages of 64 KB. */
const MOST_PAGES: i32 = 24576;

const text = new Window();
let next: u32 = Next.LOG;
let isWrapped: bool = false;
let rowsBefore: u32 = 0;

export function beginLog(): void {
  beginStructure();
  beginTally();
  text.begin();
  next = Next.LOG;
  isWrapped = false;
  rowsBefore = rowCount();
}

/** Whether the records of the log stand in a list under `Records`, and not in one alone. */
export function isListWrapped(): bool {
  return isWrapped;
}

export function wantedBytes(): u32 {
  return text.wanted();
}

export function roomForBytes(length: u32): usize {
  const place: usize = memory.size() > MOST_PAGES ? 0 : text.roomFor(length);
  if (place === 0) forgetRows(rowsBefore);
  return place;
}

/**
 * Reads the next bytes of the log, which were put where there is room for them. At the first outcome that is none to go on with,
 * its rows are forgotten.
 *
 * @param isLast the log ends with them
 */
export function readBytes(length: u32, isLast: bool): u32 {
  text.index(length, isLast);
  const outcome = isStructureBroken() ? Outcome.BROKEN : hasQuotesAsCodePoints() ? Outcome.STRANGE : read(isLast);
  if (outcome !== Outcome.GOES_ON) forgetRows(rowsBefore);
  return outcome;
}

function read(isLast: bool): u32 {
  while (true) {
    const came = next === Next.NOTHING || text.knows(0);
    if (!came) return isLast ? Outcome.BROKEN : Outcome.GOES_ON;
    let outcome = Outcome.GOES_ON;
    if (next === Next.RECORD) {
      outcome = record();
      if (outcome === Next.MORE) return isLast ? Outcome.BROKEN : Outcome.GOES_ON;
    } else if (next === Next.BEHIND_RECORD) outcome = behindRecord();
    else if (next === Next.LOG) {
      if (!text.knows(2)) return isLast ? Outcome.STRANGE : Outcome.GOES_ON;
      outcome = opening();
    } else if (next === Next.END_OF_OBJECT) outcome = endOfObject();
    else return ending(isLast);
    if (outcome !== Outcome.GOES_ON) return outcome;
  }
}

/** `{"Records":[`, or the bracket of a list alone. */
function opening(): u32 {
  const brace = text.at(0);
  if (brace - text.behind > FAR || !isBlank(text.behind, brace)) return Outcome.STRANGE;
  next = Next.RECORD;
  if (text.signAt(0) === OPEN_BRACKET) {
    pass(1);
    return Outcome.GOES_ON;
  }
  if (text.signAt(0) !== OPEN_BRACE || text.signAt(1) !== COLON || text.signAt(2) !== OPEN_BRACKET)
    return Outcome.STRANGE;
  const colon = text.at(1);
  const key = colon - 9;
  if (key <= brace || !isText(key, 9, '"Records"') || !isBlank(brace + 1, key)) return Outcome.STRANGE;
  if (!isBlank(colon + 1, text.at(2))) return Outcome.BROKEN;
  isWrapped = true;
  pass(3);
  return Outcome.GOES_ON;
}

function record(): u32 {
  if (text.signAt(0) !== OPEN_BRACE) return Outcome.STRANGE;
  if (!isBlank(text.behind, text.at(0))) return Outcome.BROKEN;
  if (rowCount() === rowsBefore && text.at(0) - text.behind > FAR) return Outcome.STRANGE;
  const end = readRecord(text.operator, text.operatorsEnd);
  if (end === UNFINISHED) return Next.MORE;
  if (end === BROKEN) return Outcome.BROKEN;
  if (end === STRANGE || (rowCount() === rowsBefore && !beginsTelling())) return Outcome.STRANGE;
  const start = unitOf(startOfRecord(), isAllAscii());
  if (!writeRow(start, unitOf(endOfRecord(), isAllAscii()) - start)) return Outcome.STRANGE;
  text.operator = end + 4;
  text.behind = endOfRecord();
  next = Next.BEHIND_RECORD;
  return Outcome.GOES_ON;
}

function behindRecord(): u32 {
  if (!isBlank(text.behind, text.at(0))) return Outcome.BROKEN;
  const sign = text.signAt(0);
  if (sign === COMMA) next = Next.RECORD;
  else if (sign === CLOSE_BRACKET) next = isWrapped ? Next.END_OF_OBJECT : Next.NOTHING;
  else return Outcome.BROKEN;
  pass(1);
  return Outcome.GOES_ON;
}

function endOfObject(): u32 {
  if (!isBlank(text.behind, text.at(0))) return Outcome.BROKEN;
  if (text.signAt(0) !== CLOSE_BRACE) return Outcome.STRANGE;
  next = Next.NOTHING;
  pass(1);
  return Outcome.GOES_ON;
}

/** Behind the log nothing but white space is left. */
function ending(isLast: bool): u32 {
  if (text.knows(0) || !isBlank(text.behind, text.filled)) return Outcome.BROKEN;
  text.behind = text.filled;
  return isLast && isStructureOpen() ? Outcome.BROKEN : Outcome.GOES_ON;
}

/** Over so many operators. */
function pass(count: usize): void {
  text.behind = text.at(count - 1) + 1;
  text.operator += count << 2;
}
