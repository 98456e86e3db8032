import { setImmediate } from 'node:timers/promises';
import type { Limits } from '../../bytes/limits';
import * as say from '../../bytes/notes';
import type { LogOnDisk, ReadNote, ReadOutcome } from '../../logFiles';
import { decode } from './decode';
import { unpackInBackground } from './inflate';
import { readBytes } from './readBytes';

/** Reads one log from disk. */
export async function readLogFile(path: string, limits: Limits): Promise<ReadOutcome> {
  const file = await readBytes(path, limits);
  if ('failure' in file) return file;
  const log = await textOf(file.bytes, file.size, limits);
  if ('failure' in log) return log;
  return {
    text: log.text,
    notes: [...file.notes, ...nameNotes(path, log), ...log.notes],
    size: file.size,
    modified: file.modified,
    isCompressed: log.isCompressed,
  };
}

export type LogText = Pick<LogOnDisk, 'text' | 'notes' | 'isCompressed'>;

/**
 * The text in the bytes of a log, whatever they are compressed with or encoded in.
 *
 * @param size bytes of the whole log, where `bytes` are only its beginning
 */
export async function textOf(
  bytes: Uint8Array,
  size: number,
  limits: Limits,
): Promise<LogText | { readonly failure: string }> {
  const unpacked = await unpackInBackground(bytes, size, limits, setImmediate);
  if ('failure' in unpacked) return unpacked;
  const { text, notes } = decode(unpacked.bytes);
  return { text, notes: [...unpacked.notes, ...notes], isCompressed: unpacked.isCompressed };
}

/** A name that promises something else than the file holds. */
function nameNotes(path: string, { isCompressed, text }: LogText): ReadNote[] {
  const saysCompressed = /\.(?:gz|gzip|zip|zlib)$/i.test(path);
  if (saysCompressed === isCompressed || text === '') return [];
  return [isCompressed ? say.compressedAllTheSame : say.notCompressed];
}
