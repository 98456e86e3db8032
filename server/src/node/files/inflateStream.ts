import { promisify } from 'node:util';
import { constants, crc32, createInflateRaw, inflateRaw, inflateRawSync, type ZlibOptions } from 'node:zlib';
import { crc32 as ownCrc32 } from '../../bytes/checksums';
import { joined } from '../../bytes/joined';
import { salvage } from '../../bytes/salvage';
import type { DeflateStream, Inflated } from '../../bytes/stream';
import type { Limits } from '../../host/limits';
import type { Inflater } from '../../inflate/inflater';

/** One stream at once. What comes out is good until the inflater is asked to forget, and not to be written to. */
export function inflateAtOnce(inflater: Inflater | undefined, stream: DeflateStream, limits: Limits): Inflated {
  return inflatedBy(inflater, stream, limits) ?? inflatedSync(stream, limits);
}

/** The output of a stream that is whole or cut off and, as far as anybody believes it, not too long. */
function inflatedBy(inflater: Inflater | undefined, stream: DeflateStream, limits: Limits): Inflated | undefined {
  const believed = believedOf(stream, limits);
  const expected = isCredible(stream) ? stream.expected : 0;
  return believed === 0 ? undefined : inflater?.inflate({ ...stream, expected, most: believed });
}

function inflatedSync(stream: DeflateStream, limits: Limits): Inflated {
  const believed = believedOf(stream, limits);
  if (believed > 0) {
    const result = inflatedAtOnce({ ...stream, most: believed });
    if (result !== 'more') return result ?? salvagedSync(stream);
    if (believed >= stream.most) return salvagedSync(stream);
  }
  const beginning = salvagedSync(beginningOf(stream, limits));
  if (beginning.end !== 'full' || beginning.output.length === stream.most) return beginning;
  if (isBomb(beginning, limits)) return sampleOf(beginning, limits);
  const result = inflatedAtOnce(stream);
  return result === 'more' || result === undefined ? salvagedSync(stream) : result;
}

/** Undefined at damage; `more` when there is more output than asked for. */
function inflatedAtOnce(stream: DeflateStream): Inflated | 'more' | undefined {
  try {
    const result = resultOf(inflateRawSync(stream.bytes, optionsFor(stream)));
    return isUsedUp(result, stream) && isCutSync(stream) ? { ...result, end: 'cut' } : result;
  } catch (error) {
    return isTooLarge(error) ? 'more' : undefined;
  }
}

/** Damage, or more than asked for: what is good is read in the slow way. */
function salvagedSync(stream: DeflateStream): Inflated {
  const saving = salvage(stream);
  let next = saving.next();
  while (!next.done) next = saving.next();
  return { ...next.value, checksum: checksumOf(next.value.output) };
}

const inflateInPool = promisify<Uint8Array, ZlibOptions, unknown>(inflateRaw);
/** Handing less than this to the thread pool takes longer than inflating it. Bytes. */
const SMALL = 64 * 1024;

/** The same, keeping nobody waiting for long; by zlib. */
export async function inflateInBackground(
  stream: DeflateStream,
  limits: Limits,
  pause: () => Promise<void>,
): Promise<Inflated> {
  if (stream.bytes.length < SMALL) return inflatedSync(stream, limits);
  const believed = believedOf(stream, limits);
  if (believed > 0) {
    const result = await inflatedInPool({ ...stream, most: believed });
    if (result === undefined) return salvaged(stream, pause);
    if (result !== 'more') return result;
    if (believed >= stream.most) return (await inflatedUpToMost(stream)) ?? salvaged(stream, pause);
  }
  const beginning = await inflatedUpToMost(beginningOf(stream, limits));
  if (beginning === undefined) return salvaged(stream, pause);
  if (beginning.end !== 'full' || beginning.output.length === stream.most) return beginning;
  if (isBomb(beginning, limits)) return sampleOf(beginning, limits);
  const result = await inflatedInPool(stream);
  if (result === undefined) return salvaged(stream, pause);
  return result === 'more' ? ((await inflatedUpToMost(stream)) ?? salvaged(stream, pause)) : result;
}

async function inflatedInPool(stream: DeflateStream): Promise<Inflated | 'more' | undefined> {
  try {
    const result = resultOf(await inflateInPool(stream.bytes, optionsFor(stream)));
    return isUsedUp(result, stream) && (await isCut(stream)) ? { ...result, end: 'cut' } : result;
  } catch (error) {
    return isTooLarge(error) ? 'more' : undefined;
  }
}

async function salvaged(stream: DeflateStream, pause: () => Promise<void>): Promise<Inflated> {
  const saving = salvage(stream);
  let next = saving.next();
  while (!next.done) {
    await pause();
    next = saving.next();
  }
  return { ...next.value, checksum: checksumOf(next.value.output) };
}

/**
 * How much output is asked for in one go, in bytes. What says of itself that it unpacks to more than so many times its size
 * is looked at first, piece by piece: 0.
 */
function believedOf(stream: DeflateStream, { ratioFrom }: Limits): number {
  const { expected, most } = stream;
  if (expected <= ratioFrom) return Math.min(most, ratioFrom);
  return isCredible(stream) ? Math.min(most, expected) : 0;
}

/** What says that it unpacks to more than so many times its size is not believed before it does. */
const CREDIBLE_RATIO = 64;

function isCredible({ bytes, expected }: DeflateStream): boolean {
  return expected <= bytes.length * CREDIBLE_RATIO;
}

/** As much as may unpack to any size without being suspicious. */
function beginningOf(stream: DeflateStream, { ratioFrom }: Limits): DeflateStream {
  return { ...stream, most: Math.min(stream.most, ratioFrom) };
}

/** Whether a beginning says of the rest that no log unpacks so. */
function isBomb({ output, used }: Inflated, { ratio }: Limits): boolean {
  return output.length > ratio * used;
}

/** Enough of a bomb to see what it is made of. All that there may be of a log would be a thousand times the same. */
function sampleOf(beginning: Inflated, { ratioFrom }: Limits): Inflated {
  return { ...beginning, output: beginning.output.slice(0, Math.ceil(ratioFrom / 16)) };
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** Stops as soon as there is enough. Undefined when it comes upon damage before. */
async function inflatedUpToMost({ bytes, most }: DeflateStream): Promise<Inflated | undefined> {
  const engine = createInflateRaw({ chunkSize: LARGE_CHUNK });
  engine.end(bytes);
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of engine) {
      pieces.push(piece);
      size += piece.length;
      if (size > most) break;
    }
  } catch {
    return undefined;
  }
  const output = joined(pieces, Math.min(size, most));
  const end = size > most ? 'full' : 'whole';
  return { output, used: engine.bytesWritten, end, checksum: checksumOf(output) };
}

/** Nothing follows the stream. That is so where a file is cut off, and only there, as gzip has a trailer. */
function isUsedUp({ used }: Inflated, { bytes }: DeflateStream): boolean {
  return used === bytes.length;
}

/** Asks zlib for the end of the stream, which it otherwise does without. */
function isCutSync(stream: DeflateStream): boolean {
  try {
    inflateRawSync(stream.bytes, { maxOutputLength: stream.most });
    return false;
  } catch {
    return true;
  }
}

function isCut(stream: DeflateStream): Promise<boolean> {
  return inflateInPool(stream.bytes, { maxOutputLength: stream.most }).then(
    () => false,
    () => true,
  );
}

const LARGE_CHUNK = 1024 * 1024;
/** Where nothing is said, as of a member among others. */
const USUAL_CHUNK = 64 * 1024;
/** Below this a chunk costs the same, and a length that is a lie could make it cost more. Bytes. */
const SMALLEST_CHUNK = 16 * 1024;

function optionsFor(stream: DeflateStream): ZlibOptions {
  const { expected, most } = stream;
  // One chunk that takes all of the output, and a byte to spare, saves the work of putting several together.
  const credible = isCredible(stream) ? Math.min(expected, most) + 1 : LARGE_CHUNK;
  const chunkSize = expected === 0 ? USUAL_CHUNK : Math.max(credible, SMALLEST_CHUNK);
  // Without this, zlib throws away all of a stream that is cut off. `info` gives the engine too, which knows how much of
  // its input it has used.
  return { chunkSize, maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH, info: true };
}

function resultOf(result: unknown): Inflated {
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
