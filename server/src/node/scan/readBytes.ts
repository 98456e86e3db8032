import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { FilePath } from '../filePath';
import { reasonOfError, reasons, sizeText } from './reasons';

/** What tells one state of a file from another: bytes, and when its content and its entry were changed, in milliseconds. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stamp: FileStamp }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'skipped'; readonly reason: string; readonly stamp: FileStamp };

const noStamp: FileStamp = { size: 0, modified: 0, changed: 0 };
/** More than most compressed logs have. */
const USUAL_SIZE = 1 << 20;

/**
 * Reads whole files one after the other into the same memory: for small files, asking for new memory and for threads takes
 * longer than reading them. So this blocks, and belongs into a thread that does nothing else.
 */
export class FileReader {
  #buffer = Buffer.allocUnsafe(USUAL_SIZE);
  readonly #maxSize: number;

  /** @param maxSize larger files are not read, in bytes */
  constructor(maxSize: number) {
    this.#maxSize = maxSize;
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
      const skipped = (reason: string): ReadBytes => ({ kind: 'skipped', reason, stamp });
      if (!stats.isFile()) return skipped(kindReason(stats));
      if (known !== undefined && isSame(stamp, known)) return { kind: 'unchanged' };
      if (stats.size > this.#maxSize) {
        return skipped(`it has ${sizeText(stats.size)}, more than the limit of ${sizeText(this.#maxSize)}`);
      }
      return { kind: 'bytes', bytes: this.#readAll(file, stats.size), stamp };
    } catch (error) {
      return { kind: 'skipped', reason: reasonOfError(error), stamp: noStamp };
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

function kindReason(stats: Stats): string {
  if (stats.isDirectory()) return 'it was replaced by a folder';
  if (stats.isFIFO()) return reasons.fifo;
  return stats.isSocket() ? reasons.socket : reasons.device;
}
