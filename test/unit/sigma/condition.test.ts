import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { answersDetection } from '../../support/sigma';

/** Which of the parts `a1`, `a2`, `b` and `_c` a record answers. */
const answering = (...parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(parts.map((part) => [part, 'yes']));

const PARTS = { a1: { a1: 'yes' }, a2: { a2: 'yes' }, b: { b: 'yes' }, _c: { _c: 'yes' } };

const cases: readonly (readonly [condition: unknown, parts: readonly string[], expected: boolean | string])[] = [
  ['a1', ['a1'], true],
  ['a1', ['a2'], false],
  ['not a1', ['a2'], true],
  ['not not a1', ['a1'], true],
  ['not a1 and a2', ['a2'], true],
  ['not (a1 and a2)', ['a1'], true],
  ['a1 or a2 and b', ['a1'], true],
  ['(a1 or a2) and b', ['a1'], false],
  ['a1 and a2 or b', ['b'], true],
  ['a1 and (a2 or b)', ['a1', 'b'], true],
  ['a1 and b and a2', ['a1', 'b', 'a2'], true],
  ['a1 and b and a2', ['a1', 'b'], false],
  ['(a1 and b) and a2', ['a1', 'b'], false],
  ['a1 or not b or a2', ['b'], false],
  ['a1 AND NOT b', ['a1'], true],
  ['1 of a*', ['a2'], true],
  ['any of a*', ['a2'], true],
  ['all of a*', ['a2'], false],
  ['all of a*', ['a1', 'a2'], true],
  ['2 of them', ['a1', 'a2'], true],
  ['2 of them', ['a1'], false],
  ['1 of them', ['_c'], false],
  ['1 of _*', ['_c'], true],
  ['all of them', ['a1', 'a2', 'b'], true],
  ['not 1 of a* and b', ['b'], true],
  ['1 of a* and not b', ['a1', 'b'], false],
  [['a1', 'b'], ['b'], true],
  [['a1', 'b'], ['a2'], false],
  ['a1 and', [], 'Its condition can’t be read: a1 and.'],
  ['(a1', [], 'Its condition can’t be read: (a1.'],
  ['a1)', [], 'Its condition can’t be read: a1).'],
  ['', [], 'Its condition can’t be read: it is empty.'],
  ['a1 a2', [], 'Its condition has a2 where and, or or a bracket is expected.'],
  ['c', [], 'Its condition names c, which is no part of its detection.'],
  ['1 of x*', [], 'Its condition names x*, which is no part of its detection.'],
  ['some of a*', [], 'Its condition has some of; it can be a number, any or all.'],
  ['a1 ; b', [], 'Its condition has ; where and, or or a bracket is expected.'],
  [
    'a1 | count() by b > 5',
    [],
    'Its condition has | count() by b > 5, with which Sigma once asked for several events; a correlation says the same.',
  ],
  [undefined, [], 'It has no condition.'],
];

suite('a condition', () => {
  test('says which parts of a detection a record has to answer', () => {
    const found = cases.map(([condition, parts]) => [
      condition,
      parts,
      answersDetection({ ...PARTS, condition }, answering(...parts)),
    ]);
    assert.deepEqual(found, cases);
  });

  test('of a hundred thousand words is read, and one with brackets too deep in each other is refused', () => {
    const long = Array.from({ length: 50_000 }, () => 'a1').join(' or ');
    const deep = `${'('.repeat(1000)}a1${')'.repeat(1000)}`;
    const nots = `${'not '.repeat(50_001)}a1`;
    assert.deepEqual(
      [long, deep, nots].map((condition) => answersDetection({ ...PARTS, condition }, answering('a1'))),
      [true, 'Its condition has brackets more than 64 deep in each other.', false],
    );
  });
});
