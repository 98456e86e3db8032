/** Byte strings that are each kept once, by number: texts, and tuples of their numbers. */
import { areSame, hashOf, otherHashOf } from './hash';
import { namesEvent } from './telling';

/** Given instead of a number: the text holds an escape, so that it says something else than its bytes. */
export const ESCAPED: u32 = 0xffffffff;
/** Given instead of a number: there is none yet. */
export const NONE: u32 = 0xfffffffe;

const FEWEST_GROUPS: u32 = 64;
/** The bit by which the byte of a place in use is none of nothing, and those of the hash in it. */
const USED: u32 = 0x80;
const TAG_BITS: u32 = 7;
/** Of sixteen places, on average. */
const MOST_IN_GROUP: u32 = 12;
const FEWEST_BYTES: usize = 65536;
const FEWEST_ENDS: u32 = 1024;
/** So many bytes may be read beyond the last one. */
const SLACK: usize = 16;

/** Grows as it must; numbers stay what they are. */
@unmanaged
export class Interned {
  /**
   * A hash and a number for each place, in groups of sixteen; and for each place one byte that tells of the hash, or 0 where nothing
   * is. Most texts are new, and for those the bytes alone are read: all of them lie near the processor, which places do not. (After
   * Abseil's "Swiss tables".)
   */
  private slots: usize = 0;
  private tags: usize = 0;
  /** Of groups. */
  private mask: u32 = 0;
  /** How many numbers there are. */
  count: u32 = 0;
  /** All byte strings, one behind the other, and where each ends. */
  bytes: usize = 0;
  used: u32 = 0;
  private room: usize = 0;
  ends: usize = 0;
  private roomForEnds: u32 = 0;
  /** Two hashes of each text, by which it is told from others anywhere; 0 where nobody wants them. */
  marks: usize = 0;
  /** Where the byte string goes that was looked for last and has no number. */
  private place: u32 = 0;
  /** What was given away: numbers below this, and their bytes. */
  givenCount: u32 = 0;
  givenBytes: u32 = 0;

  prepare(): void {
    this.makeSlots(FEWEST_GROUPS);
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

  /** From now on, before there are any but the empty one, texts have marks. */
  beginMarks(): void {
    this.marks = heap.alloc((<usize>this.roomForEnds) << 3);
    store<u64>(this.marks, 0);
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
    const known = this.find(start, length, hash);
    if (known !== NONE) return known;
    if (isText && holdsBackslash(start, length)) return ESCAPED;
    return this.add(start, length, hash, this.place);
  }

  /** The same of a text without an escape; `ESCAPED` for one that holds a name of an event's field, which is never kept. */
  numberOfPlain(start: usize, length: u32): u32 {
    const hash = hashOf(start, length);
    const known = this.find(start, length, hash);
    if (known !== NONE) return known;
    if (namesEvent(start, length)) return ESCAPED;
    return this.add(start, length, hash, this.place);
  }

  /** `hash` of a byte string to be looked for: the first place that may have it; 0 where none has. Only this is looked at for most new ones. */
  @inline
  placeOfHash(hash: u32): usize {
    const group = (hash >> TAG_BITS) & this.mask;
    const tags = v128.load(this.tags + ((<usize>group) << 4));
    const alike = <u32>i8x16.bitmask(i8x16.eq(tags, i8x16.splat(<i8>tagOf(hash))));
    return alike === 0 ? 0 : this.slots + ((((<usize>group) << 4) + <usize>ctz(alike)) << 3);
  }

  /** The number at such a place, if it is of that hash; else `NONE`. */
  @inline
  numberAt(place: usize, hash: u32): u32 {
    return load<u32>(place) === hash ? load<u32>(place, 4) : NONE;
  }

  /** The number of a byte string; where it has none, `NONE`, and `place` is where it goes. */
  @inline
  private find(start: usize, length: u32, hash: u32): u32 {
    const tag = i8x16.splat(<i8>tagOf(hash));
    let group = (hash >> TAG_BITS) & this.mask;
    while (true) {
      const tags = v128.load(this.tags + ((<usize>group) << 4));
      let alike = <u32>i8x16.bitmask(i8x16.eq(tags, tag));
      for (; alike !== 0; alike &= alike - 1) {
        const slot = this.slots + ((((<usize>group) << 4) + <usize>ctz(alike)) << 3);
        if (load<u32>(slot) !== hash) continue;
        const number = load<u32>(slot, 4);
        if (this.length(number) === length && areSame(start, this.start(number), length)) return number;
      }
      const empty = <u32>i8x16.bitmask(i8x16.eq(tags, i8x16.splat(0)));
      if (empty !== 0) {
        this.place = (group << 4) + ctz(empty);
        return NONE;
      }
      group = (group + 1) & this.mask;
    }
  }

  /** Forgets what was given away: only what comes from now on is new. */
  give(): void {
    this.givenCount = this.count;
    this.givenBytes = this.used;
  }

  /** Forgets all: numbers begin anew. The room stays. */
  forget(): void {
    this.count = 0;
    this.used = 0;
    this.give();
    memory.fill(this.tags, 0, <usize>((this.mask + 1) << 4));
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
      if (this.marks !== 0) this.marks = heap.realloc(this.marks, (<usize>this.roomForEnds) << 3);
    }
    if (this.marks !== 0) {
      const mark = this.marks + ((<usize>number) << 3);
      store<u32>(mark, hash);
      store<u32>(mark, otherHashOf(start, length), 4);
    }
    memory.copy(this.bytes + this.used, start, length);
    this.put(place, hash, number);
    this.used += length;
    store<u32>(this.ends + ((<usize>number) << 2), this.used);
    this.count = number + 1;
    if (this.count > (this.mask + 1) * MOST_IN_GROUP) this.widen();
    return number;
  }

  private put(place: u32, hash: u32, number: u32): void {
    const slot = this.slots + ((<usize>place) << 3);
    store<u32>(slot, hash);
    store<u32>(slot, number, 4);
    store<u8>(this.tags + place, <u8>tagOf(hash));
  }

  private makeSlots(groups: u32): void {
    const places = (<usize>groups) << 4;
    this.mask = groups - 1;
    this.slots = heap.alloc(places << 3);
    this.tags = heap.alloc(places);
    memory.fill(this.tags, 0, places);
  }

  /** Twice as many places. */
  private widen(): void {
    const slots = this.slots;
    const tags = this.tags;
    const places = (this.mask + 1) << 4;
    this.makeSlots((this.mask + 1) << 1);
    for (let from: u32 = 0; from < places; from++) {
      if (load<u8>(tags + from) === 0) continue;
      const slot = slots + ((<usize>from) << 3);
      const hash = load<u32>(slot);
      this.put(this.emptyPlace(hash), hash, load<u32>(slot, 4));
    }
    heap.free(slots);
    heap.free(tags);
  }

  private emptyPlace(hash: u32): u32 {
    let group = (hash >> TAG_BITS) & this.mask;
    while (true) {
      const empty = <u32>i8x16.bitmask(i8x16.eq(v128.load(this.tags + ((<usize>group) << 4)), i8x16.splat(0)));
      if (empty !== 0) return (group << 4) + ctz(empty);
      group = (group + 1) & this.mask;
    }
  }
}

function tagOf(hash: u32): u32 {
  return (hash & (USED - 1)) | USED;
}

function holdsBackslash(start: usize, length: u32): bool {
  const backslash = i8x16.splat(0x5c);
  const end = start + length;
  let at = start;
  for (; at + 16 <= end; at += 16) if (v128.any_true(i8x16.eq(v128.load(at), backslash))) return true;
  for (; at < end; at++) if (<u32>load<u8>(at) === 0x5c) return true;
  return false;
}
