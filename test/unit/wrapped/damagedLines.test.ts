import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { someEvents } from '../../support/generatedRecords';
import { brokenJson, nameOf, readLog } from '../../support/readLog';

suite('an event behind a time on its line', () => {
  const [one = {}, two = {}, three = {}] = someEvents(7, 3);
  const lines = [one, two, three].map((event) => `2026-03-01T07:00:00Z ${JSON.stringify(event)}`);
  const whole = readLog(lines.join('\n'));
  const starts = whole.records.map(({ start }) => start);
  const damages: Readonly<Record<string, { readonly from: string; readonly to: string; readonly name: string }>> = {
    'that lost its first quote': { from: '{"', to: '{', name: 'missing-quote' },
    'that lost its brace': { from: '{"', to: '"', name: 'missing-bracket' },
  };
  for (const [title, { from, to, name }] of Object.entries(damages)) {
    for (const index of [0, 1, 2]) {
      test(`${title}, in line ${index + 1}, is told and costs no other`, () => {
        const text = lines.map((line, position) => (position === index ? line.replace(from, to) : line)).join('\n');
        const log = readLog(text);
        const moved = starts.map((start, position) => (position > index ? start - 1 : start));
        assert.deepEqual(
          {
            starts: log.records.map(({ start }) => start),
            broken: brokenJson(log).map(({ problem, record }) => [nameOf(problem), record?.start]),
          },
          { starts: moved, broken: [[name, moved[index]]] },
        );
      });
    }
  }

  test('is not seen in a line that merely speaks of its fields', () => {
    const talk = '2026-03-01T07:00:00Z asked for eventName, eventSource and eventTime {"filter": 1}';
    const log = readLog([lines[0], talk, lines[1]].join('\n'));
    assert.deepEqual([log.records.length, brokenJson(log)], [2, []]);
  });
});
