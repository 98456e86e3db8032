import type { Limits, Room } from '../host/limits';
import type { ReadNote } from '../host/logFiles';
import { looksLikeText } from './encoding';
import { gunzip, type Layer } from './gunzip';
import { isGzip } from './gzipHeader';
import { joined } from './joined';
import * as say from './notes';
import type { DeflateStream, Inflated } from './stream';
import { type Entry, entryBehind } from './zipEntry';
import { readZipped } from './zipped';

/**
 * Reads all files of a zip archive, one behind another as they stand in it: its directory at the end is not asked, since that is
 * what an archive that was cut off has lost. The text of each begins on a new line, as if all were one log.
 */
export function* unzip(bytes: Uint8Array, room: Room, limits: Limits): Generator<DeflateStream, Layer, Inflated> {
  let entry = entryBehind(bytes, 0);
  if (entry === undefined) return { bytes: NOTHING, notes: [say.zipCut], isBeginning: false };
  const notes: ReadNote[] = [];
  const outputs: Uint8Array[] = [];
  let size = 0;
  let count = 0;
  let texts = 0;
  let seen = 0;
  let isFull = false;
  let patience = PATIENCE;
  while (entry !== undefined && !isFull) {
    if (patience <= 0) notes.push(say.givenUp(entry.data));
    else if (seen === limits.members) notes.push(say.moreMembers(limits));
    if (patience <= 0 || seen === limits.members) break;
    // Folders count, too: an archive can hold millions of them.
    seen++;
    const file: Zipped = yield* readFile(bytes, entry, { ...room, bytes: room.bytes - size }, limits);
    if (!entry.isFolder) {
      count++;
      notes.push(...say.within(`in its file ${count.toLocaleString('en-US')}`, file.notes));
    }
    if (file.output.length > 0) {
      texts++;
      outputs.push(file.output, LINE_BREAK);
      size += file.output.length + LINE_BREAK.length;
    }
    isFull = file.isFull;
    if (!file.isSound) patience -= TRY + file.end - entry.data + file.output.length;
    // A damaged file may seem to reach into the next one.
    entry = entryBehind(bytes, file.isSound ? file.end : entry.data);
  }
  // The last text needs no line behind it.
  const length = Math.max(0, size - LINE_BREAK.length);
  return {
    bytes: joined(outputs, length),
    notes: [say.zip(count, texts), ...say.condensed(notes)],
    isBeginning: isFull,
  };
}

/** Bytes that may be spent on files that are damaged: an archive can seem to hold millions. */
const PATIENCE = 64 * 1024 * 1024;
/** What such a file costs at least. */
const TRY = 64 * 1024;

const LINE_BREAK = Uint8Array.of(0x0a);
const NOTHING = new Uint8Array();

/** The text of one file of the archive. */
interface Zipped {
  readonly output: Uint8Array;
  /** Offset behind it; behind what could be read of it when it is damaged. */
  readonly end: number;
  readonly isSound: boolean;
  readonly isFull: boolean;
  readonly notes: readonly ReadNote[];
}

function* readFile(
  bytes: Uint8Array,
  entry: Entry,
  room: Room,
  limits: Limits,
): Generator<DeflateStream, Zipped, Inflated> {
  const file = yield* readZipped(bytes, entry, room.bytes);
  const { end, isSound } = file;
  const notes = [...file.notes];
  let { output, isFull } = file;
  for (let depth = 1; depth < limits.depth && output.length > 0 && isGzip(output); depth++) {
    const inner: Layer = yield* gunzip(output, room, limits);
    ({ bytes: output, isBeginning: isFull } = inner);
    notes.push(...inner.notes);
  }
  if (isGzip(output))
    return { output: NOTHING, end, isSound, isFull: false, notes: [...notes, say.tooDeepInside(limits)] };
  if (looksLikeText(output)) return { output, end, isSound, isFull, notes };
  // Pictures and the like lie beside logs in an archive, too.
  return { output: NOTHING, end, isSound, isFull: false, notes: [...notes, say.noText] };
}
