/**
 * What rows of flat logs have in common, by number: who used which mailbox by what and from where, and what was done with what. A question
 * that asks for it looks once at all rows that have one number, instead of at each column of each row.
 */
import { nextNumber } from './hash';

const FIRST_BITS: u32 = 10;
/** Who writes logs can make rows of which none is like another: so many are told apart, and of others it is not told. */
const MOST: u32 = 1 << 20;
/** Of an entry, in bits of bytes: seven numbers by which rows are alike, two together, and the one that they have in common. */
const SIZE: usize = 5;
const NUMBER: usize = 28;

/** Numbers from 1 on, in the order in which they are met. */
@unmanaged
export class AlikeRows {
  private entries: usize = 0;
  private bits: usize = 0;
  private count: u32 = 0;
  /** Odd numbers that nobody who writes logs knows, so that nobody can choose what meets in one place. */
  private factorOne: u64 = 0;
  private factorTwo: u64 = 0;
  private factorThree: u64 = 0;
  private factorFour: u64 = 0;

  prepare(): void {
    this.factorOne = nextNumber() | 1;
    this.factorTwo = nextNumber() | 1;
    this.factorThree = nextNumber() | 1;
    this.factorFour = nextNumber() | 1;
    this.makeRoom(FIRST_BITS);
  }

  /** One number for all rows that have the same numbers; 0 where it is not told. Two numbers are given as one: see `pair`. */
  numberOf(one: u64, two: u64, three: u64, four: u32): u32 {
    const place = this.placeOf(one, two, three, four);
    const known = load<u32>(place, NUMBER);
    if (known !== 0 || this.count === MOST) return known;
    this.count++;
    put(place, one, two, three, four, this.count);
    const number = this.count;
    if (<usize>number > (<usize>1) << (this.bits - 1)) this.widen();
    return number;
  }

  /** Where the numbers stand, or would be put. */
  private placeOf(one: u64, two: u64, three: u64, four: u32): usize {
    const mask = ((<usize>1) << this.bits) - 1;
    const sum = one * this.factorOne + two * this.factorTwo + three * this.factorThree + <u64>four * this.factorFour;
    let index = <usize>(((sum ^ (sum >> 32)) * 0x9e3779b97f4a7c15) >> (64 - <u64>this.bits));
    while (true) {
      const place = this.entries + (index << SIZE);
      if (
        load<u32>(place, NUMBER) === 0 ||
        (load<u64>(place) === one &&
          load<u64>(place, 8) === two &&
          load<u64>(place, 16) === three &&
          load<u32>(place, 24) === four)
      )
        return place;
      index = (index + 1) & mask;
    }
  }

  private makeRoom(bits: usize): void {
    const bytes = (<usize>1) << (bits + SIZE);
    this.entries = heap.alloc(bytes);
    this.bits = bits;
    memory.fill(this.entries, 0, bytes);
  }

  private widen(): void {
    const before = this.entries;
    const behind = before + ((<usize>1) << (this.bits + SIZE));
    this.makeRoom(this.bits + 1);
    for (let entry = before; entry < behind; entry += (<usize>1) << SIZE) {
      const number = load<u32>(entry, NUMBER);
      if (number === 0) continue;
      const one = load<u64>(entry);
      const two = load<u64>(entry, 8);
      const three = load<u64>(entry, 16);
      const four = load<u32>(entry, 24);
      put(this.placeOf(one, two, three, four), one, two, three, four, number);
    }
    heap.free(before);
  }
}

/** Two numbers as one. */
export function pair(low: u32, high: u32): u64 {
  return <u64>low | ((<u64>high) << 32);
}

function put(place: usize, one: u64, two: u64, three: u64, four: u32, number: u32): void {
  store<u64>(place, one);
  store<u64>(place, two, 8);
  store<u64>(place, three, 16);
  store<u32>(place, four, 24);
  store<u32>(place, number, NUMBER);
}
