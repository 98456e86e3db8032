/**
 * Texts whose numbers are looked up together. What is looked at of a large table lies far from the processor, and of many texts at once it
 * can be fetched at the same time: so each step is done for all of them before the next.
 */
import { areSame, hashOf } from './hash';
import { ESCAPED, NONE } from './interned';
import { tableOf } from './tables';

/** A text, its length, where its number goes, and which record's entry that is in; then what the steps find. */
const SIZE: usize = 40;
const LENGTH: usize = 4;
const INTO: usize = 8;
const ENTRY: usize = 12;
const HASH: usize = 16;
const PLACE: usize = 20;
const NUMBER: usize = 24;
/** Where the number is remembered for the next records, and by what. */
const MEMORY: usize = 28;
const SKETCH: usize = 32;

let texts: usize = 0;
let room: u32 = 0;
let count: u32 = 0;

/** Begins anew. @param most so many may come */
export function beginPending(most: u32): void {
  count = 0;
  if (most <= room) return;
  if (texts !== 0) heap.free(texts);
  room = most;
  texts = heap.alloc(<usize>most * SIZE);
}

export function pendingCount(): u32 {
  return count;
}

/** Forgets all from one on. */
export function forgetPending(from: u32): void {
  count = from;
}

/** @param memory where its sketch and its number are kept, too */
export function addPending(start: usize, length: u32, into: usize, entry: usize, memory: usize, sketch: u32): void {
  const text = texts + <usize>count * SIZE;
  count++;
  store<u32>(text, <u32>start);
  store<u32>(text, length, LENGTH);
  store<u32>(text, <u32>into, INTO);
  store<u32>(text, <u32>entry, ENTRY);
  store<u32>(text, <u32>memory, MEMORY);
  store<u32>(text, sketch, SKETCH);
}

/** Writes the numbers of all; 1 at the second word behind the beginning of entries with a text that can't be kept. */
export function lookUpPending(flag: usize): void {
  const table = tableOf(0);
  const end = texts + <usize>count * SIZE;
  for (let text = texts; text < end; text += SIZE) {
    const hash = hashOf(<usize>load<u32>(text), load<u32>(text, LENGTH));
    store<u32>(text, hash, HASH);
    store<u32>(text, <u32>table.placeOfHash(hash), PLACE);
  }
  for (let text = texts; text < end; text += SIZE) {
    const place = <usize>load<u32>(text, PLACE);
    store<u32>(text, place === 0 ? NONE : table.numberAt(place, load<u32>(text, HASH)), NUMBER);
  }
  for (let text = texts; text < end; text += SIZE) {
    const number = load<u32>(text, NUMBER);
    if (number === NONE) continue;
    if (table.length(number) !== load<u32>(text, LENGTH)) store<u32>(text, NONE, NUMBER);
    else store<u32>(text, <u32>table.start(number), PLACE);
  }
  for (let text = texts; text < end; text += SIZE) {
    const start = <usize>load<u32>(text);
    const length = load<u32>(text, LENGTH);
    let number = load<u32>(text, NUMBER);
    // New ones make the table larger, so that from the first of these on it lies elsewhere.
    if (number === NONE || !areSame(start, table.start(number), length)) {
      number = table.numberOfPlain(start, length);
      if (number === ESCAPED) {
        store<u32>(<usize>load<u32>(text, ENTRY) + flag, 1);
        continue;
      }
    }
    store<u32>(<usize>load<u32>(text, INTO), number);
    const memory = <usize>load<u32>(text, MEMORY);
    store<u32>(memory, load<u32>(text, SKETCH));
    store<u32>(memory, number, 4);
  }
}
