import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { ask, groundsOf, type Quiet } from '../../../../server/src/core';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { call, callTo } from './asked';

const listed = (number: number): unknown => call(number, 'ListUsers', { readOnly: true });
const events = [listed(1), listed(2)];

const said = (quiet: Quiet): unknown => {
  const { status, sentence, findings } = ask('new-behaviour', groundsOf(evidenceOfEvents(events), quiet));
  return [status, sentence, findings];
};

suite('a time to compare with', () => {
  test('before the first and behind the last event, and logs without mail or without events, are said to be so', () => {
    const bucket = callTo('s3', 1, 'ListBuckets', { readOnly: true });
    assert.deepEqual(
      [
        said({ until: Date.UTC(2026, 0, 1) }),
        said({ until: Date.UTC(2026, 5, 1) }),
        said({ baseline: evidenceOfEvents([]) }),
        said({ baseline: evidenceOfEvents([bucket]) }),
      ],
      [
        'The time to compare with reaches until 2026-01-01 00:00:00 UTC, and no event of these logs is earlier: the first one was at 2026-03-01 08:01:00 UTC.',
        'The time to compare with reaches until 2026-06-01 00:00:00 UTC, and the last event of these logs was at 2026-03-01 08:02:00 UTC: nothing in them is later, so that nothing can be new.',
        'The other logs to compare with hold no event.',
        'The other logs to compare with hold 1 event, and none that has to do with mail.',
      ].map((sentence) => ['cannot-tell', sentence, []]),
    );
  });
});
