/**
 * Rows of entries of flat logs, column by column as `core/store/columns.ts` and `core/store/ownColumns.ts` have them, with the number of the
 * organization behind. What follows from texts the host is asked, once for all records that are alike: then it goes on where it was.
 */
import { AlikeRows, pair } from './alikeRows';
import { Entry } from './entry';
import { entriesAt, widthOfEntry } from './flatLines';
import { Call, callOf, identityOf, logOf, Plan, planOf } from './flatPlans';

/** Why no more rows are made. */
namespace Why {
  /** All entries have become rows. */
  export const END: u32 = 0;
  /** The entry says nothing but where it stands. */
  export const HANDED_OVER: u32 = 1;
  /** The host has to tell which log it is of, what was done, who did it, or when. */
  export const LOG: u32 = 2;
  export const CALL: u32 = 3;
  export const IDENTITY: u32 = 4;
  export const TIME: u32 = 5;
  /** It happened at another time than is asked for. */
  export const OUTSIDE: u32 = 6;
  /** There is no room. */
  export const FULL: u32 = 7;
}

/** What the host is told when it is asked: why, and what tells the entry apart. */
const stopped: usize = memory.data(32, 16);

const ROW_COLUMNS: usize = 20;
/** Behind the own columns come the organization, a column for a field that shares its own one with another, and what rows have in common. */
const ORGANIZATION: usize = 42;
const WHO: usize = 44;
const WHAT: usize = 45;
const OWN_COLUMNS: usize = 26;
const whos = new AlikeRows();
const whats = new AlikeRows();
/** Rows between two `taken`, as the host says. */
let capacity: u32 = 0;
let stride: usize = 0;
let chunk: usize = 0;
let rows: u32 = 0;
/** A bit for each own column that was written since the last time. */
let written: u32 = 0;
/** A bit for each log that rows were of since the log began. */
let logs: u32 = 0;
let first: f64 = Infinity;
let last: f64 = -Infinity;
let windowFrom: f64 = -Infinity;
let windowTo: f64 = Infinity;
/** Where entries have the organization and what was done, as places behind the beginning; 0 for none. */
let organizationAt: usize = 0;
let actAt: usize = 0;

// As `core/store/columns.ts` has them.
const CALL: usize = 0;
const IDENTITY: usize = 1;
const PRINCIPAL: usize = 2;
const ADDRESS: usize = 5;
const AGENT: usize = 6;
const TIME: usize = 8;
const STATE: usize = 9;
const REQUEST: usize = 14;
const START: usize = 18;
const LENGTH: usize = 19;
/** Own columns. */
const USER: u32 = 1;
const OWNER: u32 = 2;
const IMPERSONATOR: u32 = 3;
const PROTOCOL: u32 = 4;
const OBJECT: u32 = 5;
const ATTACHMENT: u32 = 9;

// As `core/store/rowState.ts` and `core/store/ownColumns.ts` have them.
const REQUEST_ID_IS_TEXT: u32 = 1 << 14;
const REQUEST_ID_IS_SHORT: u32 = 1 << 16;
const ALLOWED_SHIFT: u32 = 4;
const MS_SHIFT: u32 = 6;

const IS_UUID: u32 = 1;
const IS_SHORT: u32 = 2;
/** What a time is: a number as it stands there, or, once the host was asked, milliseconds or nothing. */
const IS_NUMBER: u32 = 1;
const IS_MS: u32 = 0xffffffff;
const BY_ID: u32 = 0xffffffff;
const BY_ROLE: u32 = 0xfffffffe;
const MOST_SECONDS: f64 = 1e11;
const LAST_MS: f64 = 4294967295000;

/** Once. @param most rows between two `flatTaken` @param organization place of the field in an entry, in bytes @param act the same; 0 for none */
export function prepareFlatRows(most: u32, organization: u32, act: u32): void {
  capacity = most;
  stride = (<usize>most) << 2;
  organizationAt = <usize>organization;
  actAt = <usize>act;
  chunk = heap.alloc(stride * (ROW_COLUMNS + OWN_COLUMNS));
  whos.prepare();
  whats.prepare();
}

/** Before a log: rows are of records that happened in this time, or that don't say when. */
export function beginFlatRows(from: f64, to: f64): void {
  windowFrom = from;
  windowTo = to;
  logs = 0;
  first = Infinity;
  last = -Infinity;
}

export function flatRows(): u32 {
  return rows;
}

/** Where columns of rows begin, those of `columns` first, each with room for all rows that there is room for. */
export function flatColumnsAt(): usize {
  return chunk;
}

/** A bit for each own column in which any row says something. */
export function flatColumns(): u32 {
  return written | 1;
}

export function flatLogs(): u32 {
  return logs;
}

/** Earliest and latest time of all rows of a log; the first is greater where there is none. */
export function flatFirst(): f64 {
  return first;
}

export function flatLast(): f64 {
  return last;
}

export function stoppedAt(): usize {
  return stopped;
}

export function flatTaken(): void {
  rows = 0;
  written = 0;
}

/** In answer to `Why.TIME`. @param time in milliseconds since 1970; not a number where none can be read */
export function tellTime(index: u32, time: f64): void {
  const entry = entryAt(index);
  const at = <usize>load<u32>(planOf(load<u32>(stopped, 4)), Plan.TIME);
  store<f64>(entry, time, Entry.TIME);
  store<u32>(entry + at, IS_MS);
}

/** Adds rows of entries. @param keeps 0 to only look at them @returns the entry at which the host is needed; `end` if it is not */
export function addFlatRows(from: u32, end: u32, keeps: u32): u32 {
  for (let index = from; index < end; index++) {
    const why = addRow(entryAt(index), keeps !== 0);
    if (why === Why.END) continue;
    store<u32>(stopped, why);
    return index;
  }
  store<u32>(stopped, Why.END);
  return end;
}

function entryAt(index: u32): usize {
  return entriesAt() + <usize>index * ((<usize>widthOfEntry()) << 2);
}

function addRow(entry: usize, keeps: bool): u32 {
  if (load<u32>(entry, Entry.HANDED_OVER) !== 0) return Why.HANDED_OVER;
  if (rows === capacity) return Why.FULL;
  const named = load<u32>(entry + organizationAt);
  const done = actAt === 0 ? 0 : load<u32>(entry + actAt);
  const told = logOf(load<u64>(entry, Entry.THERE), named, done);
  if (told === 0) return asks(Why.LOG, 0, named, done, 0);
  const log = told - 1;
  const plan = planOf(log);
  const timeAt = <usize>load<u32>(plan, Plan.TIME);
  const said = timeAt === 0 ? 0 : load<u32>(entry + timeAt);
  let time: f64 = NaN;
  if (said !== 0) {
    if (said === IS_MS) time = load<f64>(entry, Entry.TIME);
    else if (said === IS_NUMBER) time = milliseconds(load<f64>(entry, Entry.TIME));
    else return asks(Why.TIME, log, said, 0, 0);
  }
  logs |= 1 << log;
  if (time < windowFrom || time >= windowTo) return Why.OUTSIDE;
  if (keeps) {
    const why = putRow(entry, plan, log, time);
    if (why !== Why.END) return why;
  }
  if (time < first) first = time;
  if (time > last) last = time;
  return Why.END;
}

function putRow(entry: usize, plan: usize, log: u32, time: f64): u32 {
  const organization = firstOf(entry, plan + Plan.ORGANIZATION);
  const truthAt = <usize>load<u32>(plan, Plan.TRUTH);
  const truth = truthAt === 0 ? 0 : load<u32>(entry + truthAt);
  const wasDone = <usize>load<u32>(plan, Plan.ACT);
  const act = wasDone === 0 ? 0 : load<u32>(entry + wasDone);
  const call = callOf(log, organization, act, truth);
  if (call === 0) return asks(Why.CALL, log, organization, act, truth);
  const role = firstOf(entry, plan + Plan.ACTOR);
  const id = role === 0 ? firstOf(entry, plan + Plan.USER) : role;
  const name = id !== 0 ? (role === 0 ? BY_ID : BY_ROLE) : firstOf(entry, plan + Plan.NAME);
  const identity = identityOf(log, organization, name);
  if (identity === 0) return asks(Why.IDENTITY, log, organization, name, id);
  const row = chunk + ((<usize>rows) << 2);
  const isTold = time > 0 && time <= LAST_MS;
  const ms = time > 0 ? <u64>time : 0;
  const requestAt = <usize>load<u32>(plan, Plan.REQUEST);
  const request = requestAt === 0 ? 0 : load<u32>(entry + requestAt);
  const form =
    request === IS_UUID ? 0 : request === IS_SHORT ? REQUEST_ID_IS_TEXT | REQUEST_ID_IS_SHORT : REQUEST_ID_IS_TEXT;
  put(row, CALL, load<u32>(call, Call.NUMBER));
  put(row, IDENTITY, identity - 1);
  put(row, PRINCIPAL, id);
  put(row, ADDRESS, firstOf(entry, plan + Plan.ADDRESS));
  put(row, AGENT, firstOf(entry, plan + Plan.AGENT));
  put(row, TIME, isTold ? <u32>(ms / 1000) : 0);
  put(row, STATE, load<u32>(call, Call.STATE) | form);
  for (let word: usize = 0; word < 4; word++) put(row, REQUEST + word, load<u32>(entry + (word << 2), Entry.REQUEST));
  put(row, START, load<u32>(entry, Entry.START));
  put(row, LENGTH, load<u32>(entry, Entry.LENGTH));
  put(row, ROW_COLUMNS, log | (truth << ALLOWED_SHIFT) | ((<u32>(ms % 1000)) << MS_SHIFT));
  put(row, ORGANIZATION, load<u32>(call, Call.ORGANIZATION));
  for (let pair = plan + Plan.COLUMNS; ; pair += 8) {
    const at = <usize>load<u32>(pair);
    if (at === 0) break;
    const number = load<u32>(entry + at);
    if (number !== 0) putOwn(row, load<u32>(pair, 4), number);
  }
  putWho(row, load<u32>(call, Call.ORGANIZATION));
  putWhat(row, log | (truth << ALLOWED_SHIFT), load<u32>(call, Call.NUMBER));
  rows++;
  return Why.END;
}

/** Who used which mailbox, by which role and program, and from where. */
function putWho(row: usize, organization: u32): void {
  const who = whos.numberOf(
    pair(organization, own(row, USER)),
    pair(own(row, OWNER), own(row, IMPERSONATOR)),
    pair(own(row, PROTOCOL), load<u32>(row + ADDRESS * stride)),
    load<u32>(row + AGENT * stride),
  );
  put(row, WHO, who);
}

/** What was done with what. @param outcome with the log */
function putWhat(row: usize, outcome: u32, call: u32): void {
  const hasAttachment: u32 = own(row, ATTACHMENT) === 0 ? 0 : 1;
  put(row, WHAT, whats.numberOf(pair(outcome, call), pair(own(row, OBJECT), own(row, PROTOCOL)), hasAttachment, 0));
}

/** What a row has in an own column. */
function own(row: usize, column: u32): u32 {
  return (written & (1 << column)) === 0 ? 0 : load<u32>(row + (ROW_COLUMNS + <usize>column) * stride);
}

function put(row: usize, column: usize, number: u32): void {
  store<u32>(row + column * stride, number);
}

function putOwn(row: usize, column: u32, number: u32): void {
  const bit: u32 = 1 << column;
  if ((written & bit) === 0) {
    memory.fill(chunk + (ROW_COLUMNS + <usize>column) * stride, 0, stride);
    written |= bit;
  }
  put(row, ROW_COLUMNS + <usize>column, number);
}

function firstOf(entry: usize, places: usize): u32 {
  let number: u32 = 0;
  for (let place = places; number === 0; place += 4) {
    const at = <usize>load<u32>(place);
    if (at === 0) break;
    number = load<u32>(entry + at);
  }
  return number;
}

function asks(why: u32, log: u32, one: u32, two: u32, three: u32): u32 {
  store<u32>(stopped, log, 4);
  store<u32>(stopped, one, 8);
  store<u32>(stopped, two, 12);
  store<u32>(stopped, three, 16);
  return why;
}

/** As `ownTime` has it. */
function milliseconds(said: f64): f64 {
  if (said <= 0) return NaN;
  let number = said < MOST_SECONDS ? said * 1000 : said;
  while (number > 1000 * MOST_SECONDS) number /= 1000;
  return Math.floor(number + 0.5);
}
