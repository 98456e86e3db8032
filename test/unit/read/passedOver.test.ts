/** Events beside the list of a log in one of CloudTrail's own forms, and what stands in the list and is no event. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOf } from '../../../server/src/core/read/view';
import { someEvents } from '../../support/generatedRecords';
import { anyChange, followEdits } from '../../support/randomEdits';
import { problemsOf, readLog } from '../../support/readLog';

const EVENTS = someEvents(5, 4);
const [A = {}, B = {}, C = {}, D = {}] = EVENTS;
const json = JSON.stringify;

/** Container, events in the order of the text, and the rules that speak of broken JSON. */
function told(log: string): readonly unknown[] {
  const read = readLog(log);
  const broken = problemsOf(read).filter(({ problem }) => problem.code.startsWith('WT1'));
  return [
    read.outline.container,
    read.records.map((record) => {
      assert.deepEqual(eventOf(log, { ...record, event: undefined }), record.event);
      return record.event;
    }),
    broken.map(({ problem }) => problem.code),
  ];
}

test('events before, between and behind the records of a list are read in their order', () => {
  const log = json({ failed: [A], Records: [B, C, { level: 'info', message: json(D) }], last: { body: json(A) } });
  assert.deepEqual(told(log), ['records', [A, B, C, D, A], []]);
});

test('lines of other programs are no events, and messages of services are none', () => {
  const others = [
    { a: 1 },
    { eventName: 'boot' },
    { eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', awsRegion: 'x' },
  ];
  assert.deepEqual(told([A, ...others, B].map((each) => json(each)).join('\n')), ['json-lines', [A, B], []]);
  assert.deepEqual(told(json({ Records: [...others, A, B] })), ['records', [A, B], []]);
});

test('what is left of a record is listed still', () => {
  const left = { eventName: 'CreateUser', eventTime: '2026-05-18T14:02:51Z' };
  assert.deepEqual(told(json({ Records: [A, left, {}] })), ['records', [A, left, {}], []]);
});

test('a list of events with a text of one in it has nothing in it that is not an event', () => {
  assert.deepEqual(told(json([A, B, json(C)])), ['array', [A, B, C], []]);
});

test('a table that was put behind a log is read', () => {
  const rows = [B, C].map((event, index) => `${index},"${json(event).replaceAll('"', '""')}"`);
  assert.deepEqual(told([json(A), 'id,raw', ...rows, ''].join('\n')), ['single', [A, B, C], []]);
});

test('such a log that is edited is known as it is when it is opened so', () => {
  const log = json({ failed: [A], Records: [B, { level: 'info', message: json(C) }, D, A], last: { body: json(D) } });
  const counted = { followed: 0 };
  fc.assert(
    fc.property(fc.array(anyChange, { minLength: 6, maxLength: 6 }), (changes) =>
      followEdits('records and events beside', log, changes, counted),
    ),
    { numRuns: 6, seed: 4, endOnFailure: true },
  );
});
