import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { KnownValues } from '../../../server/src/core/redact/knownValues';

function found(values: readonly string[], text: string): readonly string[] {
  const places: string[] = [];
  new KnownValues(values).findIn(text, 0, text.length, (start, end, value) => places.push(`${value} ${start}-${end}`));
  return places;
}

const cases: readonly (readonly [what: string, values: readonly string[], text: string, places: readonly string[]])[] =
  [
    ['a word', ['alice'], 'by alice.', ['alice 3-8']],
    ['no part of a word', ['alice'], 'malice alices', []],
    [
      'what is long enough, wherever letters change to digits',
      ['123456789012'],
      'acct123456789012x',
      ['123456789012 4-16'],
    ],
    ['the longer of two that begin together', ['alice', 'alice smith'], 'alice smith', ['alice smith 0-11']],
    ['behind an escape of JSON', ['alice'], '\\nalice', ['alice 2-7']],
    ['behind an escape of a URL', ['alice'], '%2Falice', ['alice 3-8']],
    ['as JSON writes it', ['say "it"'], '{"x":"say \\"it\\""}', ['say "it" 6-16']],
    ['as a URL writes it', ['a b@corp.com'], '?a%20b%40corp.com', ['a b@corp.com 1-17']],
    ['nothing of three characters', ['bob'], 'bob', []],
    [
      'longer than what is compared at once',
      [`${'x'.repeat(64)}one`, `${'x'.repeat(64)}two`],
      `${'x'.repeat(64)}two`,
      [`${'x'.repeat(64)}two 0-67`],
    ],
  ];

suite('known values are found', () => {
  for (const [what, values, text, places] of cases) {
    test(what, () => assert.deepEqual(found(values, text), places));
  }

  test('in a text of one letter, and values of all lengths, in time that grows with the text', () => {
    const values = Array.from({ length: 300 }, (_, length) => 'a'.repeat(length + 4));
    assert.deepEqual(found(values, 'a'.repeat(300_000)), []);
  });
});
