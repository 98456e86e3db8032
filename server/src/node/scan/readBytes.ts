import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type Limits, mostOnDisk } from '../../host/limits';
import type { FilePath } from '../filePath';
import { notAFile, reasonOf } from '../files/reasons';

/** What tells one state of a file from another: bytes, and when its content and its entry were changed, in milliseconds. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stamp: FileStamp }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string; readonly stamp: FileStamp };

const noStamp: FileStamp = { size: 0, modified: 0, changed: 0 };
/** More than most compressed logs have. */
const USUAL_SIZE = 1 << 20;

/**
 * Reads whole files one after the other into the same memory: for small files, asking for new memory and for threads takes
 * longer than reading them. So this blocks, and belongs into a thread that does nothing else.
 */
export class FileReader {
  #buffer = Buffer.allocUnsafe(USUAL_SIZE);
  readonly #most: number;

  /** @param limits of a longer file only the beginning is read */
  constructor(limits: Limits) {
    this.#most = mostOnDisk(limits);
  }

  /**
   * @param known a state of the file that need not be read again
   * @returns bytes that are good until the next call
   */
  read(path: FilePath, known: FileStamp | undefined): ReadBytes {
    let file: number | undefined;
    try {
      // A pipe that took the place of a file must not be waited for.
      file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const stats = fstatSync(file);
      const stamp = { size: stats.size, modified: stats.mtimeMs, changed: stats.ctimeMs };
      const reason = notAFile(stats);
      if (reason !== undefined) return { kind: 'failed', reason, stamp };
      if (known !== undefined && isSame(stamp, known)) return { kind: 'unchanged' };
      return { kind: 'bytes', bytes: this.#readAll(file, Math.min(stats.size, this.#most)), stamp };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error), stamp: noStamp };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  /** A file can be cut off while it is read; what is added to it then is left for the next time. */
  #readAll(file: number, size: number): Buffer {
    if (this.#buffer.length < size) this.#buffer = Buffer.allocUnsafe(size);
    let filled = 0;
    while (filled < size) {
      const more = readSync(file, this.#buffer, filled, size - filled, null);
      if (more === 0) break;
      filled += more;
    }
    return this.#buffer.subarray(0, filled);
  }
}

function isSame(left: FileStamp, right: FileStamp): boolean {
  return left.size === right.size && left.modified === right.modified && left.changed === right.changed;
}
