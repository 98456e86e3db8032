import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import { readLog } from '../../support/readLog';

const record = (at: number): string =>
  JSON.stringify({
    event_timestamp: 1_772_359_321_120 + at,
    organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
    user_id: 'u-1',
    action: 'read',
    item_id: 'an item',
    action_allowed: true,
  });
const held = JSON.stringify({ events: [0, 1].map((at) => ({ timestamp: 7 + at, message: record(at) })) });

test('a log that ends inside of the message of a record is said to be cut off once, and closing what stands open makes it whole', () => {
  for (let end = held.lastIndexOf('action'); end < held.lastIndexOf('}"}]}'); end++) {
    const text = held.slice(0, end);
    const { records, outline } = readLog(text);
    const inRecords = records.flatMap(({ problems, start: base }) => problems.map((problem) => ({ ...problem, base })));
    const told = [...outline.problems.map((problem) => ({ ...problem, base: 0 })), ...inRecords];
    const edits = told.flatMap(({ edits: all = [], base }) =>
      all.map((edit) => ({ ...edit, start: base + edit.start, end: base + edit.end })),
    );
    const problems = told.map(({ code }) => code);
    const left = readLog(applyEdits(text, edits)).outline.problems;
    assert.deepEqual({ end, count: records.length, problems, left }, { end, count: 2, problems: ['WT122'], left: [] });
  }
});
