import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Limits } from '../../host/limits';
import type { ReadNote } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { notAFile, reasonOf } from './reasons';
import type { wantedBytes } from './wantedBytes';

/** The bytes of a file, or in one clause why there are none. */
export type FileBytes =
  | {
      /** Those that were chosen: see `wantedBytes`. */
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
 *
 * @param choose says what to read of it
 */
export async function readBytes(path: FilePath, limits: Limits, choose: typeof wantedBytes): Promise<FileBytes> {
  try {
    // Looked at before it is opened, as opening alone does something to a pipe or a device; and after, for what it became.
    const refused = notAFile(await stat(path));
    if (refused !== undefined) return { failure: refused };
    const file = await open(path, READ_WITHOUT_WAITING);
    try {
      const stats = await file.stat();
      const failure = notAFile(stats);
      return failure === undefined ? await readFrom(file, choose(stats.size, limits, room), stats) : { failure };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** Windows has no such flag. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function room(length: number): Buffer {
  return Buffer.allocUnsafeSlow(length);
}

async function readFrom(
  file: FileHandle,
  reading: ReturnType<typeof wantedBytes>,
  { size, mtimeMs }: Stats,
): Promise<FileBytes> {
  let next = reading.next();
  while (!next.done) {
    const { into, at } = next.value;
    const { bytesRead } = await file.read(into, 0, Math.min(into.length, MOST_AT_ONCE), at);
    next = reading.next(bytesRead);
  }
  return { ...next.value, size, modified: mtimeMs };
}

const MOST_AT_ONCE = 64 * 1024 * 1024;
