import type { Extractor } from '../../extract/extractor';
import type { Limits } from '../../host/limits';
import type { Asked } from '../../places/asked';
import { type FileTold, failedFile, type Identity, readFile, unreadFile } from '../../places/scannedFile';
import { scanText } from '../../places/scanText';
import { type FilePath, pathText } from '../filePath';
import { unpackSync } from '../files/inflate';
import { nameNotes, textIn } from '../files/logText';
import type { WantedBytes } from '../files/wantedBytes';
import { scanExtracted } from './extracted';
import type { KeptRows } from './keptRows';
import type { Answer, FileToRead } from './messages';
import type { FileReader } from './readBytes';

/** What a thread reads with, from file to file. */
export interface Ways {
  /** Absent: everything is read in TypeScript. */
  readonly extractor: Extractor | undefined;
  /** Where rows are kept. */
  readonly rows: KeptRows;
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
  { extractor, rows }: Ways,
): Answer {
  const name = typeof path === 'string' ? path : Buffer.from(path);
  const read = reader.read(name, known);
  if (read.kind === 'unchanged') return read;
  const { stamp } = read;
  const identity = { uri, ...stamp };
  const file =
    read.kind === 'failed'
      ? failedFile(identity, read.reason)
      : scanBytes(identity, name, read, limits, askedIn(shown), { extractor, rows });
  return { kind: 'scanned', file, stamp, stretches: rows.endFile() };
}

function scanBytes(
  identity: Identity,
  path: FilePath,
  { bytes, notes }: WantedBytes,
  limits: Limits,
  asked: Asked,
  { extractor, rows }: Ways,
): FileTold {
  const unpacked = unpackSync(bytes, identity.size, limits);
  if (extractor !== undefined && !('failure' in unpacked)) {
    const { buffer, byteOffset, length } = unpacked.bytes;
    const found = scanExtracted(Buffer.from(buffer, byteOffset, length), asked, extractor, rows);
    const named = nameNotes(pathText(path), unpacked.isCompressed);
    if (found !== undefined)
      return readFile(identity, found, { ...unpacked, notes: [...notes, ...named, ...unpacked.notes] });
  }
  const log = textIn(unpacked, path);
  if ('failure' in log) return unreadFile(identity, log);
  const found = scanText(log.text, asked, (record, isWanted) => rows.add(record, isWanted));
  return readFile(identity, found, { ...log, notes: [...notes, ...log.notes] });
}
