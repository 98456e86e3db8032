import { wholeBeginning } from '../../bytes/beginning';
import { encodingOf } from '../../bytes/encoding';
import { formOf } from '../../bytes/form';
import * as say from '../../bytes/notes';
import { type Limits, mostOnDisk } from '../../host/limits';
import type { ReadNote } from '../../host/logFiles';
import { EventNames } from './eventNames';

/** A stretch of a file that is to be read next. */
export interface Stretch {
  /** Is to be filled with it, from its beginning. */
  readonly into: Buffer;
  /** Offset into the file. */
  readonly at: number;
}

/** What is worth reading of a file. */
export interface WantedBytes {
  /** All bytes, or those of the beginning where nothing behind it can be an event, or a limit comes first. */
  readonly bytes: Buffer;
  readonly notes: readonly ReadNote[];
}

/** Below this a file is read at once: a look at its beginning takes as long. Bytes. */
export const READ_AT_ONCE = 1024 * 1024;
const BEGINNING = 64 * 1024;
/** Above this, memory is taken for a text only when something in it names an event. Bytes. */
const SEARCHED_FROM = 16 * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;

/**
 * Decides what to read of a file, by what was read of it before: pictures and programs cost one small read, and so does what
 * can't be unpacked here. A long file in which nothing names an event is looked through to its end, or to the limit, but never
 * held. Does no I/O: it yields what is to be read, and is given back how many bytes there were.
 *
 * @param size of the file, in bytes
 * @param memory gives room for so many bytes; what is left of it is not looked at
 */
export function* wantedBytes(
  size: number,
  limits: Limits,
  memory: (size: number) => Buffer,
): Generator<Stretch, WantedBytes, number> {
  const wanted = Math.min(size, mostOnDisk(limits));
  if (wanted <= READ_AT_ONCE) return yield* rest(memory(wanted), 0, wanted);
  const beginning = Buffer.alloc(BEGINNING);
  const { bytes: seen, notes } = yield* rest(beginning, 0, BEGINNING);
  const { kind } = formOf(seen);
  if (seen.length < BEGINNING || kind === 'no-text' || kind === 'foreign') return { bytes: seen, notes };
  const isText = kind === 'text' || kind === 'binary';
  if (wanted > SEARCHED_FROM && isText) {
    return (yield* namesEvents(wanted))
      ? yield* untilZeros(wanted, encodingOf(seen).name === 'UTF-8')
      : beginningOf(seen);
  }
  const all = memory(wanted);
  seen.copy(all);
  return yield* rest(all, seen.length, wanted);
}

/** The same for a file that is read whatever it holds: all of it, up to the limit. */
export function* allBytes(
  size: number,
  limits: Limits,
  memory: (size: number) => Buffer,
): Generator<Stretch, WantedBytes, number> {
  const wanted = Math.min(size, mostOnDisk(limits));
  return yield* rest(memory(wanted), 0, wanted);
}

function beginningOf(seen: Buffer): WantedBytes {
  const { buffer, byteOffset, length } = wholeBeginning(seen);
  return { bytes: Buffer.from(buffer, byteOffset, length), notes: [] };
}

/** Fills `all` from `from` to `wanted`; a file may become shorter while it is read. */
function* rest(all: Buffer, from: number, wanted: number): Generator<Stretch, WantedBytes, number> {
  let length = from;
  while (length < wanted) {
    const read: number = yield { into: all.subarray(length, wanted), at: length };
    if (read === 0) return { bytes: all.subarray(0, length), notes: [say.shrunk] };
    length += read;
  }
  return { bytes: all.subarray(0, length), notes: [] };
}

function* namesEvents(wanted: number): Generator<Stretch, boolean, number> {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  const names = new EventNames();
  for (let at = 0; at < wanted; ) {
    const read: number = yield { into: piece.subarray(0, Math.min(PIECE, wanted - at)), at };
    if (read === 0) return false;
    if (names.areIn(piece.subarray(0, read))) return true;
    at += read;
  }
  return false;
}

/**
 * A long text without the zeros at its end: programs set room aside for logs that they have not written yet. Zeros take no
 * memory here either: what is never written to is given by the system only when it is needed.
 *
 * @param isCut zeros are no part of the last character
 */
function* untilZeros(wanted: number, isCut: boolean): Generator<Stretch, WantedBytes, number> {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  const zeros = Buffer.alloc(PIECE);
  const all = Buffer.alloc(wanted);
  let length = 0;
  let at = 0;
  while (at < wanted) {
    const read: number = yield { into: piece.subarray(0, Math.min(PIECE, wanted - at)), at };
    if (read === 0) break;
    if (piece.compare(zeros, 0, read, 0, read) !== 0) {
      piece.copy(all, at, 0, read);
      length = at + read;
    }
    at += read;
  }
  const notes = at < wanted ? [say.shrunk] : [];
  if (!isCut) return { bytes: all.subarray(0, at), notes };
  while (length > 0 && all[length - 1] === 0) length--;
  const filled = at - length;
  return { bytes: all.subarray(0, length), notes: filled === 0 ? notes : [...notes, say.filledUp(filled)] };
}
