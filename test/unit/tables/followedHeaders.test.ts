import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordAt } from '../../../server/src/documents/analysis';
import { allKnown, edited, openedLog, readAfresh } from '../../support/followedLog';
import { someEvents } from '../../support/generatedRecords';
import { changeInside, followEdits } from '../../support/randomEdits';
import { readLog } from '../../support/readLog';
import { withFurtherHeaders } from '../../support/tableForms';

const LOG = withFurtherHeaders(someEvents(3, 40));

test('a table with several headers that is edited is known as it is when it is opened so', () => {
  const counted = { followed: 0 };
  fc.assert(
    fc.property(fc.array(changeInside, { minLength: 6, maxLength: 6 }), (changes) =>
      followEdits('CSV with further headers', LOG, changes, counted),
    ),
    { numRuns: 6, seed: 2, endOnFailure: true },
  );
});

test('so is one to which a second header comes', () => {
  const [first = '', second = ''] = LOG.split('\n\n');
  const at = first.length;
  const state = openedLog(first);
  const next = edited(state, { start: at, end: at, text: `\n\n${second}` }) ?? state;
  assert.deepEqual(allKnown(next.analysis), allKnown(readAfresh(next.document)));
});

test('what is kept of its rows gives their events again', () => {
  const { analysis } = openedLog(LOG);
  const events = Array.from({ length: analysis.recordCount }, (_, index) => recordAt(analysis, index)?.event);
  assert.deepEqual(
    events,
    readLog(LOG).records.map(({ event }) => event),
  );
});
