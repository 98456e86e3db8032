import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { tokensOf } from '../../../server/src/core/query/tokens';

const literal = (text: string) => [{ literal: text }];
const star = { wildcard: '*' };

/** A value without quotes at a place. */
const value = (start: number, text: string) => ({
  start,
  end: start + text.length,
  parts: text === '' ? [] : literal(text),
  isQuoted: false,
  openQuote: undefined,
});

suite('the tokens of', () => {
  const cases: readonly (readonly [text: string, tokens: readonly unknown[]])[] = [
    ['', []],
    [' \t\n', []],
    ['jane', [{ kind: 'term', start: 0, end: 4, field: undefined, values: [value(0, 'jane')] }]],
    [
      ' user:jane ',
      [{ kind: 'term', start: 1, end: 10, field: { start: 1, end: 5, name: 'user' }, values: [value(6, 'jane')] }],
    ],
    [
      'a:b,c:d,',
      [
        {
          kind: 'term',
          start: 0,
          end: 8,
          field: { start: 0, end: 1, name: 'a' },
          values: [value(2, 'b'), value(4, 'c:d'), value(8, '')],
        },
      ],
    ],
    ['a:', [{ kind: 'term', start: 0, end: 2, field: { start: 0, end: 1, name: 'a' }, values: [value(2, '')] }]],
    [
      '-(NOT x)',
      [
        { kind: 'not', start: 0, end: 1, text: '-' },
        { kind: '(', start: 1, end: 2, text: '(' },
        { kind: 'not', start: 2, end: 5, text: 'NOT' },
        { kind: 'term', start: 6, end: 7, field: undefined, values: [value(6, 'x')] },
        { kind: ')', start: 7, end: 8, text: ')' },
      ],
    ],
    [
      'or And oral',
      [
        { kind: 'or', start: 0, end: 2, text: 'or' },
        { kind: 'and', start: 3, end: 6, text: 'And' },
        { kind: 'term', start: 7, end: 11, field: undefined, values: [value(7, 'oral')] },
      ],
    ],
    ['us-east-1', [{ kind: 'term', start: 0, end: 9, field: undefined, values: [value(0, 'us-east-1')] }]],
    ['2001:db8::1', [{ kind: 'term', start: 0, end: 11, field: undefined, values: [value(0, '2001:db8::1')] }]],
    ['fe80::1', [{ kind: 'term', start: 0, end: 7, field: undefined, values: [value(0, 'fe80::1')] }]],
    ['08:15', [{ kind: 'term', start: 0, end: 5, field: undefined, values: [value(0, '08:15')] }]],
    [
      'a.b_2:x',
      [{ kind: 'term', start: 0, end: 7, field: { start: 0, end: 5, name: 'a.b_2' }, values: [value(6, 'x')] }],
    ],
    [
      'x**y?',
      [
        {
          kind: 'term',
          start: 0,
          end: 5,
          field: undefined,
          values: [
            {
              start: 0,
              end: 5,
              parts: [...literal('x'), star, ...literal('y'), { wildcard: '?' }],
              isQuoted: false,
              openQuote: undefined,
            },
          ],
        },
      ],
    ],
    [
      'f:a"*,\\" \\\\ \\n"*',
      [
        {
          kind: 'term',
          start: 0,
          end: 16,
          field: { start: 0, end: 1, name: 'f' },
          values: [
            {
              start: 2,
              end: 16,
              parts: [...literal('a*," \\ \\n'), star],
              isQuoted: true,
              openQuote: undefined,
            },
          ],
        },
      ],
    ],
    [
      'f:"a b\\"',
      [
        {
          kind: 'term',
          start: 0,
          end: 8,
          field: { start: 0, end: 1, name: 'f' },
          values: [{ start: 2, end: 8, parts: literal('a b"'), isQuoted: true, openQuote: 2 }],
        },
      ],
    ],
    [
      'arn:aws:iam::1:user/x',
      [
        {
          kind: 'term',
          start: 0,
          end: 21,
          field: { start: 0, end: 3, name: 'arn' },
          values: [value(0, 'arn:aws:iam::1:user/x')],
        },
      ],
    ],
  ];
  for (const [text, tokens] of cases) {
    test(JSON.stringify(text), () => assert.deepEqual(tokensOf(text), tokens));
  }

  test('any text follow each other with nothing but blanks between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let at = 0;
        for (const { start, end } of tokensOf(text)) {
          assert.match(text.slice(at, start), /^\s*$/);
          assert.ok(end > start);
          at = end;
        }
        assert.match(text.slice(at), /^\s*$/);
      }),
      { numRuns: 3000, seed: 20260401 },
    );
  });
});
