/**
 * The bytes of a stream that are in memory, and the bits of them that come next. What is left of one piece moves to the beginning of the
 * room, and the next piece comes behind it.
 */

/** Bytes of a piece at most. */
export const PIECE: u32 = 65536;
/** Where more are to come, nothing is begun with less: no header of a block has more bytes. */
export const ENOUGH: usize = 1024;

/** A piece, what is left of the one before, and what is read beyond the last byte. */
const room: usize = memory.data(65536 + 1024 + 64, 16);

/** Behind the bytes that are in `bits`, and behind those that are there. */
let at: usize = room;
let end: usize = room;
let isEnd: bool = false;
/** How much of the stream is no longer in the room. */
let passed: u32 = 0;
/** The next bits, the first of them the lowest, and how many of them are known. What stands above is the same as in the bytes at `at`, or 0. */
let bits: u64 = 0;
let known: u32 = 0;

export function beginInput(): void {
  at = room;
  end = room;
  isEnd = false;
  passed = 0;
  bits = 0;
  known = 0;
}

/** The place for the next `PIECE` bytes. */
export function placeForPiece(): usize {
  giveBytesBack();
  passed += <u32>(at - room);
  memory.copy(room, at, end - at);
  end = room + (end - at);
  at = room;
  return end;
}

/** @param isLast nothing follows */
export function addPiece(length: u32, isLast: bool): void {
  end += length;
  isEnd = isLast;
}

/** Bytes of the stream that were read, the last of them perhaps in part. */
export function usedBytes(): u32 {
  return passed + <u32>(at - room) - (known >> 3);
}

export function isLastPiece(): bool {
  return isEnd;
}

/** Whether something can be begun: else the next piece is needed. */
export function hasEnough(): bool {
  return isEnd || <usize>(known >> 3) + end - at >= ENOUGH;
}

/** Bytes from here on, when none of them are in bits. */
export function byteAt(): usize {
  return at;
}

export function bytesEnd(): usize {
  return end;
}

/** Bits from here on. */
export function nextBits(): u64 {
  return bits;
}

export function knownBits(): u32 {
  return known;
}

/** Goes on elsewhere. */
export function goOnAt(place: usize, firstBits: u64, count: u32): void {
  at = place;
  bits = firstBits;
  known = count;
}

/** As many bits as can be known: 56 at least, but at the end of the stream. */
export function refill(): void {
  if (end - at >= 8) {
    bits |= load<u64>(at) << (<u64>known);
    at += (63 - known) >> 3;
    known |= 56;
    return;
  }
  while (known < 56 && at < end) {
    bits |= (<u64>load<u8>(at++)) << (<u64>known);
    known += 8;
  }
}

/** The next bits as a number. They are known. */
export function peek(count: u32): u32 {
  return <u32>bits & ((1 << count) - 1);
}

export function take(count: u32): u32 {
  const value = peek(count);
  bits >>= <u64>count;
  known -= count;
  return value;
}

/** Leaves fewer than 8 bits. */
export function giveBytesBack(): void {
  at -= known >> 3;
  known &= 7;
  bits &= ((<u64>1) << (<u64>known)) - 1;
}

/** To the beginning of the next byte. */
export function passToByte(): void {
  giveBytesBack();
  bits = 0;
  known = 0;
}
