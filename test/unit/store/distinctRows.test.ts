import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { type EventRow, rowKey } from '../../../server/src/core';
import { columns, WIDTH } from '../../../server/src/core/store/columns';
import { DistinctRows } from '../../../server/src/core/store/distinctRows';
import { RowChunk } from '../../../server/src/core/store/rowChunk';
import { RowTables } from '../../../server/src/core/store/rowTables';
import { newTables } from '../../../server/src/core/store/rowWriter';
import type { Stretch } from '../../../server/src/core/store/stretch';
import { anyStoredLogs } from './storedLogs';

suite('Events in columns are told apart like rows one by one', () => {
  test('of any logs: the least malformed copy speaks, and of those the first', () => {
    fc.assert(
      fc.property(anyStoredLogs, ({ stretches, rows, rowAt }) => {
        const distinct = new DistinctRows(7);
        for (const stretch of stretches) distinct.add(stretch);
        const damages = stretches.flatMap(damagesOf);
        const copies = new Map<string, number[]>();
        for (const [number, row] of rows.entries()) {
          // Two logs have one name here, and offsets tell them apart.
          const key = rowKey({ ...row, file: String(number) });
          copies.set(key, [...(copies.get(key) ?? []), number]);
        }
        const expected = [...copies.values()].map((same) =>
          same.sort((left, right) => (damages[left] ?? 0) - (damages[right] ?? 0) || left - right),
        );
        const speaking = expected.map(([first = -1]) => first).sort((left, right) => left - right);
        const spoken = [...distinct.speaking()].flatMap(({ chunk, rows: of }) =>
          Array.from(of, (row) => told(rowAt(chunk, row))),
        );
        assert.deepEqual(
          spoken,
          speaking.map((number) => rows[number]).map((row) => row && told(row)),
        );
        assert.equal(distinct.events, expected.length);
        for (const [first = -1, ...others] of expected) {
          const same = [first, ...others.sort((left, right) => left - right)].map((each) =>
            distinct.stretches.at(each),
          );
          for (const number of [first, ...others]) assert.deepEqual(distinct.copiesOf(number), same);
        }
      }),
      { numRuns: 200 },
    );
  });

  for (const [what, events] of [
    ['different events', 10_000],
    ['copies of few events', 3],
  ] as const) {
    test(`of more ${what} than there was room for at first, each is found`, () => {
      const rows = 20_000;
      const numbers = new Uint32Array(rows * WIDTH);
      for (let row = 0; row < rows; row++) numbers[columns.eventID * rows + row] = row % events;
      const chunk = new RowChunk(new RowTables(newTables()), numbers, rows);
      const distinct = new DistinctRows(7);
      for (let from = 0; from < rows; from += 50)
        distinct.add({ chunk, from, to: from + 50, log: from, index: 0, base: 0 });
      const copies = (event: number): number[] => distinct.copiesOf(event).map(({ row }) => row);
      const expected = (event: number): number[] =>
        Array.from({ length: rows }, (_, row) => row).filter((row) => row % events === event);
      const spoken = [...distinct.speaking()].flatMap(({ rows: speaking }) => [...speaking]);
      assert.deepEqual(
        spoken,
        Array.from({ length: events }, (_, event) => event),
      );
      for (const event of [0, 2, events - 1]) assert.deepEqual(copies(event), expected(event));
    });
  }
});

function damagesOf({ chunk, from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, at) => [null, 'schema', 'syntax'].indexOf(chunk.malformed(from + at)));
}

function told({ file, index, start, eventID }: EventRow): unknown {
  return { file, index, start, eventID };
}
