import type { Limits } from '../../host/limits';
import type { FilePath } from '../filePath';
import { unpackSync } from '../files/inflate';
import { textIn } from '../files/logText';
import type { FileReader } from './readBytes';

/** The text of a log that was read before. Blocks, as `reader` does. @returns undefined where it can't be read any more */
export function textAgain(reader: FileReader, path: FilePath, limits: Limits): string | undefined {
  const read = reader.read(path, undefined);
  if (read.kind !== 'bytes') return undefined;
  const log = textIn(unpackSync(read.bytes, read.stamp.size, limits), path);
  return 'failure' in log ? undefined : log.text;
}
