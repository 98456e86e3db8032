import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Pattern } from '../../../server/src/core/query/question';
import { literalOf, partFits, wholeFits } from '../../../server/src/core/query/wildcards';

/** A pattern from a text in which `*` and `?` are wildcards. */
const pattern = (text: string): Pattern => ({
  kind: 'pattern',
  parts: (text.match(/[*?]|[^*?]+/g) ?? []).map((each) =>
    each === '*' || each === '?' ? { wildcard: each } : { literal: each },
  ),
});

suite('a pattern', () => {
  const cases: readonly (readonly [asked: string, text: string, whole: boolean, part: boolean])[] = [
    ['', '', true, true],
    ['', 'a', false, true],
    ['*', '', true, true],
    ['?', '', false, false],
    ['?', 'a', true, true],
    ['Ab', 'ab', true, true],
    ['b', 'abc', false, true],
    ['a*', 'abc', true, true],
    ['*c', 'abc', true, true],
    ['a*c', 'ac', true, true],
    ['a*c', 'cba', false, false],
    ['ab*ba', 'aba', false, false],
    ['ab*ba', 'abba', true, true],
    ['a*b*c', 'axbxc', true, true],
    ['a*bc*c', 'abc', false, false],
    ['a*b?*d', 'abxd', true, true],
    ['a*b?*d', 'abd', false, false],
    ['*a?c*', 'xxabxabcx', true, true],
    ['*ab*', 'aab', true, true],
    ['x?', 'xy', true, true],
    ['x?z', 'wxyz', false, true],
    // One `?` is half of a character that takes two code units.
    ['?', '\u{1f4e7}', false, true],
    ['??', '\u{1f4e7}', true, true],
  ];
  for (const [asked, text, whole, part] of cases) {
    test(`${asked} and ${JSON.stringify(text)}`, () => {
      assert.deepEqual([wholeFits(pattern(asked))(text), partFits(pattern(asked))(text)], [whole, part]);
    });
  }

  test('without wildcards is a text', () => {
    assert.equal(literalOf(pattern('Ab')), 'Ab');
    assert.equal(literalOf(pattern('')), '');
    assert.equal(literalOf(pattern('a*')), undefined);
  });

  test('of many wildcards is done with a long text in one pass', () => {
    const text = 'a'.repeat(200_000);
    for (const asked of ['*a'.repeat(1000), `${'*a'.repeat(1000)}*b`, `*${'a'.repeat(1000)}b*`]) {
      assert.equal(wholeFits(pattern(asked))(text), !asked.includes('b'));
    }
  });
});
