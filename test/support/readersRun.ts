import assert from 'node:assert/strict';
import { ask, groundsOf } from '../../server/src/core';
import { evidenceOf } from './evidenceOf';
import { plainReadings } from './naive/plainReadings';
import { randomReaders } from './randomReaders';

/** Asks random stories who read what, and counts it the long way round. @param seeds from, and below */
export function readersRun(from: number, below: number): void {
  for (let seed = from; seed < below; seed++) {
    const { logs, access, signIns } = randomReaders(seed);
    const found = ask('mail-read', groundsOf(evidenceOf(logs))).findings.flatMap(({ reading }) => reading ?? []);
    assert.deepEqual(inOrder(found), inOrder(plainReadings(access, signIns)), `seed ${seed}`);
  }
}

function inOrder(readings: readonly object[]): readonly string[] {
  return readings
    .map((reading) => JSON.stringify(Object.entries(reading).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort();
}
