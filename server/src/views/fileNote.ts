import type { ReadNote } from '../host/logFiles';

type Told = Pick<ReadNote, 'message' | 'isLoss'>;

/** A note on a file as a sentence of its own: notes are clauses about a file that was named before. */
export function fileNote({ message, isLoss }: Told): Told {
  const subject = message.startsWith('its ') ? "The file's" : 'The file';
  const clause = message.replace(/^its? /, '');
  return { message: clause === message ? `In the file: ${message}` : `${subject} ${clause}`, isLoss };
}
