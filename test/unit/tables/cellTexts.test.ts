/** A cell is read like a text of its own: where its events stand, and where what is wrong in them stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventOf } from '../../../server/src/core/read/view';
import type { Form } from '../../../server/src/core/record';
import { someEvents } from '../../support/generatedRecords';
import { changeInside, followEdits } from '../../support/randomEdits';
import { nameOf, problemsOf, readLog } from '../../support/readLog';

const EVENTS = someEvents(3, 4);
const [A = {}, B = {}, C = {}, D = {}] = EVENTS;
const json = JSON.stringify;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const lines = (...some: readonly string[]): string => some.map((line) => `${line}\n`).join('');

interface Found {
  readonly form: Form;
  /** As it is written in the log. */
  readonly text: string;
  readonly event: unknown;
}

/** Each event as it was read, after the same was read once more from its place. */
function found(log: string): { readonly records: readonly Found[]; readonly problems: readonly string[] } {
  const read = readLog(log);
  const records = read.records.map((record): Found => {
    assert.deepEqual(eventOf(log, { ...record, event: undefined }), record.event);
    return { form: record.form, text: log.slice(record.start, record.end), event: record.event };
  });
  const problems = problemsOf(read)
    .filter(({ problem }) => problem.code.startsWith('WT1'))
    .map(({ problem, span }) => `${nameOf(problem)}: ${log.slice(span.start, span.end)}`);
  return { records, problems };
}

const doubled = (text: string): string => text.replaceAll('"', '""');
const inText = (text: string): string => json(text).slice(1, -1);

test('events stand in a cell as deep as in any text', () => {
  const log = lines(
    'id,raw',
    `1,${cell(json({ Records: [A, B] }))}`,
    `2,${cell(json({ Message: json(C) }))}`,
    `3,${cell(json({ body: json({ Message: json(D) }) }))}`,
    `4,${cell(json({ a: json({ body: json({ Message: json(A) }) }) }))}`,
  );
  assert.deepEqual(found(log), {
    records: [
      { form: 'cell', text: doubled(json(A)), event: A },
      { form: 'cell', text: doubled(json(B)), event: B },
      { form: 'text-in-cell', text: doubled(inText(json(C))), event: C },
      { form: 'text-in-text-in-cell', text: doubled(inText(inText(json(D)))), event: D },
      { form: 'text-in-text-in-text-in-cell', text: doubled(inText(inText(inText(json(A))))), event: A },
    ],
    problems: [],
  });
});

test('what is wrong in an event in a text in a cell is told where it stands', () => {
  const damaged = json(A).replace(',"eventTime"', '"eventTime"');
  const log = lines('id,raw', `1,${cell(json({ Message: json(B) }))}`, `2,${cell(json({ Message: damaged }))}`);
  assert.deepEqual(found(log), {
    records: [
      { form: 'text-in-cell', text: doubled(inText(json(B))), event: B },
      { form: 'text-in-cell', text: doubled(inText(damaged)), event: A },
    ],
    problems: ['missing-comma: \\""eventTime\\""'],
  });
});

test('a row with a lost quote or separator costs no event', () => {
  const log = lines(
    'id,raw',
    `1,${cell(json(A))}`,
    `2${cell(json(B))}`,
    `3,${cell(json(C)).slice(1)}`,
    `4,${cell(json(D)).slice(0, -1)}`,
    `5,${cell(json(A))}`,
  );
  assert.deepEqual(found(log), {
    records: [A, B, C, D, A].map((event) => ({ form: 'cell', text: doubled(json(event)), event })),
    problems: ['cell-quote: "'],
  });
});

test('an event beside a table is read as it stands', () => {
  const behind = `{\n  "note": ${json(json(B))},\n  "Records": [${json(C)}]\n}`;
  const log = lines('id,raw', `1,${cell(json(A))}`, behind, `2026-05-18 14:02 INFO ${json(D)}`, `2,${cell(json(A))}`);
  assert.deepEqual(found(log), {
    records: [
      { form: 'cell', text: doubled(json(A)), event: A },
      { form: 'text', text: inText(json(B)), event: B },
      { form: 'object', text: json(C), event: C },
      { form: 'object', text: json(D), event: D },
      { form: 'cell', text: doubled(json(A)), event: A },
    ],
    problems: [],
  });
});

test('a cell without an event in a table of events is none', () => {
  const log = lines(
    'id,raw',
    `1,${cell(json(A))}`,
    `2,${cell(json({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', awsRegion: 'us-east-1' }))}`,
    `3,${cell('eventName and eventSource are asked for')}`,
  );
  assert.deepEqual(found(log), { records: [{ form: 'cell', text: doubled(json(A)), event: A }], problems: [] });
});

test('the first event may stand in any row', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `${index},"nothing, ""again"""`);
  const log = lines('id,raw', ...rows, `x,${cell(`INFO ${json(A)}`)}`);
  assert.deepEqual(found(log), {
    records: [{ form: 'cell', text: doubled(json(A)), event: A }],
    problems: [],
  });
});

test('a table of many kinds of cells that is edited is known as it is when it is opened so', () => {
  const log = lines(
    'id,raw,more',
    ...EVENTS.flatMap((event, index) => [
      `${index},${cell(json(event))},x`,
      `${index},${cell(json({ Message: json(event) }))},${cell(json(event))}`,
    ]),
    json(A),
  );
  const counted = { followed: 0 };
  fc.assert(
    fc.property(fc.array(changeInside, { minLength: 6, maxLength: 6 }), (changes) =>
      followEdits('CSV with all kinds of cells', log, changes, counted),
    ),
    { numRuns: 6, seed: 3, endOnFailure: true },
  );
});
