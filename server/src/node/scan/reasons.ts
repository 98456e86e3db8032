/** Why something on disk was not read, in words without a full stop, so that equal reasons can be told together. */

const errors: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it was gone when its turn came'],
  ['EACCES', 'reading it is not allowed'],
  ['EPERM', 'reading it is not allowed'],
  ['ENAMETOOLONG', 'its path is longer than this system takes'],
  ['ELOOP', 'it is a link that leads to itself'],
  ['EIO', 'the disk could not read it'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['EBUSY', 'another program holds it'],
  ['ENOTDIR', 'it was replaced while the folder was read'],
]);

/** @param error whatever a call to the file system threw */
export function reasonOfError(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return errors.get(code) ?? (code === '' ? 'reading it failed' : `reading it failed (${code})`);
}

export const reasons = {
  otherName: (ending: string) => `files whose names end in ${ending} are not opened`,
  fifo: 'it is a named pipe, not a file',
  socket: 'it is a socket, not a file',
  device: 'it is a device, not a file',
  danglingLink: 'it is a link to something that is not there',
  folderTwice: 'it is a link to a folder that is read by another path',
  fileTwice: 'it is a link to a file that is read by another path',
  otherDay: 'its path says that it was delivered on another day',
  empty: 'it is empty',
  crash: 'reading it ended in a crash, which is a mistake of this program',
} as const;

/** `512 MB`, as people write the sizes of files; decimal. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${value < 10 ? value.toFixed(1).replace(/\.0$/, '') : Math.floor(value)} ${units[power - 1]}`;
}
