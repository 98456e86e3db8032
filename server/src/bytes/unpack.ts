import { type Limits, LONGEST_TEXT, type Room, roomFor } from '../host/limits';
import type { ReadFailure, ReadNote } from '../host/logFiles';
import { wholeBeginning } from './beginning';
import { adler32 } from './checksums';
import { looksLikeText } from './encoding';
import { formOf } from './form';
import { gunzip, type Layer } from './gunzip';
import * as say from './notes';
import type { DeflateStream, Inflated } from './stream';
import { unzip } from './unzip';

/** The bytes of a text, or in one clause why there is none. */
export type Unpacked =
  | { readonly bytes: Uint8Array; readonly notes: readonly ReadNote[]; readonly isCompressed: boolean }
  | ReadFailure;

/**
 * Takes all containers off a file: gzip and zip in any state, zlib, bare deflate, one in another. Everything that can be saved
 * comes out, and what is wrong is said. Does no I/O and needs no host: it yields the streams that have to be inflated.
 *
 * @param file its bytes, or the beginning of them when there are more than the limits allow
 * @param size bytes of all of it, where `file` is only its beginning
 */
export function* unpack(
  file: Uint8Array,
  size: number,
  { size: allowed, ...others }: Limits,
): Generator<DeflateStream, Unpacked, Inflated> {
  const limits = { ...others, size: Math.min(allowed, LONGEST_TEXT) };
  if (file.length === 0) return { bytes: file, notes: [say.empty], isCompressed: false };
  const room = roomFor(size, limits);
  const notes: ReadNote[] = [];
  let bytes = file;
  let isBeginning = false;
  for (let depth = 0; ; depth++) {
    const layer: Layer | ReadFailure | undefined = yield* layerOf(bytes, room, limits);
    if (layer === undefined) break;
    if ('failure' in layer) return layer;
    if (depth === limits.depth) return { failure: say.tooDeep(limits) };
    // Why a text is empty says more than that it is.
    const loss = layer.notes.find(({ isLoss }) => isLoss);
    if (layer.bytes.length === 0 && loss !== undefined)
      return { failure: (notes.find(({ code }) => code === 'limit') ?? loss).message };
    if (depth === 0 && file.length < size) notes.push(say.longerThanRead(file.length, limits));
    if (depth === 1) notes.unshift(say.nested);
    // What was cut off by a limit of ours seems to end too soon.
    const told = isBeginning ? layer.notes.filter(({ code }) => code !== 'cut' && code !== 'trailer') : layer.notes;
    notes.push(...(depth === 0 ? told : say.within('inside', told)));
    if (layer.isBeginning && !isBeginning) notes.push(say.unpacksToMore(layer.bytes.length, room, limits));
    isBeginning ||= layer.isBeginning;
    ({ bytes } = layer);
  }
  const isCompressed = bytes !== file;
  if (!isCompressed && size > limits.size) {
    notes.push(say.longerThanText(limits));
    isBeginning = true;
  }
  return { bytes: isBeginning ? wholeBeginning(bytes.subarray(0, limits.size)) : bytes, notes, isCompressed };
}

/** What the outermost container holds; undefined when there is none. */
function* layerOf(
  bytes: Uint8Array,
  room: Room,
  limits: Limits,
): Generator<DeflateStream, Layer | ReadFailure | undefined, Inflated> {
  const form = formOf(bytes);
  switch (form.kind) {
    case 'text':
      return undefined;
    case 'gzip':
      return yield* gunzip(bytes, room, limits);
    case 'zip':
      return yield* unzip(bytes, room, limits);
    case 'zlib':
      return yield* otherStream(bytes, ZLIB, room);
    case 'binary':
      return yield* otherStream(bytes, BARE, room);
    case 'foreign':
      return { failure: form.failure };
    case 'no-text':
      return { failure: say.noTextAtAll(form.what), noLog: 'known' };
  }
}

interface StreamFormat {
  readonly name: string;
  readonly header: number;
  readonly trailer: number;
}

const ZLIB: StreamFormat = { name: 'a zlib stream', header: 2, trailer: 4 };
const BARE: StreamFormat = { name: 'a bare deflate stream', header: 0, trailer: 0 };

/** A deflate stream with little or nothing around it. Undefined when that is not what the bytes are. */
function* otherStream(
  bytes: Uint8Array,
  { name, header, trailer }: StreamFormat,
  room: Room,
): Generator<DeflateStream, Layer | undefined, Inflated> {
  const { output, used, end } = yield { bytes: bytes.subarray(header), expected: 0, most: room.bytes };
  if (output.length === 0 || !looksLikeText(output)) return undefined;
  const notes = [say.otherStream(name)];
  const at = header + used;
  if (end === 'cut') notes.push(say.cut(output.length));
  if (end === 'broken') notes.push(say.broken(at, output.length));
  if (end === 'whole') {
    const missing = Math.max(0, at + trailer - bytes.length);
    if (missing > 0) notes.push(say.checksumCut(missing));
    else if (trailer > 0 && uint32BigEnd(bytes, at) !== adler32(output)) notes.push(say.checksum);
    if (at + trailer < bytes.length) notes.push(say.trailing(bytes.length - at - trailer));
  }
  return { bytes: output, notes, isBeginning: end === 'full' };
}

function uint32BigEnd(bytes: Uint8Array, at: number): number {
  return bytes.subarray(at, at + 4).reduce((value, byte) => value * 256 + byte, 0);
}
