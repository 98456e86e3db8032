import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import { layOut } from '../../../server/src/core/read/readable/layout';
import { eventOf } from '../../../server/src/core/read/view';
import { awsExamples } from '../../support/awsExamples';
import { nameOf, problemsOf, readLog } from '../../support/readLog';

const [first, second] = awsExamples();
const inner = JSON.stringify({ Records: [{ ...first, readOnly: 5 }, second] }, null, 2);
const numbered = inner
  .split('\n')
  .map((line, index) => `${String(index + 1).padStart(6)}\t${line}`)
  .join('\n');

test('events under a layer stand where they stand, and are read without it', () => {
  const { text, records, outline } = readLog(numbered);
  assert.deepEqual(
    records.map((record) => [
      text.slice(record.start, record.start + 1),
      text.slice(record.end - 1, record.end),
      eventOf(text, { ...record, event: undefined }),
    ]),
    [
      ['{', '}', { ...first, readOnly: 5 }],
      ['{', '}', second],
    ],
  );
  assert.equal(outline.container, 'records');
});

test('a layer is told once, and the edits that it brings take it off', () => {
  const { text, outline } = readLog(numbered);
  assert.deepEqual(
    outline.problems.map(({ span, edits = [], ...problem }) => [
      nameOf({ ...problem, path: [], target: 'gap' }),
      span,
      applyEdits(text, edits),
    ]),
    [['layer', { start: 0, end: 7 }, inner]],
  );
});

test('a problem under a layer is shown at its characters', () => {
  const { text, ...log } = readLog(numbered);
  assert.deepEqual(
    problemsOf({ text, ...log })
      .filter(({ problem }) => nameOf(problem) === 'field-type')
      .map(({ span }) => text.slice(span.start, span.end)),
    ['5'],
  );
});

test('the readable view shows the events without the layer', () => {
  const work = layOut(readLog(numbered));
  let next = work.next();
  while (!next.done) next = work.next();
  assert.deepEqual(JSON.parse(next.value.text), [{ ...first, readOnly: 5 }, second]);
});
