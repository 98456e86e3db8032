import type { OwnEvidence, OwnRecord } from '../../investigate/own/ownEvidence';
import { ownLogs } from '../../read/own/ownLogs';
import { LOG_MASK } from '../ownColumns';
import type { SpeakingRows } from '../speakingRows';
import { actCounts } from './actCounts';
import { doneRecords } from './doneRecords';
import { mailboxReads } from './mailboxReads';
import { logEnds, ownRecordAt, ownRecords } from './ownRecords';

/**
 * What rows of WorkMail's own logs tell.
 *
 * @param seed a number that nobody who writes logs can know
 * @param repeats those that only repeat what one of `rows` speaks for
 */
export function ownEvidenceOf(
  rows: readonly SpeakingRows[],
  seed: number,
  repeats: readonly SpeakingRows[] = [],
): OwnEvidence {
  const known = new Map<string, readonly OwnRecord[]>();
  return {
    counts: countsIn(rows),
    acts: () => actCounts(rows),
    records: (log, what) => {
      const key = `${log} ${what ?? ''}`;
      const records = known.get(key) ?? ownRecords(rows, log, what);
      known.set(key, records);
      return records;
    },
    done: (asked) => doneRecords(rows, asked, seed),
    ends: (log) => logEnds(rows, log),
    reads: (doorOf, blind, partOf) => mailboxReads(rows, doorOf, blind, seed, partOf),
    recordAt: (file, index) => ownRecordAt([...rows, ...repeats], file, index),
  };
}

function countsIn(rows: readonly SpeakingRows[]): ReadonlyMap<string, number> {
  const counts = new Uint32Array(ownLogs().length);
  for (const { chunk, rows: speaking } of rows) {
    const { own } = chunk;
    if (own.count === 0) continue;
    const states = own.audit('state');
    if (speaking.length === chunk.count) {
      countLogs(states, counts);
      continue;
    }
    for (const row of speaking) {
      const place = own.placeOf(row);
      if (place >= 0) countLogs(states.subarray(place, place + 1), counts);
    }
  }
  return new Map(
    ownLogs().flatMap(({ id, number }): readonly (readonly [string, number])[] =>
      (counts[number] ?? 0) === 0 ? [] : [[id, counts[number] ?? 0]],
    ),
  );
}

function countLogs(states: Uint32Array, counts: Uint32Array): void {
  for (let place = 0; place < states.length; place++) {
    const log = (states[place] ?? 0) & LOG_MASK;
    counts[log] = (counts[log] ?? 0) + 1;
  }
}
