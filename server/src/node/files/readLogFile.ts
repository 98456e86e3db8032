import type { Limits } from '../../host/limits';
import type { ReadOutcome } from '../../host/logFiles';
import type { FilePath } from '../filePath';
import { logText } from './logText';
import { readBytes } from './readBytes';
import { allBytes, wantedBytes } from './wantedBytes';

/**
 * Reads one log from disk, whatever state it is in.
 *
 * @param what it is read for: see `LogFiles.read`
 */
export async function readLogFile(path: FilePath, limits: Limits, what: 'log' | 'text' = 'log'): Promise<ReadOutcome> {
  const file = await readBytes(path, limits, what === 'log' ? wantedBytes : allBytes);
  if ('failure' in file) return file;
  const { size, modified } = file;
  const log = await logText(file.bytes, size, path, limits);
  return 'failure' in log ? log : { ...log, notes: [...file.notes, ...log.notes], size, modified };
}
