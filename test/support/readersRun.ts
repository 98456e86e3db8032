import assert from 'node:assert/strict';
import { ask, groundsOf } from '../../server/src/core';
import { FlatReader } from '../../server/src/extract/own/flatReader';
import { evidenceOf } from './evidenceOf';
import { evidenceOfBytes } from './evidenceOfBytes';
import { shippedModule } from './extractor';
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

/**
 * Asks random stories of rows that the extractor made, in two threads, and of rows that were made of objects: all of both answers is the same.
 *
 * @param seeds from, and below
 * @returns how many logs were read without making objects
 */
export function readersBothWays(from: number, below: number): number {
  const module = shippedModule();
  const secret = { one: 5n, two: 7n };
  let flat = 0;
  for (let seed = from; seed < below; seed++) {
    const readers = [FlatReader.of(module, secret), FlatReader.of(module, secret)].flatMap((reader) => reader ?? []);
    const { logs } = randomReaders(seed);
    const read = evidenceOfBytes(logs, readers);
    flat += read.flat;
    const [one, other] = [evidenceOf(logs), read.evidence].map((evidence) =>
      ask('mail-read', groundsOf(evidence)).findings.map(({ summary, label, reading, acts, entities, span }) => ({
        ...{ summary, label, reading, entities, span },
        acts: acts.map(({ row: { file, index } }) => `${file} ${index}`),
      })),
    );
    assert.deepEqual(other, one, `seed ${seed}`);
  }
  return flat;
}

function inOrder(readings: readonly object[]): readonly string[] {
  return readings
    .map((reading) => JSON.stringify(Object.entries(reading).sort(([one], [other]) => (one < other ? -1 : 1))))
    .sort();
}
