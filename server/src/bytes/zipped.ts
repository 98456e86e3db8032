import type { ReadNote } from '../host/logFiles';
import { crc32 } from './checksums';
import { uint32 } from './gzipHeader';
import * as say from './notes';
import type { DeflateStream, Inflated } from './stream';
import { type Entry, isStructure } from './zipEntry';

/** The bytes of one file of a zip archive, as far as they could be read. */
export interface ZippedBytes {
  readonly output: Uint8Array;
  /** Offset behind them; behind what could be read when they are damaged. */
  readonly end: number;
  /** They came to their end, and their checksum is right. */
  readonly isSound: boolean;
  /** There is more, which the room has kept out. */
  readonly isFull: boolean;
  readonly notes: readonly ReadNote[];
}

/** @param most bytes of output at most */
export function* readZipped(
  bytes: Uint8Array,
  entry: Entry,
  most: number,
): Generator<DeflateStream, ZippedBytes, Inflated> {
  const { data, isFolder, isEncrypted, method } = entry;
  const end = entry.end ?? data;
  const passed = { output: new Uint8Array(), end, isSound: true, isFull: false };
  if (isFolder) return { ...passed, notes: [] };
  if (isEncrypted) return { ...passed, notes: [say.encrypted] };
  if (method === undefined) return { ...passed, notes: [say.otherMethod] };
  return method === 'stored' ? stored(bytes, entry, most) : yield* deflated(bytes, entry, most);
}

function* deflated(
  bytes: Uint8Array,
  { data, end: said, size, checksum }: Entry,
  most: number,
): Generator<DeflateStream, ZippedBytes, Inflated> {
  // Where its end is beyond doubt, damage must not lead into the next file.
  const isBounded = said !== undefined && isStructure(bytes, said);
  const stream = bytes.subarray(data, isBounded ? said : bytes.length);
  const { output, used, end: state, checksum: found } = yield { bytes: stream, expected: size ?? 0, most };
  const end = data + used;
  const read = { output, end, isFull: state === 'full' };
  if (state === 'full') return { ...read, isSound: true, notes: [] };
  if (state !== 'whole') {
    const isCut = state === 'cut' && !isBounded;
    return { ...read, isSound: false, notes: [isCut ? say.cut(output.length) : say.broken(end, output.length)] };
  }
  return withChecksum(read, (checksum ?? descriptorAt(bytes, end)) === found);
}

function stored(bytes: Uint8Array, { data, end: said = bytes.length, checksum }: Entry, most: number): ZippedBytes {
  const end = Math.min(said, bytes.length);
  const output = bytes.subarray(data, Math.min(end, data + most));
  const read = { output, end, isFull: data + output.length < end };
  if (read.isFull) return { ...read, isSound: true, notes: [] };
  if (end < said) return { ...read, isSound: false, notes: [say.cut(output.length)] };
  return withChecksum(read, (checksum ?? descriptorAt(bytes, end)) === crc32(output));
}

function withChecksum(read: Omit<ZippedBytes, 'isSound' | 'notes'>, isRight: boolean): ZippedBytes {
  return { ...read, isSound: isRight, notes: isRight ? [] : [say.checksum] };
}

/** The checksum that stands behind a file whose length was not known when its header was written; its signature may be missing. */
function descriptorAt(bytes: Uint8Array, at: number): number {
  return uint32(bytes, uint32(bytes, at) === DESCRIPTOR ? at + 4 : at);
}

const DESCRIPTOR = 0x08_07_4b_50;
