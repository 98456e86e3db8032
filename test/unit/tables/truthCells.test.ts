import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../../server/src/core/investigate/facts';
import { readLog } from '../../support/readLog';

const readOnly = (text: string): readonly unknown[] => readLog(text).records.map((record) => factsOf(record).readOnly);
const SOURCE = ['eventSource', 'workmail.amazonaws.com'] as const;

test('whether a call only read is told by true and false, and by 1 and 0', () => {
  const rows = ['true', 'FALSE', '1', '0', '', '2'].map(
    (truth) => `2026-05-18T14:02:51Z,workmail.amazonaws.com,ListUsers,us-east-1,${truth}`,
  );
  const header = 'eventTime,eventSource,eventName,awsRegion,readOnly';
  assert.deepEqual(readOnly([header, ...rows].join('\n')), [true, false, true, false, undefined, undefined]);
});

test('Logs Insights tells it by 1 and 0', () => {
  const row = (name: string, truth: string): object[] =>
    [['eventTime', '2026-05-18T14:02:51Z'], SOURCE, ['eventName', name], ['readOnly', truth]].map(([field, value]) => ({
      field,
      value,
    }));
  const results = [row('ListUsers', '1'), row('DeleteUser', '0')];
  assert.deepEqual(readOnly(JSON.stringify({ results, status: 'Complete' })), [true, false]);
});
