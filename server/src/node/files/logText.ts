import { setImmediate } from 'node:timers/promises';
import { formOf } from '../../bytes/form';
import * as say from '../../bytes/notes';
import type { Unpacked } from '../../bytes/unpack';
import type { Limits } from '../../host/limits';
import type { LogOnDisk, ReadFailure, ReadNote } from '../../host/logFiles';
import { type FilePath, pathText } from '../filePath';
import { decode } from './decode';
import { nameEvents } from './eventNames';
import { unpackInBackground } from './inflate';

/** The text of a log, or in one clause why there is none. */
export type LogText = Pick<LogOnDisk, 'text' | 'notes' | 'isCompressed'> | ReadFailure;

/**
 * The text in the bytes of a log, whatever they are compressed with or encoded in. Keeps nobody waiting for long.
 *
 * @param path what its name promises is compared with what it holds; undefined for what has no name
 * @param size bytes of the whole log, where `bytes` are only its beginning
 */
export async function logText(
  bytes: Uint8Array,
  size: number,
  path: FilePath | undefined,
  limits: Limits,
): Promise<LogText> {
  return textIn(await unpackInBackground(bytes, size, limits, setImmediate), path);
}

/** The text of a log whose containers are taken off. @param path as above */
export function textIn(unpacked: Unpacked, path: FilePath | undefined): LogText {
  if ('failure' in unpacked) return unpacked;
  const { isCompressed } = unpacked;
  if (formOf(unpacked.bytes).kind === 'binary' && !nameEvents(unpacked.bytes) && !isPartial(unpacked.notes)) {
    return { failure: say.unknownBytes, noLog: 'unknown' };
  }
  const { text, notes } = decode(unpacked.bytes);
  const named = path === undefined || text === '' ? [] : nameNotes(pathText(path), isCompressed);
  return { text, notes: [...named, ...unpacked.notes, ...notes], isCompressed };
}

/** What is odd about the name of a file: it says nothing of what the file holds. */
export function nameNotes(path: string, isCompressed: boolean): ReadNote[] {
  const saysCompressed = /\.(?:gz|gzip|zip|zlib)$/i.test(path);
  if (saysCompressed === isCompressed) return [];
  return [isCompressed ? say.compressedAllTheSame : say.notCompressed];
}

function isPartial(notes: readonly ReadNote[]): boolean {
  return notes.some(({ isLoss }) => isLoss);
}
