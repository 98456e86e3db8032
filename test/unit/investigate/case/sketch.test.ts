import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { sketchOf } from '../../../../server/src/core';
import { hashOf } from '../../../../server/src/core/investigate/case/hash';
import { joinedSketch, SKETCH_SIZE } from '../../../../server/src/core/investigate/case/sketch';
import { evidenceOf, evidenceOfEvents } from '../../../support/evidenceOf';
import { call, callTo } from '../questions/asked';

const events = (from: number, to: number): readonly unknown[] =>
  Array.from({ length: to - from }, (_, at) => call((from + at) % 60, 'ListUsers', { eventID: `id-${from + at}` }));
const sketch = (some: readonly unknown[]): readonly number[] => sketchOf(evidenceOfEvents(some).mail);

suite('the hash of a text', () => {
  test('is the same in every version: cases are kept by it', () => {
    assert.deepEqual(
      ['', 'a', '7a1e7d2e-0000-4000-8000-000000000001'].map(hashOf),
      [6690442329774390, 1313009679071879, 8257354706572312],
    );
  });

  test('is a whole number of 53 bits that no other of many like it has', () => {
    const hashes = Array.from({ length: 100_000 }, (_, at) => hashOf(`7a1e7d2e-0000-4000-8000-${at}`));
    assert.deepEqual(
      [new Set(hashes).size, hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0)],
      [hashes.length, true],
    );
  });

  test('is as often small as large, whatever texts have in common', () => {
    const eighths = Array.from({ length: 8 }, () => 0);
    for (let at = 0; at < 80_000; at += 1) {
      const eighth = Math.floor(hashOf(`id-${at}`) / 2 ** 50);
      eighths[eighth] = (eighths[eighth] ?? 0) + 1;
    }
    assert.deepEqual(
      eighths.filter((count) => Math.abs(count - 10_000) > 500),
      [],
    );
  });
});

suite('the sketch of a case', () => {
  test('is empty without an event of WorkMail', () => {
    assert.deepEqual(sketch([callTo('s3', 1, 'ListBuckets')]), []);
  });

  test('holds a hash of each event, in rising order, and no more than it may', () => {
    const [some, many] = [sketch(events(0, 10)), sketch(events(0, 500))];
    assert.deepEqual([some.length, many.length], [10, SKETCH_SIZE]);
    assert.deepEqual(
      many,
      [...many].sort((left, right) => left - right),
    );
  });

  test('does not care in which files and in which order events lie, and counts a copy once', () => {
    const log = (some: readonly unknown[]): string => JSON.stringify({ Records: some });
    const split = evidenceOf({ 'b.json': log(events(100, 200)), 'a.json': log(events(0, 120)) });
    assert.deepEqual(sketchOf(split.mail), sketch(events(0, 200)));
  });

  test('of two together is that of all that is in either', () => {
    assert.deepEqual(joinedSketch(sketch(events(0, 300)), sketch(events(200, 500))), sketch(events(0, 500)));
  });

  test('tells events apart that have lost their ids', () => {
    const bare = ['ListUsers', 'ListGroups'].map((name, at) => call(at, name, { eventID: undefined }));
    assert.equal(sketch(bare).length, 2);
  });
});
