import type { LogOutline } from '../../core';
import type { ReadNote } from '../../host/logFiles';
import { notesOfFailure, notesOfText } from '../../places/fileNotes';
import type { Input } from './inputs';

/** What is wrong with an input as a file. */
export function notesOn(
  { file, read, isLeftOut }: Input,
  outline: Pick<LogOutline, 'container' | 'kind'>,
): readonly ReadNote[] {
  return 'failure' in read ? notesOfFailure(file, read, isLeftOut) : notesOfText(file, outline, read.notes);
}
