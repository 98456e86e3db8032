import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { everything, exactly, type ParsedQuestion, parseQuestion, type Question } from '../../../server/src/core';
import type { Value } from '../../../server/src/core/query/question';

const found = (...texts: string[]): Question => ({ kind: 'found', texts: texts.map(exactly) });
const field = (name: Extract<Question, { kind: 'field' }>['field'], ...values: (string | Value)[]): Question => ({
  kind: 'field',
  field: name,
  values: values.map((value) => (typeof value === 'string' ? exactly(value) : value)),
});
const word = (name: string): Value => ({ kind: 'word', word: name });
const time = (from: string | undefined, ...[to]: (string | undefined)[]): Value => ({ kind: 'time', from, to });
const during = (text: string): Value => time(text, text);
const [a, b, c] = [found('a'), found('b'), found('c')];

suite('a question', () => {
  const cases: readonly (readonly [text: string, question: Question])[] = [
    ['', everything],
    ['  ', everything],
    ['a', a],
    ['"NOT"', found('NOT')],
    ['a,"b c"', found('a', 'b c')],
    ['a b', { kind: 'all', of: [a, b] }],
    ['a AND b and c', { kind: 'all', of: [a, b, c] }],
    ['a OR b c', { kind: 'any', of: [a, { kind: 'all', of: [b, c] }] }],
    ['(a or b) c', { kind: 'all', of: [{ kind: 'any', of: [a, b] }, c] }],
    ['(a (b c))', { kind: 'all', of: [a, b, c] }],
    ['a OR (b OR c)', { kind: 'any', of: [a, b, c] }],
    ['-a', { kind: 'not', of: a }],
    ['- a', { kind: 'not', of: a }],
    ['not not NOT a', { kind: 'not', of: a }],
    ['--a', a],
    ['-(-a)', a],
    ['-(a b)', { kind: 'not', of: { kind: 'all', of: [a, b] } }],
    ['a(b)c', { kind: 'all', of: [a, b, c] }],
    ['service:iam', field('service', 'iam')],
    ['SERVICE:IAM', field('service', 'IAM')],
    ['eventSource:iam.amazonaws.com', field('service', 'iam.amazonaws.com')],
    ['action:CreateUser,DeleteUser', field('action', 'CreateUser', 'DeleteUser')],
    [
      'action:"Create User"*',
      field('action', { kind: 'pattern', parts: [{ literal: 'Create User' }, { wildcard: '*' }] }),
    ],
    ['arn:aws:iam::111122223333:root', field('arn', 'arn:aws:iam::111122223333:root')],
    ['arn:arn:aws:iam::111122223333:root', field('arn', 'arn:aws:iam::111122223333:root')],
    ['userIdentity.type:Root', field('kind', 'Root')],
    ['actor:\u201cJane Doe\u201d', field('actor', 'Jane Doe')],
    ['"\u201cJane\u201d Doe"', found('\u201cJane\u201d Doe')],
    ['fe80::1', found('fe80::1')],
    ['key:none', field('key', word('none'))],
    ['key:""', field('key', word('none'))],
    ['key:Any', field('key', word('any'))],
    ['key:"none"', field('key', 'none')],
    ['outcome:OK,fail', field('outcome', word('succeeded'), word('failed'))],
    ['is:"write"', field('is', word('write'))],
    ['ip:private,aws,10.0.0.0/8', field('address', word('private'), word('aws'), '10.0.0.0/8')],
    ['ip:2001:db8::/32', field('address', '2001:db8::/32')],
    ['ip:"10.1"', field('address', '10.1')],
    ['ip:203.0.113.xxx', field('address', '203.0.113.xxx')],
    ['weight:high', field('weight', { kind: 'weight', relation: '=', weight: 'high' })],
    ['weight:>=HIGH,none', field('weight', { kind: 'weight', relation: '>=', weight: 'high' }, word('none'))],
    ['time:2026-03-01', field('time', during('2026-03-01'))],
    ['time:2026-03-01..2026-03-07', field('time', time('2026-03-01', '2026-03-07'))],
    ['time:2026-03-01t08:15z..', field('time', time('2026-03-01T08:15'))],
    ['time:..2026-03', field('time', time(undefined, '2026-03'))],
    ['time:"2026-03-01 08:15"', field('time', during('2026-03-01T08:15'))],
    ['time:none', field('time', word('none'))],
    ['after:2026 before:2027', { kind: 'all', of: [field('after', during('2026')), field('before', during('2027'))] }],
    ['text:none', field('text', 'none')],
    ['text:"a: b"', field('text', 'a: b')],
  ];
  for (const [text, question] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(parseQuestion(text), { question, problems: [] }));
  }
});

const QUOTES = ' To look for the text itself, put it in quotes.';
const COMMAS = ' A comma stands between values; one that belongs to a value is put in quotes.';
const SIDE = ' To look for the word itself, put it in quotes.';
const FORMS =
  'Write a year, month, day, hour, minute or second in UTC, such as 2026-03, 2026-03-01 or 2026-03-01T08:15';

suite('what is wrong with', () => {
  type Wrong = readonly [start: number, end: number, message: string, meant?: string];
  const cases: readonly (readonly [text: string, question: Question, ...problems: Wrong[]])[] = [
    ['actr:jane a', a, [0, 4, `There is no field "actr". Did you mean actor?${QUOTES}`, 'actor']],
    ['https://x', everything, [0, 5, `There is no field "https".${QUOTES}`]],
    ['__proto__:x', found('__proto__:x')],
    ['s3:GetObject', everything, [0, 2, `There is no field "s3".${QUOTES}`]],
    ['constructor:x', everything, [0, 11, `There is no field "constructor".${QUOTES}`]],
    ['a actor:', a, [2, 8, 'A value is missing: write it right behind the colon, as in actor:jane.']],
    ['actor:jane,', field('actor', 'jane'), [10, 11, `A value of actor is missing beside this comma.${COMMAS}`]],
    ['actor:,jane', field('actor', 'jane'), [6, 7, `A value of actor is missing beside this comma.${COMMAS}`]],
    [',a', a, [0, 1, `A text is missing beside this comma.${COMMAS}`]],
    ['a ""', a, [2, 4, 'There is nothing between these quotes: write what to look for.']],
    ['text:""', everything, [5, 7, 'There is nothing between these quotes: write what the record has to contain.']],
    [
      'a actor:"jane d',
      { kind: 'all', of: [a, field('actor', 'jane d')] },
      [8, 15, 'This quote is not closed: write " behind the text, and \\" for one inside.'],
    ],
    [
      'outcome:faild',
      everything,
      [8, 13, '"faild" is no value of outcome: it takes succeeded, failed or unknown. Did you mean failed?', 'failed'],
    ],
    ['outcome:f*', everything, [8, 10, 'outcome has no use for * and ?: it takes succeeded, failed or unknown.']],
    [
      'is:big a',
      a,
      [3, 6, '"big" is no value of is: it takes write, read, failed, malformed, workmail, root or service.'],
    ],
    [
      'weight:>higg',
      everything,
      [
        7,
        12,
        '">higg" is no value of weight: it takes info, low, medium, high, critical, none or any, also with >=, >, <= or < before a weight. Did you mean >high?',
        '>high',
      ],
    ],
    ['time:2026-13', everything, [5, 12, `"2026-13" is no time. ${FORMS}, or two of them with .. between.`]],
    ['time:2026-02-30..', everything, [5, 17, `"2026-02-30" is no time. ${FORMS}, or two of them with .. between.`]],
    ['time:..', everything, [5, 7, `".." is no range of time. ${FORMS}, or two of them with .. between.`]],
    [
      'time:2026-03..2026-01',
      everything,
      [5, 21, 'This range ends before it begins: the earlier time stands on the left.', '2026-01..2026-03'],
    ],
    [
      'time:2026*',
      everything,
      [5, 10, 'time has no use for * and ?: it takes a time, as in time:2026-03-01..2026-03-07.'],
    ],
    ['after:now', everything, [6, 9, `"now" is no time. ${FORMS}.`]],
    ['after:2026..', everything, [6, 12, 'after takes one moment; write time:2026.. for a range.']],
    [
      'ip:10.1 a',
      a,
      [3, 7, '"10.1" is no whole address. Write all of it, or a part with * behind it, such as 203.0.113.*.'],
    ],
    [
      'ip:10.0.0.0/33',
      everything,
      [3, 14, '"10.0.0.0/33" is no range of addresses: behind the slash stands how many bits they share, up to 32.'],
    ],
    ['(a', a, [0, 1, 'This bracket is not closed: write ) where it ends.']],
    [
      'a) b',
      { kind: 'all', of: [a, b] },
      [1, 2, 'Nothing is open that this bracket closes: leave it out, or put it in quotes.'],
    ],
    ['a ( )', a, [2, 5, 'There is nothing between these brackets.']],
    ['a OR', a, [2, 4, `OR stands between two terms, and nothing stands behind it.${SIDE}`]],
    ['or a', a, [0, 2, `OR stands between two terms, and nothing stands before it.${SIDE}`]],
    ['a AND', a, [2, 5, `AND stands between two terms, and nothing stands behind it.${SIDE}`]],
    ['and a', a, [0, 3, `AND stands between two terms, and nothing stands before it.${SIDE}`]],
    [
      'a OR OR b',
      { kind: 'any', of: [a, b] },
      [2, 4, `OR stands between two terms, and nothing stands behind it.${SIDE}`],
    ],
    ['a NOT', a, [2, 5, 'Nothing follows that could be negated: write a term or a bracket behind it.']],
    ['a -', a, [2, 3, 'Nothing follows that could be negated: write a term or a bracket behind it.']],
    ['-actr:x OR a', a, [1, 5, `There is no field "actr". Did you mean actor?${QUOTES}`, 'actor']],
    [
      `${'('.repeat(52)}b${')'.repeat(52)} a`,
      a,
      [50, 51, 'More than 50 brackets stand in one another: leave out those that change nothing.'],
    ],
    [`${'x'.repeat(100)}:a`, everything, [0, 100, `There is no field "${'x'.repeat(59)}…".${QUOTES}`]],
  ];
  for (const [text, question, ...wrong] of cases) {
    test(JSON.stringify(text.slice(0, 60)), () => {
      const problems = wrong.map(([start, end, message, meant]) => ({ start, end, message, meant }));
      assert.deepEqual(parseQuestion(text), { question, problems });
    });
  }

  test('a question of many mistakes is told of the first hundred', () => {
    const { problems } = parseQuestion('f:'.concat(' f:'.repeat(500)));
    assert.equal(problems.length, 100);
  });
});

suite('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '(',
      ')',
      '-',
      ' ',
      ',',
      ':',
      '"',
      '\\',
      '*',
      '?',
      '..',
      '/',
      '>=',
      'OR',
      'and',
      'NOT',
      'none',
      'aws',
      'arn:aws:',
    ],
    ...[
      'service:',
      'actr:',
      'time:',
      'after:',
      'ip:',
      'is:',
      'weight:',
      'text:',
      'high',
      'ok',
      '2026-03',
      '10.0.0.0',
      'é',
    ],
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')),
  );

  test('gives a question and problems that lie in it, in its order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, message } of parseQuestion(text).problems) {
          assert.ok(last <= start && start < end && end <= text.length, `${start}–${end}: ${message}`);
          last = start;
        }
      }),
      { numRuns: 20_000, seed: 20260402 },
    );
  });

  test('is read in time that grows with its length, however it is damaged', () => {
    const parse = (text: string): ParsedQuestion => parseQuestion(text);
    for (const piece of ['(', ')', '-', 'NOT ', '"', '\\', ',', ':', '*', 'a OR ', '(a ', 'f:', 'a"b" ', '"\\" ']) {
      // A reader that takes the square of it is not done within the time of a test.
      assert.ok(parse(piece.repeat(100_000)).problems.length <= 100);
    }
  });
});
