/** What tells events apart, as four numbers: those of `core/store/eventMarks.ts`, for events with a time and an id of AWS's form. */
import { Column, numberIn } from './columns';

/** Bytes of a mark. */
export const MARK: usize = 16;
/** Kind, seconds, four numbers of the id and four of the name. */
const WORDS: usize = 10;
const words: usize = memory.data(40, 16);
/** Rounds behind the words. */
const LAST: usize = 4;

let seed: u32 = 0;

/** @param number that nobody who writes logs can know */
export function setSeed(number: u32): void {
  seed = number;
}

/** Writes the mark of the row's event. @param name where the mark of its name stands */
export function markEvent(name: usize, into: usize): void {
  store<u32>(words, 0);
  store<u32>(words, numberIn(Column.TIME), 4);
  for (let word: u32 = 0; word < 4; word++)
    store<u32>(words + 8 + ((<usize>word) << 2), numberIn(Column.EVENT_ID + word));
  v128.store(words + 24, v128.load(name));
  hash(into);
}

/** See `keyedHash` in `core/store/keyedHash.ts`. */
function hash(into: usize): void {
  const other = (seed ^ (seed >>> 15)) * 0x2c1b3c6d;
  let v0 = seed;
  let v1 = other;
  let v2 = 0x6c796765 ^ seed;
  let v3 = 0x74656462 ^ other;
  for (let step: usize = 0; step < WORDS + LAST; step++) {
    const word = step < WORDS ? load<u32>(words + (step << 2)) : step === WORDS ? <u32>WORDS : 0;
    if (step === WORDS + 1) v2 ^= 0xff;
    v3 ^= word;
    v0 += v1;
    v1 = rotl<u32>(v1, 5) ^ v0;
    v0 = rotl<u32>(v0, 16);
    v2 += v3;
    v3 = rotl<u32>(v3, 8) ^ v2;
    v0 += v3;
    v3 = rotl<u32>(v3, 7) ^ v0;
    v2 += v1;
    v1 = rotl<u32>(v1, 13) ^ v2;
    v2 = rotl<u32>(v2, 16);
    v0 ^= word;
  }
  store<u32>(into, v0);
  store<u32>(into, v1, 4);
  store<u32>(into, v2, 8);
  store<u32>(into, v3, 12);
}
