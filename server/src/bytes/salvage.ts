import { Z_DATA_ERROR, Z_OK, Z_STREAM_END, Z_SYNC_FLUSH, ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import { joined } from './joined';
import type { DeflateStream, Inflated } from './stream';

/** Bytes of output between two pauses: few at first, as most of what is damaged at its beginning gives none. */
const FIRST_CHUNK = 4 * 1024;
const LARGEST_CHUNK = 1024 * 1024;
/** Raw deflate with the largest window. */
const RAW = -15;

/**
 * Inflates as much as can be inflated. Node's zlib and DecompressionStream drop what they have when they meet damage; here
 * every byte before it comes out. Slower, and so only for streams that the host's own inflater has refused.
 *
 * Pauses now and then, so that a host can do other things between.
 */
export function* salvage({ bytes, most }: DeflateStream): Generator<void, Omit<Inflated, 'checksum'>> {
  const stream = new ZStream();
  zlibInflateInit2(stream, RAW);
  stream.input = bytes;
  stream.avail_in = bytes.length;
  const pieces: Uint8Array[] = [];
  let size = 0;
  let chunk = FIRST_CHUNK;
  while (true) {
    // One byte more than asked for tells a full output from one that fits exactly.
    const wanted = Math.min(chunk, most - size + 1);
    chunk = Math.min(2 * chunk, LARGEST_CHUNK);
    stream.output = new Uint8Array(wanted);
    stream.next_out = 0;
    stream.avail_out = wanted;
    const status = zlibInflate(stream, Z_SYNC_FLUSH);
    pieces.push(stream.output.subarray(0, stream.next_out));
    size += stream.next_out;
    const end = endOf(status, stream.avail_out, size > most);
    if (end !== undefined) return { output: joined(pieces, Math.min(size, most)), used: stream.next_in, end };
    yield;
  }
}

function endOf(status: number, freeOutput: number, isFull: boolean): Inflated['end'] | undefined {
  if (isFull) return 'full';
  if (status === Z_STREAM_END) return 'whole';
  if (status === Z_DATA_ERROR) return 'broken';
  return status === Z_OK && freeOutput === 0 ? undefined : 'cut';
}
