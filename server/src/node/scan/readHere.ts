import type { ReadFailure, ReadNote, ScannedFile } from '../../host/logFiles';
import { type Asked, askedOf } from '../../places/asked';
import { readFile, unreadFile, withRows } from '../../places/scannedFile';
import { scanText } from '../../places/scanText';
import { readLogFile } from '../files/readLogFile';
import { KeptRows } from './keptRows';
import { notOpened, type ReadMet } from './readMet';
import { ReceivedRows, stretchesIn } from './receivedRows';

/** Reads what somebody meets one after the other and without a thread: for little, starting one takes longer than reading it. */
export const readHere: ReadMet = async ({ question, limits }, met, take, token) => {
  const askedIn = askedOf(question);
  let found = 0;
  for await (const entries of met) {
    let number = found;
    found += entries.length;
    take({ kind: 'found', files: found, isAll: false });
    for (const entry of entries) {
      if (token.isCancellationRequested) return { isPartial: true };
      const { uri, path, left, name = uri } = entry;
      const file =
        left === undefined
          ? fileOf(uri, await readLogFile(path, limits), askedIn(name), question.keepsRows === true)
          : notOpened(uri, left);
      take({ kind: 'read', files: [{ met: entry, file, number: number++ }] });
    }
  }
  take({ kind: 'found', files: found, isAll: true });
  return { isPartial: false };
};

/** A text and what is known of where it comes from. */
interface TextOfFile {
  readonly text: string;
  readonly notes: readonly ReadNote[];
  readonly size?: number;
  readonly modified?: number;
  readonly isCompressed?: boolean;
}

/**
 * What stands in a text, with the rows of its records.
 *
 * @param keepsAll of all records, or of the events that are asked for
 */
export function fileOf(uri: string, read: TextOfFile | ReadFailure, asked: Asked, keepsAll: boolean): ScannedFile {
  if ('failure' in read) return withRows(unreadFile({ uri, size: 0, modified: 0 }, read), []);
  const { text, notes, size = 0, modified = 0, isCompressed = false } = read;
  const kept = new KeptRows(undefined, keepsAll);
  const found = scanText(text, asked, (record, isWanted) => kept.add(record, isWanted));
  const told = kept.endFile();
  const stretches = stretchesIn(new ReceivedRows().take(kept.take()), told);
  return withRows(readFile({ uri, size, modified }, found, { notes, isCompressed }), stretches);
}
