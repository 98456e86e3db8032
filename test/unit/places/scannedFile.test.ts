import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { promiseOf } from '../../../server/src/places/deliveryPath';
import { readFile } from '../../../server/src/places/scannedFile';
import { scanText } from '../../../server/src/places/scanText';

const DELIVERED = 'file:///111111111111_CloudTrail_us-east-1_20260301T0800Z_abcdefghijklmnop.json.gz';

suite('what a scan says of a file', () => {
  test('a log without records is an empty log', () => {
    const found = { ...scanText('', {}), container: 'records' };
    const file = readFile({ uri: DELIVERED, size: 14, modified: 0 }, found, { notes: [], isCompressed: false });
    assert.deepEqual([file.outcome, file.isFailure, file.reasons], ['read', false, []]);
  });

  test('the characters of a text that is no log are nobody’s loss', () => {
    const notes = [{ code: 'encoding', message: 'it holds bytes that are no UTF-8.', isLoss: true }];
    const log = { notes, isCompressed: false };
    const file = readFile({ uri: 'file:///notes.txt', size: 14, modified: 0 }, scanText('Nothing.', {}), log);
    assert.deepEqual([file.outcome, file.isFailure, file.reasons], ['skipped', false, ['not a CloudTrail log.']]);
  });

  test('the name of a file promises a log, or does not', () => {
    const names = [
      DELIVERED,
      'C:\\logs\\111111111111_CloudTrail-Insight_eu-west-1_20260301T080000Z_x.json',
      'AWSLogs/111111111111/CloudTrail/us-east-1/2026/03/01/x.json',
      'export_CloudTrail_March.csv',
      'cloud-trail.log',
      '111111111111_CloudTrail-Digest_us-east-1_trail_us-east-1_20260301T080000Z.json.gz',
      'access.log',
    ];
    assert.deepEqual(names.map(promiseOf), [
      'delivered',
      'delivered',
      undefined,
      'cloudtrail',
      'cloudtrail',
      undefined,
      undefined,
    ]);
  });
});
