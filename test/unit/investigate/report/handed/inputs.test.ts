import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { InputFile } from '../../../../../server/src/core';
import { inputsHtml } from '../../../../../server/src/core/investigate/report/html/inputsHtml';
import { inputFile } from '../../../../../server/src/places/inputSeen';

const read = { outcome: 'read', form: 'CloudTrail log file', records: 2, reasons: [] } as const;
const hash = { sha256: 'ab'.repeat(32), size: 1234, modified: Date.parse('2026-03-01T08:00:00Z') };

function rowsOf(inputs: readonly InputFile[]): readonly string[] {
  return inputsHtml(inputs, 'a <tool>')
    .split('\n')
    .filter((line) => line.startsWith('<tr>'));
}

suite('what was read, in a report that is handed over', () => {
  test('is told file by file, with names as text, and why there is no hash', () => {
    const inputs = [
      inputFile({ uri: 'file:///a', read, stamp: hash }, '<b>.json', hash),
      inputFile({ uri: 'file:///b', read: { ...read, outcome: 'skipped', reasons: ['no log.'] } }, 'b', hash),
      inputFile({ uri: 'untitled:c', read }, 'c', undefined),
      inputFile({ uri: 'file:///d', read }, 'd', { failure: 'permission denied.' }),
    ];
    const sum = hash.sha256;
    assert.deepEqual(rowsOf(inputs), [
      `<tr><th>1<td>&lt;b&gt;.json<td>${sum}<td>1,234<td>2026-03-01 08:00:00<td>CloudTrail log file, 2 records`,
      `<tr><th>2<td>b<td>${sum}<td>1,234<td>2026-03-01 08:00:00<td>skipped: no log.`,
      '<tr><th>3<td>c<td>none<td><td><td>CloudTrail log file, 2 records: It lies on no disk here that could be looked at.',
      '<tr><th>4<td>d<td>none<td><td><td>CloudTrail log file, 2 records: No hash: permission denied.',
    ]);
  });

  test('says that a file has changed since', () => {
    const [row = ''] = rowsOf([inputFile({ uri: 'file:///a', read, stamp: { ...hash, size: 1 } }, 'a', hash)]);
    assert.match(row, /It has changed since it was read: the hash is not of what this report tells\./);
  });
});
