import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  anyOf,
  everything,
  exactly,
  matches,
  parseQuestion,
  printQuestion,
  type Question,
} from '../../../server/src/core';
import { anyQuestion } from './anyQuestion';
import { rowWith } from './given';

suite('a question is printed', () => {
  const cases: readonly (readonly [written: string, printed: string])[] = [
    ['', ''],
    [' a   AND b ', 'a b'],
    ['a or b and c', 'a OR b c'],
    ['(a or b) c', '(a OR b) c'],
    ['not (a b)', '-(a b)'],
    ['NOT a', '-a'],
    ['--a', 'a'],
    ['ip:"10.0.0.1"', 'address:10.0.0.1'],
    ['ip:"10.1"', 'address:"10.1"'],
    ['arn:aws:iam::1:root', 'arn:arn:aws:iam::1:root'],
    ['arn:"aws:iam"', 'arn:"aws:iam"'],
    ['user:"jane"', 'actor:jane'],
    ['user:"jane doe",x', 'actor:"jane doe",x'],
    ['user:"none"', 'actor:"none"'],
    ['user:""', 'actor:none'],
    ['user:a**', 'actor:a*'],
    ['user:"a*"*', 'actor:"a*"*'],
    ['file:C:\\logs', 'file:C:\\logs'],
    ['file:"C:\\new logs"', 'file:"C:\\\\new logs"'],
    ['"-a"', '"-a"'],
    ['"or"', '"or"'],
    ['"a:b"', '"a:b"'],
    ['1:b', '1:b'],
    ['outcome:OK', 'outcome:succeeded'],
    ['weight:=high,>=LOW', 'weight:high,>=low'],
    ['time:2026..2026', 'time:2026'],
    ['time:"2026-03-01 08:15Z"..', 'time:2026-03-01T08:15..'],
    ['since:2026', 'after:2026'],
  ];
  for (const [written, printed] of cases) {
    test(JSON.stringify(written), () => assert.equal(printQuestion(parseQuestion(written).question), printed));
  }

  test('so that it reads back as the same question', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        assert.deepEqual(parseQuestion(printQuestion(question)), { question, problems: [] });
      }),
      { numRuns: 5000, seed: 20260403 },
    );
  });

  test('so that what was made of parts that are never parsed has the same answers', () => {
    const nothing: Question = { kind: 'any', of: [] };
    const empty: Question = { kind: 'found', texts: [exactly('')] };
    const inRecord: Question = { kind: 'field', field: 'text', values: [exactly('')] };
    const parts: readonly Question[] = [
      nothing,
      empty,
      inRecord,
      { kind: 'not', of: everything },
      { kind: 'all', of: [empty, { kind: 'any', of: [nothing, everything] }] },
      anyOf([nothing, { kind: 'all', of: [nothing] }]),
    ];
    for (const question of parts) {
      const { question: read, problems } = parseQuestion(printQuestion(question));
      assert.deepEqual(problems, []);
      assert.equal(matches(read)(rowWith()), matches(question)(rowWith()), printQuestion(question));
    }
  });
});
