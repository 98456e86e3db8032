import { createIntern } from '../../core';
import type { Limits } from '../../host/limits';
import type { ScannedFile } from '../../host/logFiles';
import type { Asked } from '../../places/asked';
import { failedFile, readFile, unreadFile } from '../../places/scannedFile';
import { scanText } from '../../places/scanText';
import type { FilePath } from '../filePath';
import { unpackSync } from '../files/inflate';
import { textIn } from '../files/logText';
import type { WantedBytes } from '../files/wantedBytes';
import type { KeptRows } from './keptRows';
import type { Answer, FileToRead } from './messages';
import type { FileReader } from './readBytes';
import { scanRegular } from './regular';

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
  rows: KeptRows | undefined,
): Answer {
  const name = typeof path === 'string' ? path : Buffer.from(path);
  const read = reader.read(name, known);
  if (read.kind === 'unchanged') return read;
  const { stamp } = read;
  const identity = { uri, ...stamp };
  const file =
    read.kind === 'failed'
      ? failedFile(identity, read.reason)
      : scanBytes(identity, name, read, limits, askedIn(shown), rows);
  return { kind: 'scanned', file, stamp, ...(rows && { stretches: rows.endFile() }) };
}

function scanBytes(
  identity: Pick<ScannedFile, 'uri' | 'size' | 'modified'>,
  path: FilePath,
  { bytes, notes }: WantedBytes,
  limits: Limits,
  asked: Asked,
  rows: KeptRows | undefined,
): ScannedFile {
  const unpacked = unpackSync(bytes, identity.size, limits);
  // Its checksum says that this is what the log's writer wrote. A log without one is read in full.
  if (rows === undefined && !('failure' in unpacked) && unpacked.isCompressed && unpacked.notes.length === 0) {
    const { buffer, byteOffset, length } = unpacked.bytes;
    const found = scanRegular(Buffer.from(buffer, byteOffset, length), asked, createIntern());
    if (found !== undefined) return readFile(identity, found, { ...unpacked, notes });
  }
  const log = textIn(unpacked, path);
  if ('failure' in log) return unreadFile(identity, log);
  const found = scanText(log.text, asked, createIntern(), (record) => rows?.add(record));
  return readFile(identity, found, { ...log, notes: [...notes, ...log.notes] });
}
