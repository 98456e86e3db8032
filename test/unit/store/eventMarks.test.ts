import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { EventKeys, KEY_WORDS } from '../../../server/src/core/store/eventKey';
import { EventMarks, MARK_WORDS } from '../../../server/src/core/store/eventMarks';
import { anyStoredLogs } from './storedLogs';

const SEED = 7;

suite('the mark of an event', () => {
  test('is the same for one key, and another for another, whatever was read before', () => {
    fc.assert(
      fc.property(anyStoredLogs, ({ stretches }) => {
        const rows = stretches.flatMap(({ chunk, from, to }) =>
          Array.from({ length: to - from }, (_, at) => ({ chunk, row: from + at })),
        );
        const told = (reader: EventKeys | EventMarks, words: number, order: readonly (typeof rows)[number][]) => {
          const into = new Uint32Array(words);
          return order.map(({ chunk, row }) => (reader.read(chunk, row, into) ? into.join() : ''));
        };
        const keys = told(new EventKeys(SEED), KEY_WORDS, rows);
        const marks = told(new EventMarks(SEED), MARK_WORDS, rows);
        const firstOf = (all: readonly string[]): readonly number[] => all.map((each) => all.indexOf(each));
        assert.deepEqual(firstOf(marks), firstOf(keys));
        assert.deepEqual(told(new EventMarks(SEED), MARK_WORDS, rows.toReversed()).toReversed(), marks);
      }),
      { numRuns: 200 },
    );
  });
});
