import type { Extractor } from '../../extract/extractor';
import type { FlatReader } from '../../extract/own/flatReader';
import type { Limits } from '../../host/limits';
import type { Asked } from '../../places/asked';
import { type FileTold, failedFile, type Identity, readFile, unreadFile } from '../../places/scannedFile';
import { scanText } from '../../places/scanText';
import { type FilePath, pathText } from '../filePath';
import { unpackSync } from '../files/inflate';
import { type LogText, nameNotes, textIn } from '../files/logText';
import type { WantedBytes } from '../files/wantedBytes';
import type { WritingThread } from '../writing/writingThread';
import { scanExtracted } from './extracted';
import { mayBeFlat, scanFlat } from './flatScanned';
import type { KeptRows } from './keptRows';
import type { Answer, FileToRead } from './messages';
import type { FileReader } from './readBytes';

/** What a thread reads with, from file to file. */
export interface Ways {
  /** Absent: everything is read in TypeScript. */
  readonly extractor: Extractor | undefined;
  /** Makes what reads logs of WorkMail's own, once; absent: these are read in TypeScript. */
  readonly flat?: (() => FlatReader | undefined) | undefined;
  /** Where rows are kept. */
  readonly rows: KeptRows;
  /** Is given each log that was read, and takes its rows; absent: they are told of. */
  readonly writing?: Pick<WritingThread, 'write' | 'writePlain'> | undefined;
}

/**
 * Reads one file and tells what is in it. Blocks, as `reader` does.
 *
 * @param askedIn what is asked of the records of a file, by its name
 */
export function scanFile(
  { uri, path, name: shown = uri, known }: FileToRead,
  reader: FileReader,
  limits: Limits,
  askedIn: (file: string) => Asked,
  ways: Ways,
): Answer {
  const name = typeof path === 'string' ? path : Buffer.from(path);
  const read = reader.read(name, known);
  if (read.kind === 'unchanged') return read;
  const { stamp } = read;
  const identity = { uri, ...stamp };
  const file =
    read.kind === 'failed'
      ? failedFile(identity, read.reason)
      : scanBytes(identity, { path: name, shown }, read, limits, askedIn(shown), ways);
  if (file === undefined) return { kind: 'written' };
  return { kind: 'scanned', file, stamp, stretches: ways.rows.endFile() };
}

/** @returns undefined where all is written and nothing is to be told */
function scanBytes(
  identity: Identity,
  { path, shown }: { readonly path: FilePath; readonly shown: string },
  { bytes, notes }: WantedBytes,
  limits: Limits,
  asked: Asked,
  { extractor, flat, rows, writing }: Ways,
): FileTold | undefined {
  const unpacked = unpackSync(bytes, identity.size, limits);
  if (extractor !== undefined && !('failure' in unpacked)) {
    const { buffer, byteOffset, length } = unpacked.bytes;
    const extracted = Buffer.from(buffer, byteOffset, length);
    const named = [...notes, ...nameNotes(pathText(path), unpacked.isCompressed), ...unpacked.notes];
    if (named.length === 0 && writing?.writePlain({ name: shown, bytes: extracted, asked }) === true) return undefined;
    const found = scanExtracted(extracted, asked, extractor, rows);
    if (found !== undefined) {
      writing?.write({ name: shown, extracted, text: () => textOf(textIn(unpacked, path)) });
      return readFile(identity, found, { ...unpacked, notes: named });
    }
  }
  const reader = writing === undefined && !('failure' in unpacked) && mayBeFlat(unpacked.bytes) ? flat?.() : undefined;
  if (reader !== undefined && !('failure' in unpacked)) {
    const { buffer, byteOffset, length } = unpacked.bytes;
    const found = scanFlat(Buffer.from(buffer, byteOffset, length), asked, reader, rows);
    const named = nameNotes(pathText(path), unpacked.isCompressed);
    if (found !== undefined)
      return readFile(identity, found, { ...unpacked, notes: [...notes, ...named, ...unpacked.notes] });
  }
  const log = textIn(unpacked, path);
  if ('failure' in log) return unreadFile(identity, log);
  const found = scanText(log.text, asked, (record, isWanted) => rows.add(record, isWanted));
  // Before it is known whether a call in another log tells the names, nothing of it is written.
  const isLater = found.lacksNames === true && asked.orders === undefined;
  writing?.write({ name: shown, extracted: undefined, text: () => log.text, orders: asked.orders, isLater });
  return readFile(identity, found, { ...log, notes: [...notes, ...log.notes] });
}

function textOf(log: LogText): string | undefined {
  return 'failure' in log ? undefined : log.text;
}
