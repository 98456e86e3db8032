import type { Stats } from 'node:fs';

/** Why something that is there is not read, as a clause behind its name; undefined for a file. */
export function notAFile(stats: Pick<Stats, 'isFile' | 'isDirectory' | 'isFIFO' | 'isSocket'>): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'it is a folder; name the files in it.';
  if (stats.isFIFO()) return 'it is a pipe, not a file; a terminal command reads one as standard input.';
  if (stats.isSocket()) return 'it is a socket, not a file.';
  return 'it is a device, not a file.';
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file.'],
  ['ENOTDIR', 'there is no such file.'],
  ['EACCES', 'reading it is not allowed.'],
  ['EPERM', 'reading it is not allowed.'],
  ['EISDIR', 'it is a folder; name the files in it.'],
  ['ELOOP', 'it is a link that leads back to itself.'],
  ['ENAMETOOLONG', 'its name is longer than this system allows.'],
  ['EMFILE', 'too many files are open at once.'],
  ['ENFILE', 'too many files are open at once.'],
  ['EIO', 'the disk it lies on reports an error.'],
  ['EBUSY', 'another program has locked it.'],
  ['ESTALE', 'it was removed from the network drive that it lies on.'],
  ['ENXIO', 'it is a socket or a device, not a file.'],
  ['ERR_INVALID_ARG_VALUE', 'no file can have such a name.'],
]);

/** Why a file could not be read, as a clause behind its name. @param error whatever was thrown */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return reasons.get(code) ?? (code === '' ? 'reading it failed.' : `reading it failed (${code}).`);
}
