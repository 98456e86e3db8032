import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { terminal } from '../../core';
import { codeOf } from './codeOf';
import type { CommandContext } from './commandContext';
import type { Exporting } from './exportArguments';
import type { Output } from './output';
import { placesNamed } from './places';
import { isBelow, realPlace } from './realPlace';

/** Where an export goes. */
export interface ExportTarget {
  /** It takes the place of a file, once it is finished. */
  readonly isReplacing: boolean;
  /** Resolves when there is room for more. */
  write(piece: string | Uint8Array): Promise<void>;
  /** The same for bytes that are used for something else once it resolves. */
  writeNow(piece: Uint8Array): Promise<void>;
  /** All is written: the file gets its name. */
  finish(): Promise<void>;
  /** Nothing is left of it. */
  abandon(): Promise<void>;
}

/** What was written, in words, and whether it is less than what should have been. */
export interface Written {
  readonly what: string;
  readonly isIncomplete: boolean;
}

/**
 * Opens what an export is written to: standard output, or a file. A file that is there is never written over without being told so,
 * and one that is read never at all; it is replaced when the new one is whole.
 *
 * @returns in one clause why that can't be
 */
async function exportTarget(
  { files, output, force }: Pick<Exporting, 'files' | 'output' | 'force'>,
  stdout: Output,
): Promise<ExportTarget | string> {
  if (output === undefined) {
    return {
      isReplacing: false,
      write: (piece) => stdout.write(piece),
      writeNow: (piece) => stdout.write(piece.slice()),
      finish: () => stdout.flush(),
      abandon: async () => undefined,
    };
  }
  const file = await realPlace(output);
  for (const place of await placesNamed(files))
    if ('path' in place && typeof place.path === 'string' && isBelow(await realPlace(place.path), file))
      return 'it lies among the logs that are read. Put it elsewhere.';
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory() === true) return 'it is a folder.';
  if (there !== undefined && !force) return 'there is such a file, and it is not written over. --force replaces it.';
  // What is no file of its own, such as a pipe, is written to as it is.
  const isReplaced = there?.isFile() === true;
  const written = isReplaced ? `${file}.${process.pid}.new` : file;
  try {
    const handle = await open(written, there === undefined || isReplaced ? 'wx' : 'w', 0o600);
    return new FileTarget(handle, file, written, there === undefined || isReplaced);
  } catch (error) {
    return `it could not be written (${codeOf(error)}).`;
  }
}

/**
 * Writes something whole or not at all.
 *
 * @param work writes it, and tells what it is
 * @returns whether something is missing; where it could not be written, the user has been told
 */
export async function writeTo(
  asked: Pick<Exporting, 'files' | 'output' | 'force'>,
  around: CommandContext,
  command: string,
  work: (target: ExportTarget) => Promise<Written>,
): Promise<boolean> {
  const { output } = asked;
  const target = await exportTarget(asked, around.output);
  if (typeof target === 'string') {
    await around.complain(output ?? command, target);
    return true;
  }
  try {
    const { what, isIncomplete } = await work(target);
    // What is there may be whole, and somebody's only copy: a part of the new one is no reason to lose it.
    if (target.isReplacing && isIncomplete && around.stop.isCancellationRequested) {
      await target.abandon();
      await around.complain(
        output ?? command,
        'stopped: the file that was there is left as it was, and nothing of the new one is kept.',
      );
      return true;
    }
    await target.finish();
    if (output !== undefined) await around.output.write(`${terminal(output)}: ${what}\n`);
    return isIncomplete;
  } catch (error) {
    await target.abandon();
    // What is no word of the file system is a mistake of ours.
    if (output === undefined || !(error instanceof Error && 'code' in error)) throw error;
    await around.complain(output, `nothing was written (${codeOf(error)}).`);
    return true;
  }
}

/** So much is put together before it is written, in bytes or UTF-16 units. */
const PIECE = 1 << 20;

class FileTarget implements ExportTarget {
  readonly #handle: FileHandle;
  readonly #file: string;
  /** What is written, until it is whole. */
  readonly #written: string;
  readonly #isOwn: boolean;
  #text = '';
  #writing: Promise<unknown> = Promise.resolve();

  /** @param isOwn the file was made for this */
  constructor(handle: FileHandle, file: string, written: string, isOwn: boolean) {
    this.#handle = handle;
    this.#file = file;
    this.#written = written;
    this.#isOwn = isOwn;
  }

  get isReplacing(): boolean {
    return this.#written !== this.#file;
  }

  async write(piece: string | Uint8Array): Promise<void> {
    if (typeof piece === 'string') {
      this.#text += piece;
      if (this.#text.length < PIECE) return;
      await this.#flush();
    } else {
      await this.#flush();
      await this.#append(piece);
    }
  }

  async writeNow(piece: Uint8Array): Promise<void> {
    await this.#flush();
    await this.#append(piece);
    await this.#writing;
  }

  async finish(): Promise<void> {
    await this.#flush();
    await this.#writing;
    await this.#handle.close();
    if (this.isReplacing) await rename(this.#written, this.#file);
  }

  async abandon(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#handle.close().catch(() => undefined);
    if (this.#isOwn) await rm(this.#written, { force: true });
  }

  async #flush(): Promise<void> {
    if (this.#text === '') return;
    const bytes = Buffer.from(this.#text, 'utf8');
    this.#text = '';
    await this.#append(bytes);
  }

  /** Begins to write, when all before is written: meanwhile more is made. */
  async #append(bytes: Uint8Array): Promise<void> {
    await this.#writing;
    this.#writing = this.#handle.writeFile(bytes);
    // It is awaited with the next piece.
    this.#writing.catch(() => undefined);
  }
}
