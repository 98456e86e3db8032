import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventDetails } from '../../../server/src/core';
import { factsOf } from '../../../server/src/core/investigate/facts';
import { awsExamples } from '../../support/awsExamples';
import { readLog } from '../../support/readLog';
import { TABLE_FORMS } from '../../support/tableForms';

const outcomes = (text: string): readonly string[] => readLog(text).records.map((record) => factsOf(record).outcome);

test('a call is said to have succeeded only where the log would say that it failed', () => {
  const csv = TABLE_FORMS['console CSV'].write(awsExamples());
  assert.deepEqual(outcomes(csv), ['succeeded', 'succeeded', 'succeeded']);
  const second = csv.split('\n')[2] ?? '';
  assert.deepEqual(outcomes(csv.replace(second, second.replace(',"[{', ',AccessDenied,"[{').replace(',,', ','))), [
    'succeeded',
    'failed',
    'succeeded',
  ]);
  const lake = TABLE_FORMS['Lake results'].write(awsExamples());
  assert.deepEqual(outcomes(lake), ['unknown', 'unknown', 'unknown']);
  const [first] = readLog(lake).records;
  assert.match(first === undefined ? '' : eventDetails(first), /Outcome:\*\* not known, because the log has no column/);
});
