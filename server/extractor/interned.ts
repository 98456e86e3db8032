/** Byte strings that are each kept once, by number: texts, and tuples of their numbers. */
import { areSame, hashOf } from './hash';

/** Given instead of a number: the text holds an escape, so that it says something else than its bytes. */
export const ESCAPED: u32 = 0xffffffff;

const FEWEST_SLOTS: u32 = 1024;
const FEWEST_BYTES: usize = 65536;
const FEWEST_ENDS: u32 = 1024;
/** So many bytes may be read beyond the last one. */
const SLACK: usize = 16;

/** Grows as it must; numbers stay what they are. */
@unmanaged
export class Interned {
  /** A hash and a number plus one for each place, or nothing: few bytes, since most places lie far from the processor. */
  private slots: usize = 0;
  private mask: u32 = 0;
  /** How many numbers there are. */
  count: u32 = 0;
  /** All byte strings, one behind the other, and where each ends. */
  bytes: usize = 0;
  used: u32 = 0;
  private room: usize = 0;
  ends: usize = 0;
  private roomForEnds: u32 = 0;
  /** What was given away: numbers below this, and their bytes. */
  givenCount: u32 = 0;
  givenBytes: u32 = 0;

  prepare(): void {
    this.mask = FEWEST_SLOTS - 1;
    this.slots = heap.alloc((<usize>FEWEST_SLOTS) << 3);
    memory.fill(this.slots, 0, (<usize>FEWEST_SLOTS) << 3);
    this.room = FEWEST_BYTES;
    this.bytes = heap.alloc(this.room + SLACK);
    this.roomForEnds = FEWEST_ENDS;
    this.ends = heap.alloc((<usize>FEWEST_ENDS) << 2);
  }

  /** Makes the empty string number 0. */
  addEmpty(): void {
    store<u32>(this.ends, 0);
    this.count = 1;
    this.givenCount = 1;
  }

  start(number: u32): usize {
    return this.bytes + (number === 0 ? 0 : <usize>load<u32>(this.ends + ((<usize>(number - 1)) << 2)));
  }

  length(number: u32): u32 {
    return <u32>(this.bytes + <usize>load<u32>(this.ends + ((<usize>number) << 2)) - this.start(number));
  }

  /**
   * The number of a byte string that is not empty.
   *
   * @param isText that it is one as it stands in JSON: those with an escape are not taken
   */
  numberOf(start: usize, length: u32, isText: bool): u32 {
    const hash = hashOf(start, length);
    let place = hash & this.mask;
    while (true) {
      const slot = this.slots + ((<usize>place) << 3);
      const numberAndOne = load<u32>(slot, 4);
      if (numberAndOne === 0) break;
      if (load<u32>(slot) === hash) {
        const number = numberAndOne - 1;
        if (this.length(number) === length && areSame(start, this.start(number), length)) return number;
      }
      place = (place + 1) & this.mask;
    }
    if (isText && holdsBackslash(start, length)) return ESCAPED;
    return this.add(start, length, hash, place);
  }

  /** Forgets what was given away: only what comes from now on is new. */
  give(): void {
    this.givenCount = this.count;
    this.givenBytes = this.used;
  }

  private add(start: usize, length: u32, hash: u32, place: u32): u32 {
    const number = this.count;
    const needed = <usize>this.used + length;
    if (needed > this.room) {
      this.room = max(this.room << 1, needed);
      this.bytes = heap.realloc(this.bytes, this.room + SLACK);
    }
    if (number === this.roomForEnds) {
      this.roomForEnds <<= 1;
      this.ends = heap.realloc(this.ends, (<usize>this.roomForEnds) << 2);
    }
    memory.copy(this.bytes + this.used, start, length);
    const slot = this.slots + ((<usize>place) << 3);
    store<u32>(slot, hash);
    store<u32>(slot, number + 1, 4);
    this.used += length;
    store<u32>(this.ends + ((<usize>number) << 2), this.used);
    this.count = number + 1;
    if (this.count << 1 > this.mask) this.widen();
    return number;
  }

  /** Twice as many slots. */
  private widen(): void {
    const before = this.slots;
    const size = (<usize>(this.mask + 1)) << 3;
    const mask = (this.mask << 1) | 1;
    const slots = heap.alloc(size << 1);
    memory.fill(slots, 0, size << 1);
    for (let from = before; from < before + size; from += 8) {
      if (load<u32>(from, 4) === 0) continue;
      let place = load<u32>(from) & mask;
      while (load<u32>(slots + ((<usize>place) << 3), 4) !== 0) place = (place + 1) & mask;
      store<u64>(slots + ((<usize>place) << 3), load<u64>(from));
    }
    heap.free(before);
    this.slots = slots;
    this.mask = mask;
  }
}

function holdsBackslash(start: usize, length: u32): bool {
  const backslash = i8x16.splat(0x5c);
  const end = start + length;
  let at = start;
  for (; at + 16 <= end; at += 16) if (v128.any_true(i8x16.eq(v128.load(at), backslash))) return true;
  for (; at < end; at++) if (<u32>load<u8>(at) === 0x5c) return true;
  return false;
}
