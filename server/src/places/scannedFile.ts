import { noCounts } from '../core/index';
import type { LogOnDisk, ScannedFile } from '../host/logFiles';
import type { ScannedText } from './scanText';

/** What a scan says of one file, made from what was found in it. */

type Identity = Pick<ScannedFile, 'uri' | 'size' | 'modified'>;

/** A file whose text was read, log or not. */
export function readFile(
  { uri, size, modified }: Identity,
  { kind, ...found }: ScannedText,
  { notes, isCompressed }: Pick<LogOnDisk, 'notes' | 'isCompressed'>,
): ScannedFile {
  const isLog = found.container !== 'none';
  const isWhole = !notes.some(({ isLoss }) => isLoss);
  const reasons = notes.map(({ message }) => message);
  const isEmpty = notes.some(({ code }) => code === 'empty');
  if (!isLog && !isEmpty)
    reasons.push(kind === undefined ? 'not a CloudTrail log.' : `not a CloudTrail log: this is ${kind}.`);
  return {
    uri,
    outcome: !isLog ? 'skipped' : isWhole ? 'read' : 'partly',
    isFailure: !isWhole,
    reasons,
    size,
    modified,
    isCompressed,
    ...found,
  };
}

/** A file that should have been read and could not be. */
export function failedFile(identity: Identity, reason: string): ScannedFile {
  return {
    ...nothing,
    uri: identity.uri,
    size: identity.size,
    modified: identity.modified,
    isFailure: true,
    reasons: [reason],
  };
}

/** A file that is not to be read. */
export function leftFile(uri: string, reason: string): ScannedFile {
  return { ...nothing, uri, reasons: [reason] };
}

const nothing: ScannedFile = {
  uri: '',
  outcome: 'skipped',
  isFailure: false,
  reasons: [],
  size: 0,
  modified: 0,
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
