import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Limits } from '../../host/limits';
import type { FilePath } from '../filePath';
import { notAFile, reasonOf } from '../files/reasons';
import { READ_AT_ONCE, type WantedBytes, wantedBytes } from '../files/wantedBytes';

/** What tells one state of a file from another: bytes, and when its content and its entry were changed, in milliseconds. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number;
  readonly changed: number;
}

/** What came of reading the bytes of a file; `unchanged`: its state is the one that is known, and it was not read. */
export type ReadBytes =
  | ({ readonly kind: 'bytes'; readonly stamp: FileStamp } & WantedBytes)
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string; readonly stamp: FileStamp };

const noStamp: FileStamp = { size: 0, modified: 0, changed: 0 };
/**
 * Reads files one after the other into the same memory: for small files, asking for new memory and for threads takes
 * longer than reading them. So this blocks, and belongs into a thread that does nothing else.
 */
export class FileReader {
  /** For small files; what a large one takes is given back behind it. */
  readonly #buffer = Buffer.allocUnsafeSlow(READ_AT_ONCE);
  readonly #limits: Limits;
  readonly #choose: typeof wantedBytes;

  /**
   * @param limits of a longer file only the beginning is read
   * @param choose says what to read of a file
   */
  constructor(limits: Limits, choose = wantedBytes) {
    this.#limits = limits;
    this.#choose = choose;
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
      return { kind: 'bytes', ...this.#readFrom(file, stats.size), stamp };
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error), stamp: noStamp };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  #readFrom(file: number, size: number): WantedBytes {
    const reading = this.#choose(size, this.#limits, (length) =>
      length <= this.#buffer.length ? this.#buffer.subarray(0, length) : Buffer.allocUnsafeSlow(length),
    );
    let next = reading.next();
    while (!next.done) {
      const { into, at } = next.value;
      next = reading.next(readSync(file, into, 0, into.length, at));
    }
    return next.value;
  }
}

function isSame(left: FileStamp, right: FileStamp): boolean {
  return left.size === right.size && left.modified === right.modified && left.changed === right.changed;
}
