import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answersText, ask, groundsOf } from '../../../../server/src/core';
import { evidenceOf } from '../../../support/evidenceOf';
import { call } from './asked';

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const made = (number: number, name: string, eventTime: string): unknown =>
  call(number, 'CreateUser', {
    eventTime,
    requestParameters: { organizationId, name },
    responseElements: { userId: 'aaaaaaaa-1111-4222-8333-444444444444' },
  });

suite('answers for a terminal', () => {
  test('a value of a megabyte is told by its beginning and its length', () => {
    const name = 'x'.repeat(1_000_000);
    const evidence = evidenceOf({ 'log.json': JSON.stringify({ Records: [made(1, name, '2026-03-01T08:01:00Z')] }) });
    const text = Array.from(
      answersText([{ id: 'new-accounts', answer: ask('new-accounts', groundsOf(evidence)) }]),
    ).join('');
    assert.deepEqual(text.split('\n').slice(0, 4), [
      'Which accounts and keys were made?  [new-accounts]',
      '  WMSDK (key AKIAIOSFODNN7EXAMPLE), from 198.51.100.7, 2026-03-01 08:01:00 UTC: called CreateUser on',
      `  ${'x'.repeat(300)}…`,
      '  (1,000,000 characters) (aaaaaaaa-…).',
    ]);
  });

  test('what ids are called does not depend on the order in which logs are named, where nobody knows when they were made', () => {
    const logs = [made(3, 'amal', 'nobody knows'), made(2, 'ben', 'nobody knows')].map((event) =>
      JSON.stringify({ Records: [event] }),
    );
    const [first = '', second = ''] = logs;
    const names = (texts: readonly string[]): readonly string[] =>
      evidenceOf({ one: texts[0] ?? '', two: texts[1] ?? '' }).entities.byId.get('aaaaaaaa-1111-4222-8333-444444444444')
        ?.names ?? [];
    assert.deepEqual(
      [names([first, second]), names([second, first])],
      [
        ['amal', 'ben'],
        ['amal', 'ben'],
      ],
    );
  });
});
