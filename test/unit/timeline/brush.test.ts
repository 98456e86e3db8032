import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { printQuestion } from '../../../server/src/core';
import { brushed, brushedAnew } from '../../../server/src/core/timeline/brush';

const hour = { from: Date.UTC(2026, 2, 1, 8), to: Date.UTC(2026, 2, 1, 9) };
const apart: readonly (readonly [where: string, brush: unknown, rest: string])[] = [
  ['', undefined, ''],
  ['actor:jane', undefined, 'actor:jane'],
  ['time:2026-03-01T08', hour, ''],
  ['actor:jane time:2026-03-01T08:00:00..2026-03-01T08:59:59', hour, 'actor:jane'],
  ['after:2026-03-01T08 actor:jane,bob', { from: hour.from, to: undefined }, 'actor:jane,bob'],
  ['before:2026-03-01T09', { from: undefined, to: hour.to }, ''],
  ['after:2026-03-01T07 before:2026-03-01T09 after:2026-03-01T08', hour, ''],
  // Several stretches of time, or those that are asked for beside something else, are no brush.
  ['time:2026-03-01,2026-03-03', undefined, 'time:2026-03-01,2026-03-03'],
  ['time:2026-03-01 OR actor:jane', undefined, 'time:2026-03-01 OR actor:jane'],
  ['-time:2026-03-01', undefined, '-time:2026-03-01'],
  ['time:none', undefined, 'time:none'],
];

suite('a question', () => {
  test('is taken apart into its stretch of time and all else', () => {
    const told = apart.map(([where]) => [where, brushed(where).brush, printQuestion(brushed(where).rest)]);
    assert.deepEqual(told, apart);
  });

  test('keeps all else when it is brushed anew', () => {
    const asked = [
      '',
      'actor:jane',
      'time:2026-02 actor:jane',
      'actor:jane OR actor:bob',
      'after:2026 weight:>=high',
      'time:2026-02',
      'outcome:faild',
    ];
    assert.deepEqual(
      asked.map((where) => [brushedAnew(where, hour), brushedAnew(where, undefined)]),
      [
        ['time:2026-03-01T08:00:00..2026-03-01T08:59:59', ''],
        ['actor:jane time:2026-03-01T08:00:00..2026-03-01T08:59:59', 'actor:jane'],
        ['actor:jane time:2026-03-01T08:00:00..2026-03-01T08:59:59', 'actor:jane'],
        ['(actor:jane OR actor:bob) time:2026-03-01T08:00:00..2026-03-01T08:59:59', 'actor:jane OR actor:bob'],
        ['weight:>=high time:2026-03-01T08:00:00..2026-03-01T08:59:59', 'weight:>=high'],
        ['time:2026-03-01T08:00:00..2026-03-01T08:59:59', ''],
        // What can't be read is not what somebody meant.
        ['time:2026-03-01T08:00:00..2026-03-01T08:59:59', ''],
      ],
    );
  });

  test('asks for whole seconds, the one that a stretch ends in included', () => {
    const told = [hour.from, hour.from + 1, hour.from + 1000, hour.from + 1001].map((to) =>
      brushedAnew('', { from: hour.from + 500, to }),
    );
    const first = '2026-03-01T08:00:00';
    assert.deepEqual(told, [`time:${first}`, `time:${first}`, `time:${first}`, `time:${first}..2026-03-01T08:00:01`]);
  });
});
