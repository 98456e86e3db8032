import { promisify } from 'node:util';
import { crc32, inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { crc32 as ownCrc32 } from '../../bytes/checksums';
import type { Limits } from '../../bytes/limits';
import { salvage } from '../../bytes/salvage';
import type { DeflateStream, Inflated } from '../../bytes/stream';
import { type Unpacked, unpack } from '../../bytes/unpack';

/** Takes all containers off a file at once; for worker threads, and for files that are small. */
export function unpackSync(file: Uint8Array, size: number, limits: Limits): Unpacked {
  const work = unpack(file, size, limits);
  let next = work.next();
  while (!next.done) next = work.next(inflatedSync(next.value));
  return next.value;
}

/**
 * Takes all containers off a file and keeps nobody waiting meanwhile.
 *
 * @param pause lets everything that waits be served
 */
export async function unpackInBackground(
  file: Uint8Array,
  size: number,
  limits: Limits,
  pause: () => Promise<void>,
): Promise<Unpacked> {
  const work = unpack(file, size, limits);
  let next = work.next();
  while (!next.done) next = work.next(await inflated(next.value, pause));
  return next.value;
}

function inflatedSync(stream: DeflateStream): Inflated {
  if (stream.most > 0) {
    try {
      return wholeOf(inflateRawSync(stream.bytes, optionsFor(stream)));
    } catch {
      // Damage, or more than asked for: what is good is read in the slow way.
    }
  }
  const saving = salvage(stream);
  let next = saving.next();
  while (!next.done) next = saving.next();
  return { ...next.value, checksum: checksumOf(next.value.output) };
}

const inflateInPool = promisify<Uint8Array, ZlibOptions, unknown>(inflateRaw);
/** Handing less than this to the thread pool takes longer than inflating it. Bytes. */
const SMALL = 64 * 1024;

async function inflated(stream: DeflateStream, pause: () => Promise<void>): Promise<Inflated> {
  if (stream.bytes.length < SMALL) return inflatedSync(stream);
  if (stream.most > 0) {
    try {
      return wholeOf(await inflateInPool(stream.bytes, optionsFor(stream)));
    } catch {
      // As above.
    }
  }
  const saving = salvage(stream);
  let next = saving.next();
  while (!next.done) {
    await pause();
    next = saving.next();
  }
  return { ...next.value, checksum: checksumOf(next.value.output) };
}

/** Deflate never gets farther than this. */
const BEST_RATIO = 1032;
const SMALLEST_CHUNK = 16 * 1024;
const LARGE_CHUNK = 1024 * 1024;

function optionsFor({ bytes, expected, most }: DeflateStream): ZlibOptions {
  // One chunk that takes all of the output, and a byte to spare, saves the work of putting several together. What a file
  // says of its length may be a lie in both directions.
  const likely = Math.min(expected + 1, bytes.length * BEST_RATIO, most + 1);
  const chunkSize = Math.max(likely, Math.min(bytes.length, LARGE_CHUNK), SMALLEST_CHUNK);
  // `info` gives the engine too, which knows how much of its input it has used.
  return { chunkSize, maxOutputLength: most, info: true };
}

function wholeOf(result: unknown): Inflated {
  if (!isResult(result)) throw new TypeError('zlib gave something else than output and engine.');
  const { buffer, engine } = result;
  // A short output must not hold on to the memory of a chunk that was taken for a long one.
  const isWasteful = buffer.buffer.byteLength > 2 * buffer.length + SMALLEST_CHUNK;
  const output = isWasteful ? Uint8Array.from(buffer) : buffer;
  return { output, used: engine.bytesWritten, end: 'whole', checksum: checksumOf(output) };
}

/** The types of Node leave out what `info` does to the result. */
function isResult(value: unknown): value is { buffer: Buffer; engine: { bytesWritten: number } } {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value;
}

/** Node has its own since 20.15. */
const checksumOf: (bytes: Uint8Array) => number = typeof crc32 === 'function' ? crc32 : ownCrc32;
