import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Limits } from '../../host/limits';
import type { ReadNote } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { notAFile, reasonOf } from './reasons';
import { wantedBytes } from './wantedBytes';

/** The bytes of a file, or in one clause why there are none. */
export type FileBytes =
  | {
      /** Those that are worth reading: see `wantedBytes`. */
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

async function readFrom(file: FileHandle, { size, mtimeMs }: Stats, limits: Limits): Promise<FileBytes> {
  const reading = wantedBytes(size, limits, (length) => Buffer.allocUnsafeSlow(length));
  let next = reading.next();
  while (!next.done) {
    const { into, at } = next.value;
    const { bytesRead } = await file.read(into, 0, Math.min(into.length, MOST_AT_ONCE), at);
    next = reading.next(bytesRead);
  }
  return { ...next.value, size, modified: mtimeMs };
}

const MOST_AT_ONCE = 64 * 1024 * 1024;
