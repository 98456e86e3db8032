import { defaultLimits } from '../../bytes/limits';
import { noCounts } from '../../core';
import type { ScannedFile } from '../../logFiles';
import { type ScanQuestion, scanText } from '../../scanText';
import { logTextSync } from '../files/logText';
import type { Answer, FileToRead } from './messages';
import type { FileReader } from './readBytes';
import { reasons } from './reasons';

/** Reads one file and tells what is in it. */
export function scanFile({ uri, path, known }: FileToRead, reader: FileReader, question: ScanQuestion): Answer {
  const read = reader.read(typeof path === 'string' ? path : Buffer.from(path), known);
  if (read.kind === 'unchanged') return read;
  const { stamp } = read;
  const left = (reason: string): Answer => ({ kind: 'scanned', file: skippedFile(uri, reason, stamp), stamp });
  if (read.kind === 'skipped') return left(read.reason);
  if (read.bytes.length === 0) return left(reasons.empty);
  const decoded = logTextSync(read.bytes, typeof path === 'string' ? path : Buffer.from(path), defaultLimits);
  if ('failure' in decoded) return left(withoutStop(decoded.failure));
  const { kind, ...found } = scanText(decoded.text, question);
  const { notes, isCompressed } = decoded;
  const losses = notes.filter(({ isLoss }) => isLoss);
  const isLog = found.container !== 'none';
  const file: ScannedFile = {
    uri,
    outcome: losses.length > 0 ? 'partly' : isLog ? 'read' : 'skipped',
    reasons: [
      ...notes.map(({ message }) => withoutStop(message)),
      ...(isLog ? [] : [kind === undefined ? 'not a CloudTrail log' : `not a CloudTrail log but ${kind}`]),
    ],
    size: stamp.size,
    modified: stamp.modified,
    isCompressed,
    ...found,
  };
  return { kind: 'scanned', file, stamp };
}

/** Reasons are told together, and end where that sentence does. */
function withoutStop(clause: string): string {
  return clause.replace(/\.$/, '');
}

/** A file of which nothing was read. */
export function skippedFile(
  uri: string,
  reason: string,
  { size, modified }: Pick<ScannedFile, 'size' | 'modified'> = { size: 0, modified: 0 },
): ScannedFile {
  return {
    uri,
    outcome: 'skipped',
    reasons: [reason],
    size,
    modified,
    isCompressed: false,
    container: 'none',
    counts: noCounts,
    malformed: { syntax: 0, schema: 0 },
    others: [],
    first: undefined,
    last: undefined,
    outside: 0,
    events: [],
    ranges: [],
  };
}
