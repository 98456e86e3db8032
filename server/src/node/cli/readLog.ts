import { type Limits, mostOnDisk } from '../../host/limits';
import type { ReadFailure, ReadNote } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { logText } from '../files/logText';
import { readLogFile } from '../files/readLogFile';
import { reasonOf } from '../files/reasons';

/** A log as text and what was wrong with its bytes, or in one clause why there is none. */
export type ReadLog = { readonly text: string; readonly notes: readonly ReadNote[] } | ReadFailure;

/**
 * Reads a log from disk or standard input. What it is compressed with is told by its first bytes, never by its name.
 *
 * @param file a path, or `-`
 */
export async function readLog(file: FilePath, stdin: AsyncIterable<Uint8Array>, limits: Limits): Promise<ReadLog> {
  if (file !== '-') return readLogFile(file, limits);
  try {
    const bytes = await readAll(stdin, mostOnDisk(limits) + 1);
    return await logText(bytes, bytes.length, undefined, limits);
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/** @param most stops beyond this many bytes: what follows is not read anyway */
async function readAll(stdin: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks);
}
