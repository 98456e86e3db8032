import type { LogOutline } from '../../core';
import type { ReadNote } from '../../host/logFiles';
import { brokenPromise, brokenPromiseOf, isMissed } from '../../places/scannedFile';
import type { Input } from './inputs';

/**
 * What is wrong with an input as a file. A file that was left out, or is no log, lacks nothing by that; but one that is called
 * like a log and is none does.
 */
export function notesOn(
  { file, read, isLeftOut }: Input,
  { container, kind }: Pick<LogOutline, 'container' | 'kind'>,
): readonly ReadNote[] {
  if ('failure' in read) {
    const isNoLog = isLeftOut || read.noLog !== undefined;
    const note = { code: isNoLog ? 'left-out' : 'unread', message: read.failure, isLoss: !isNoLog };
    const promise = brokenPromiseOf(file, read);
    return promise === undefined ? [note] : [note, { code: 'name', message: promise, isLoss: true }];
  }
  if (container !== 'none') return read.notes;
  const promise = brokenPromise(file, kind);
  const notes = isMissed(read.notes) ? read.notes : read.notes.map((note) => ({ ...note, isLoss: false }));
  return promise === undefined ? notes : [...notes, { code: 'name', message: promise, isLoss: true }];
}
