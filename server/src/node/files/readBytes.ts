import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import * as say from '../../bytes/notes';
import { type Limits, mostOnDisk } from '../../host/limits';
import type { ReadNote } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { notAFile, reasonOf } from './reasons';

/** The bytes of a file, or in one clause why there are none. */
export type FileBytes =
  | {
      readonly bytes: Uint8Array;
      readonly notes: readonly ReadNote[];
      /** All bytes on disk. */
      readonly size: number;
      readonly modified: number;
    }
  | { readonly failure: string };

/**
 * Reads a file as it is at this moment: what is appended meanwhile is left out. Of a file longer than the limit the
 * beginning is read. Only regular files and links to them are opened: reading a pipe or a device may never end.
 */
export async function readBytes(path: FilePath, limits: Limits): Promise<FileBytes> {
  try {
    // Looked at before it is opened, as opening alone does something to a pipe or a device; and after, for what it became.
    const refused = notAFile(await stat(path));
    if (refused !== undefined) return { failure: refused };
    const file = await open(path, READ_WITHOUT_WAITING);
    try {
      const stats = await file.stat();
      const failure = notAFile(stats);
      return failure === undefined ? await readFrom(file, stats, limits) : { failure };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** Windows has no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const PIECE = 64 * 1024 * 1024;

async function readFrom(file: FileHandle, { size, mtimeMs }: Stats, limits: Limits): Promise<FileBytes> {
  const wanted = Math.min(size, mostOnDisk(limits));
  const bytes = Buffer.allocUnsafeSlow(wanted);
  let length = 0;
  while (length < wanted) {
    const { bytesRead } = await file.read(bytes, length, Math.min(PIECE, wanted - length), length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const notes = length < wanted ? [say.shrunk] : [];
  return { bytes: bytes.subarray(0, length), notes, size, modified: mtimeMs };
}
