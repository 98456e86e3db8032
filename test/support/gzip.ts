/** Builds gzip files byte by byte, so that a test can damage exactly what it means to. RFC 1951 and 1952. */
import { crc32, deflateRawSync } from 'node:zlib';

/** What to write into a member instead of what is right. */
export interface Member {
  /** The deflate stream; that of the text when absent. */
  readonly stream?: Uint8Array;
  readonly flags?: number;
  /** Bytes between the fixed header and the stream. */
  readonly fields?: Uint8Array;
  readonly checksum?: number;
  readonly length?: number;
}

export function member(text: string, options: Member = {}): Buffer {
  const bytes = Buffer.from(text);
  const { stream = deflateRawSync(bytes), flags = 0, fields = new Uint8Array() } = options;
  const header = Uint8Array.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 255]);
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(options.checksum ?? crc32(bytes), 0);
  trailer.writeUInt32LE(options.length ?? bytes.length, 4);
  return Buffer.concat([header, fields, stream, trailer]);
}

/** A block of a deflate stream that holds these bytes as they are; a stream ends with one that is last. */
export function storedBlock(text: string, isLast = false): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.from([isLast ? 1 : 0, 0, 0, 0, 0]);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(~bytes.length & 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

/** A block of a kind that does not exist. */
export const brokenBlock = Buffer.from([0x07]);

/** A copy with one byte changed. @param mask bits to be turned over */
export function flipped(bytes: Uint8Array, at: number, mask = 0xff): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}
