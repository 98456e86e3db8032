import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { completionsAt, fieldNames, isOwnField, parseQuestion, printQuestion } from '../../../server/src/core';

const counts: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  actor: [
    ['jane', 3],
    ['', 4],
    ['Jane Doe', 7],
    ['Mary Jane', 9],
    ['bob', 20],
    ['none', 1],
    ['"q"', 1],
  ],
  arn: [['arn:aws:iam::1:user/jane', 2]],
  outcome: [['failed', 2]],
  address: [
    ['10.0.0.1', 2],
    ['10.1', 1],
  ],
  weight: [['high', 5]],
  time: [['2026-03-01 08:15', 6]],
};
/** What is told in short: the span, and each text with its count where there is one. */
function told(marked: string): readonly [start: number, end: number, ...items: string[]] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end, items } = completionsAt(text, offset, (field) => counts[field] ?? []);
  return [start, end, ...items.map(({ text, count }) => (count === undefined ? text : `${text} ${count}`))];
}

suite('what may stand at', () => {
  const all = fieldNames.map((name) => `${name}:`);
  const cases: readonly (readonly [marked: string, start: number, end: number, ...items: string[]])[] = [
    ['|', 0, 0, ...all],
    ['a b |', 4, 4, ...all],
    ['(|)', 1, 1, ...all],
    ['-|', 1, 1, ...all],
    ['-ac|', 1, 3, 'action:', 'account:', 'actor:', 'arn:', 'kind:', 'key:'],
    ['-|ac', 1, 3, ...all],
    ['x(|ou)', 2, 4, ...all],
    ['arn:aws:i|', 0, 9, 'arn:aws:iam::1:user/jane 2'],
    ['x or|', 2, 4, 'organization:'],
    ['IP|', 0, 2, 'address:'],
    ['userIdentity.t|', 0, 14, 'kind:'],
    ['t|', 0, 1, 'target:', 'type:', 'time:', 'text:'],
    ['no|', 0, 2],
    ['zzz|', 0, 3],
    ['us|er:jane x', 0, 5, 'actor:', 'arn:', 'id:', 'kind:', 'key:', 'invokedby:', 'agent:'],
    ['user|:', 0, 5, 'actor:', 'arn:', 'id:', 'kind:', 'key:', 'invokedby:', 'agent:'],
    ['user:|', 5, 5, 'bob 20', '"Mary Jane" 9', '"Jane Doe" 7', 'jane 3', '"\\"q\\"" 1', '"none" 1', 'none 4', 'any'],
    ['user:JAN|', 5, 8, '"Jane Doe" 7', 'jane 3', '"Mary Jane" 9'],
    ['user:ja|x b', 5, 8, '"Jane Doe" 7', 'jane 3', '"Mary Jane" 9'],
    ['user:"jane d|', 5, 12, '"Jane Doe" 7'],
    ['user:bob,m|', 9, 10, '"Mary Jane" 9'],
    [
      'user:bob,|',
      9,
      9,
      'bob 20',
      '"Mary Jane" 9',
      '"Jane Doe" 7',
      'jane 3',
      '"\\"q\\"" 1',
      '"none" 1',
      'none 4',
      'any',
    ],
    ['user:b|,x', 5, 6, 'bob 20'],
    ['outcome:|', 8, 8, 'succeeded', 'failed 2', 'unknown'],
    ['outcome:su|', 8, 10, 'succeeded'],
    ['outcome:err|', 8, 11, 'failed 2'],
    ['is:w|', 3, 4, 'write', 'workmail'],
    ['ip:1|', 3, 4, '10.0.0.1 2', '"10.1" 1'],
    ['ip:p|', 3, 4, 'private'],
    ['weight:|', 7, 7, 'critical', 'high 5', 'medium', 'low', 'info', 'none', 'any'],
    ['weight:>=h|', 7, 10, '>=high'],
    ['time:|', 5, 5, '2026-03-01T08:15 6', 'none', 'any'],
    ['before:|', 7, 7],
    ['nofield:|', 8, 8],
    ['a| b', 0, 1, 'action:', 'account:', 'actor:', 'arn:', 'address:', 'agent:', 'after:', 'region:', 'kind:', 'key:'],
  ];
  for (const [marked, ...expected] of cases) test(marked, () => assert.deepEqual(told(marked), expected));

  test('fields that are not offered may be written, and have their values', () => {
    const texts = (text: string): readonly string[] =>
      completionsAt(
        text,
        text.length,
        () => [['EWS', 2]],
        (field) => !isOwnField(field),
      ).items.map((item) => item.text);
    assert.deepEqual(
      [texts(''), texts('pro'), texts('mailb'), texts('protocol:')],
      [fieldNames.filter((name) => !isOwnField(name)).map((name) => `${name}:`), [], [], ['EWS', 'none', 'any']],
    );
  });

  test('fields and words are explained, values are not', () => {
    const { items } = completionsAt('out', 3, () => []);
    assert.deepEqual(items, [
      { kind: 'field', text: 'outcome:', description: 'How the call ended.', count: undefined },
    ]);
    assert.deepEqual(completionsAt('error:any', 9, () => [['Any', 2]]).items, [
      { kind: 'value', text: '"Any"', description: '', count: 2 },
      { kind: 'word', text: 'any', description: 'The record has it, whatever it says.', count: undefined },
    ]);
  });

  test('a hundred values at most', () => {
    const many = Array.from({ length: 1000 }, (_, number) => [`e${number}`, number] as const);
    const { items } = completionsAt('error:e', 7, () => many);
    assert.deepEqual([items.length, items[0]?.text, items[99]?.text], [100, 'e999', 'e900']);
  });

  test('whatever is typed, and what is chosen can be read', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '-',
      ' ',
      ',',
      ':',
      '"',
      '\\',
      '*',
      'OR',
      'actor:',
      'ip:',
      'is:',
      'a',
      'none',
      'é',
    );
    const value = fc.string({ unit: fc.constantFrom(...'aB ",()*?\\-:./1\n'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), fc.nat(), value, (parts, place, logged) => {
        const text = parts.join('');
        const offset = place % (text.length + 1);
        const { start, end, items } = completionsAt(text, offset, () => [[logged, 1]]);
        assert.ok(start <= offset && offset <= end && end <= text.length);
        for (const item of items.filter(({ kind }) => kind === 'value')) {
          const { question, problems } = parseQuestion(`actor:${item.text}`);
          assert.deepEqual(problems, []);
          const values = question.kind === 'field' ? question.values : [];
          assert.deepEqual(values, [{ kind: 'pattern', parts: [{ literal: logged }] }], printQuestion(question));
        }
      }),
      { numRuns: 5000, seed: 20260405 },
    );
  });
});
