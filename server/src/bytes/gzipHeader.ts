import { crc32 } from './checksums';

/** Header and trailer of a gzip member, RFC 1952, read as far as they make sense. */

const MAGIC = [0x1f, 0x8b, 8] as const;
const FIXED = 10;
/** Bytes of the trailer, and of the checksum with which it begins. */
export const TRAILER = 8;
/** Bytes of the checksum, a CRC-32 of the text, with which the trailer begins (RFC 1952). */
export const CHECKSUM = 4;

const HEADER_CRC = 0x02;
const EXTRA = 0x04;
const NAME = 0x08;
const COMMENT = 0x10;
const RESERVED = 0xe0;

/** What the header of a gzip member says of itself (RFC 1952). Offsets are bytes. */
export interface Header {
  /** Where the deflate stream begins; undefined when the file ends before. */
  readonly end: number | undefined;
  /** All of it is as the format demands. */
  readonly isSound: boolean;
  /** Only its own checksum, if it has one, speaks against it. */
  readonly matchesChecksum: boolean;
}

/**
 * Whether a gzip member begins here. One of the three bytes that say so may be damaged: no text has the other two. What
 * is shorter is one as far as it goes.
 */
export function isGzip(bytes: Uint8Array, at = 0): boolean {
  if (isMagic(bytes, at)) return true;
  const length = bytes.length - at;
  if (length < 3) return length > 0 && MAGIC.slice(0, length).every((byte, index) => bytes[at + index] === byte);
  return MAGIC.filter((byte, index) => bytes[at + index] === byte).length === 2 && isPlausible(bytes, at);
}

/** Whether the bytes at an offset are those with which every gzip member begins. */
export function isMagic(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === MAGIC[0] && bytes[at + 1] === MAGIC[1] && bytes[at + 2] === MAGIC[2];
}

/** No reserved flag is set, and the bytes for effort and system have one of the values in use. */
export function isPlausible(bytes: Uint8Array, at: number): boolean {
  const [flags = 0, effort = 0, system = 0] = [bytes[at + 3], bytes[at + 8], bytes[at + 9]];
  return (flags & RESERVED) === 0 && (effort === 0 || effort === 2 || effort === 4) && (system <= 13 || system === 255);
}

/** Reads the header of the gzip member at `start`; what lies behind the end of the bytes counts as zero. Never throws. */
export function readHeader(bytes: Uint8Array, start: number): Header {
  const flags = bytes[start + 3] ?? 0;
  let at: number | undefined = start + FIXED;
  if (flags & EXTRA) at += 2 + (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
  if (flags & NAME) at = afterZero(bytes, at);
  if (flags & COMMENT) at = afterZero(bytes, at);
  let matchesChecksum = true;
  if (flags & HEADER_CRC) {
    const said = (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
    // Only a header that is all there has a checksum to be compared; long ones are not worth it.
    matchesChecksum = at >= bytes.length || said === (crc32(bytes.subarray(start, at)) & 0xffff);
    at += 2;
  }
  const isSound = isMagic(bytes, start) && (flags & RESERVED) === 0;
  return { end: at < bytes.length ? at : undefined, isSound, matchesChecksum };
}

/**
 * Where else a deflate stream may begin when a header leads nowhere, because the byte that says which parts it has is
 * damaged itself: at once, or behind a name.
 */
export function otherStreamStarts(bytes: Uint8Array, start: number): number[] {
  return [start + FIXED, afterZero(bytes, start + FIXED)].filter((at) => at < bytes.length);
}

/** No system has longer names, and looking for their end in a whole file, again and again, would take long. */
const LONGEST_NAME = 64 * 1024;

function afterZero(bytes: Uint8Array, at: number): number {
  const zero = bytes.subarray(at, at + LONGEST_NAME).indexOf(0);
  return zero < 0 ? bytes.length : at + zero + 1;
}

/** A number of four bytes, the lowest first; missing bytes count as zero. */
export function uint32(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  return (low | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)) >>> 0;
}
