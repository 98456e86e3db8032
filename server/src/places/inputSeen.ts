import { allRecords, formText, type InputFile, isoSecond } from '../core/index';
import type { FileHash } from '../host/fileIntegrity';
import type { ScannedFile } from '../host/logFiles';

/** A file that was read, and how it looked then. */
export interface InputSeen {
  readonly uri: string;
  readonly read: InputFile['read'];
  /** Bytes, and milliseconds since 1970; absent where that was not looked at. */
  readonly stamp?: { readonly size: number; readonly modified: number };
}

/** What is told of a scanned file as an input. */
export function inputSeen({ uri, outcome, container, counts, reasons, size, modified }: ScannedFile): InputSeen {
  return {
    uri,
    read: { outcome, form: formText(container, counts), records: allRecords(counts), reasons },
    stamp: { size, modified },
  };
}

const CHANGED = 'It has changed since it was read: the hash is not of what this report tells.';

/**
 * An input with its hash.
 *
 * @param file how it is called; not escaped
 * @param hash undefined where nothing can hash it
 */
export function inputFile({ read, stamp }: InputSeen, file: string, hash: FileHash | undefined): InputFile {
  if (hash === undefined || 'failure' in hash) {
    const reason = hash === undefined ? 'It lies on no disk here that could be looked at.' : `No hash: ${hash.failure}`;
    const isTold = read.outcome === 'skipped' && read.reasons.length > 0;
    const reasons = isTold ? read.reasons : [...read.reasons, reason];
    return { file, sha256: null, size: null, modified: null, read: { ...read, reasons } };
  }
  const { sha256, size, modified } = hash;
  // What was not opened when it was read has no stamp.
  const isOther =
    stamp !== undefined && read.outcome !== 'skipped' && !(size === stamp.size && isSameTime(modified, stamp.modified));
  return {
    file,
    sha256,
    size,
    modified: isoSecond(modified),
    read: isOther ? { ...read, reasons: [...read.reasons, CHANGED] } : read,
  };
}

/** Some ways to ask for a time give it without fractions of milliseconds. */
function isSameTime(left: number, right: number): boolean {
  return Math.abs(left - right) < 1;
}
