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
/** Of a field: its name, the length of that, what becomes of its values, and which fields came behind it. */
const SIZE: usize = 32;
const LENGTH: usize = 4;
const HOW: usize = 8;
const NEXT: usize = 12;
const OTHER: usize = 16;

/** One more stands for the beginning of a record. */
const fields: usize = memory.data(2080, 16);
const MEMORY_BITS: usize = 10;
/** Two numbers each, 1024 for each field. */
let memories: usize = 0;
let count: u32 = 0;
export const NO_FIELD: u32 = 0xffffffff;
export const BEGINNING: u32 = 64;

/** @returns its number; NO_FIELD where there is no room for more */
export function addFlatField(name: usize, length: u32, how: u32): u32 {
  if (count === MOST_FIELDS) return NO_FIELD;
  if (memories === 0) {
    const bytes = ((<usize>MOST_FIELDS) << MEMORY_BITS) << 3;
    memories = heap.alloc(bytes);
    memory.fill(memories, 0, bytes);
  }
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

/** What is told of a text by how it begins and ends: much the same as by all of it, and sooner. */
export function sketchOf(start: usize, length: u32): u64 {
  return (load<u64>(start) ^ (load<u64>(start + length - 8) * 0x9e3779b97f4a7c15)) * 0xc2b2ae3d27d4eb4f;
}

/**
 * Where a text of a field is remembered, by its sketch: the lower half of that, and its number. Other texts may have the same place. Most
 * fields say a few things over and over.
 */
export function memoryOf(field: u32, sketch: u64): usize {
  return memories + ((((<usize>field) << MEMORY_BITS) + <usize>(sketch >> (64 - MEMORY_BITS))) << 3);
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
  return fields + <usize>field * SIZE;
}
