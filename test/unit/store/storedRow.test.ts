import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, eventRow } from '../../../server/src/core';
import { RowWriter } from '../../../server/src/core/store/rowWriter';
import { StoredRow } from '../../../server/src/core/store/storedRow';
import { fixtures } from '../../support/expectedFile';
import { toldRow } from '../../support/toldRow';
import { anyLog } from './anyLog';

function assertKept(text: string): void {
  const records = [...analyze(text)];
  const writer = new RowWriter(records.length);
  for (const record of records) writer.add(record, 0);
  const chunk = writer.take();
  const kept = records.map(({ index }, row) => toldRow(new StoredRow(chunk, row, { index, file: 'a.json', base: 0 })));
  assert.deepEqual(
    kept,
    records.map((record) => toldRow(eventRow(record, 'a.json'))),
  );
}

suite('A row in columns says what the event says', () => {
  for (const { name, file } of fixtures()) test(name, () => assertKept(readFileSync(file, 'utf8')));

  test('whatever is in its fields', () => {
    fc.assert(fc.property(anyLog, assertKept), { numRuns: 300 });
  });
});
