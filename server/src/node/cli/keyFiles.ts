import { constants, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { type KeyEntries, keyFileText, readKeyFile } from '../../core';

/** A key that is read for a case; no entries where there is no file yet. */
export interface ReadKey {
  readonly entries: KeyEntries | undefined;
}

// Windows has no such flag, and no links that need none.
const NO_LINK = constants.O_NOFOLLOW ?? 0;

/**
 * Reads the key file of a case.
 *
 * @returns a sentence that says why it can't be gone on with
 */
export async function readKey(file: string): Promise<ReadKey | string> {
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | NO_LINK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { entries: undefined };
    return code === 'ELOOP' ? 'it is a link; name the key file itself.' : `reading it failed (${String(code)}).`;
  }
  try {
    const entries = readKeyFile(await handle.readFile('utf8'));
    return typeof entries === 'string' ? entries : { entries };
  } finally {
    await handle.close();
  }
}

/**
 * Keeps a key, for nobody but the user. A new one is put where no file is; one that was read is replaced as a whole.
 *
 * @throws what the file system says
 */
export async function keepKey(file: string, entries: KeyEntries, isNew: boolean): Promise<void> {
  const text = keyFileText(entries);
  if (isNew) return writeNew(file, text);
  const beside = `${file}.${process.pid}.new`;
  await writeNew(beside, text);
  try {
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Writes a file where there is none, nor a link: it never writes over anything. */
export async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | NO_LINK, 0o600);
  try {
    await handle.writeFile(text, 'utf8');
  } finally {
    await handle.close();
  }
}
