/**
 * Where the texts of the record that was read last stand in it, for those who copy them: such texts need no numbers. A place is one number,
 * the offset in the record in its upper half and the length in its lower one; 0 where nothing is said.
 */
import { Field } from './fields';
import { beginsPlain } from './plainTexts';
import { STRIDE } from './rows';

/** Places that rows tell, in the order of their columns: those of who acted, and from `PRINCIPAL` on those of the columns of texts. */
export namespace Told {
  export const ACTOR: usize = 0;
  export const TYPE: usize = 1;
  export const ARN: usize = 2;
  export const SESSION: usize = 3;
  export const ISSUER: usize = 4;
  export const INVOKED_BY: usize = 5;
  export const PRINCIPAL: usize = 6;
  export const ACCESS_KEY: usize = 7;
  export const ADDRESS: usize = 9;
  export const AGENT: usize = 10;
  export const SHARED: usize = 11;
}

const TOLD: usize = 12;
/** Neither an offset nor a length is longer. */
const MOST: usize = 0xffff;

/** By field, from that of the type of the identity on. */
const spots: usize = memory.data(80, 16);
const told: usize = memory.data(48, 16);
let record: usize = 0;
let isPlacing: bool = false;

/** @param isSo whether texts of the logs to come are placed, and have no numbers but where those are needed */
export function placeTexts(isSo: bool): void {
  isPlacing = isSo;
}

export function placesTexts(): bool {
  return isPlacing;
}

/** Nothing is known of the record that begins here. */
export function forgetPlaced(start: usize): void {
  record = start;
  if (!isPlacing) return;
  for (let from = spots; from < spots + 80; from += 16) v128.store(from, i64x2.splat(0));
  for (let from = told; from < told + 48; from += 16) v128.store(from, i64x2.splat(0));
}

/**
 * Keeps where a text stands that is not empty.
 *
 * @returns false where it stands too far away, or says something else than its bytes
 */
export function placeText(field: u32, start: usize, length: u32): bool {
  const offset = start - record;
  if (offset > MOST || <usize>length > MOST || holdsBackslash(start, start + length)) return false;
  store<u32>(spotOf(field), ((<u32>offset) << 16) | length);
  return true;
}

export function placeOf(field: u32): u32 {
  return load<u32>(spotOf(field));
}

export function startOf(place: u32): usize {
  return record + <usize>(place >>> 16);
}

export function lengthOf(place: u32): u32 {
  return place & <u32>MOST;
}

/** @param which a `Told` */
export function tell(which: usize, place: u32): void {
  store<u32>(told + (which << 2), place);
}

/** Tells of a text, where no spreadsheet runs it. @returns whether it is told, or there is none */
export function tellPlain(which: usize, field: u32): bool {
  const place = placeOf(field);
  if (place !== 0 && !beginsPlain(<u32>load<u8>(startOf(place)))) return false;
  tell(which, place);
  return true;
}

/** The places of who acted, counted from another place than the beginning of the record. @param half 0 or 1 */
export function actorFrom(start: usize, half: usize): v128 {
  return moved(v128.load(told + (half << 4)), -((<i32>(start - record)) << 16));
}

/**
 * The opposite.
 *
 * @returns false where they are too far from the beginning of the record
 */
export function tellActorFrom(start: usize, one: v128, two: v128, length: usize): bool {
  const offset = start - record;
  if (offset + length > MOST) return false;
  v128.store(told, moved(one, (<i32>offset) << 16));
  v128.store(told, moved(two, (<i32>offset) << 16), 16);
  return true;
}

/** Nothing is told of who acted. */
export function forgetActor(): void {
  v128.store(told, i64x2.splat(0));
  v128.store(told, i64x2.splat(0), 16);
}

/** Writes all that is told. @param column where the first of its columns is */
export function writePlaced(column: usize): void {
  for (let at: usize = 0; at < TOLD; at++) store<u32>(column + at * STRIDE, load<u32>(told + (at << 2)));
}

/** Adds to all places but those of nothing. */
function moved(places: v128, by: i32): v128 {
  const isThere = i32x4.ne(places, i32x4.splat(0));
  return i32x4.add(places, v128.and(isThere, i32x4.splat(by)));
}

function spotOf(field: u32): usize {
  return spots + ((<usize>(field - Field.IDENTITY_TYPE)) << 2);
}

/** Reads up to 15 bytes beyond the end. */
function holdsBackslash(start: usize, end: usize): bool {
  for (let at = start; at < end; at += 16) {
    const found = <u32>i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(0x5c)));
    if (found !== 0) return at + <usize>ctz(found) < end;
  }
  return false;
}
