/** The fields of flat records that are known: their names, and what becomes of their values. */
import { areSame } from './hash';

/** What becomes of the values of a field. */
export namespace How {
  /** A text by its number. */
  export const TEXT: u32 = 0;
  /** The same, but a text that may be a list is left to others. */
  export const LIST: u32 = 1;
  /** True or false. */
  export const TRUTH: u32 = 2;
  /** A number, where it is written in digits; else a text. */
  export const TIME: u32 = 3;
  /** An id in numbers. */
  export const REQUEST: u32 = 4;
  /** Nothing is wanted of it. */
  export const PASSED: u32 = 5;
}

/** So many fields can be told apart: a bit each. */
export const MOST_FIELDS: u32 = 64;
/** Of a field: its name, the length of that, what becomes of its values, which fields came behind it, and the text it had last. */
const SIZE: usize = 32;
const LENGTH: usize = 4;
const HOW: usize = 8;
const NEXT: usize = 12;
const OTHER: usize = 16;
const LAST: usize = 20;

/** One more stands for the beginning of a record. */
const fields: usize = memory.data(2080, 16);
let count: u32 = 0;
export const NO_FIELD: u32 = 0xffffffff;
export const BEGINNING: u32 = 64;

/** @returns its number; NO_FIELD where there is no room for more */
export function addFlatField(name: usize, length: u32, how: u32): u32 {
  if (count === MOST_FIELDS) return NO_FIELD;
  const field = place(count);
  store<u32>(field, <u32>name);
  store<u32>(field, length, LENGTH);
  store<u32>(field, how, HOW);
  return count++;
}

export function flatFields(): u32 {
  return count;
}

export function howOf(field: u32): u32 {
  return load<u32>(place(field), HOW);
}

export function lengthOfName(field: u32): u32 {
  return load<u32>(place(field), LENGTH);
}

export function lastText(field: u32): u32 {
  return load<u32>(place(field), LAST);
}

export function setLastText(field: u32, number: u32): void {
  store<u32>(place(field), number, LAST);
}

/** The field whose name begins at a place, behind the quote before it. Records of a log have their fields in much the same order. */
export function fieldAt(at: usize, before: u32): u32 {
  const behind = place(before);
  const next = load<u32>(behind, NEXT);
  if (isNamed(next, at)) return next;
  const other = load<u32>(behind, OTHER);
  if (isNamed(other, at)) return other;
  for (let field: u32 = 0; field < count; field++) {
    if (!isNamed(field, at)) continue;
    store<u32>(behind, next, OTHER);
    store<u32>(behind, field, NEXT);
    return field;
  }
  return NO_FIELD;
}

function isNamed(field: u32, at: usize): bool {
  const known = place(field);
  const length = load<u32>(known, LENGTH);
  return <u32>load<u8>(at + length) === 0x22 && length !== 0 && areSame(at, <usize>load<u32>(known), length);
}

function place(field: u32): usize {
  return fields + (<usize>field) * SIZE;
}
