import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { composeEdits } from '../../../server/src/core/read/composeEdits';
import { applyEdits } from '../../../server/src/core/read/edits';
import type { TextEdit } from '../../../server/src/core/record';

/** Edits of a text in order, apart from each other or touching. */
const editsOf = (text: string): fc.Arbitrary<readonly TextEdit[]> =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.constantFrom('', 'x', 'yz')), { maxLength: 6 }).map((wishes) => {
    const edits: TextEdit[] = [];
    let from = 0;
    for (const [at, length, inserted] of [...wishes].sort((a, b) => a[0] - b[0])) {
      const start = Math.max(at, from);
      const end = Math.min(text.length, start + length);
      if (start > text.length || (start === end && inserted === '')) continue;
      edits.push({ start, end, text: inserted });
      from = Math.max(end, start + 1);
    }
    return edits;
  });

const given = fc
  .string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 20 })
  .chain((text) =>
    editsOf(text).chain((first) => editsOf(applyEdits(text, first)).map((second) => ({ text, first, second }))),
  );

test('two lists of edits as one leave the same text, in order and apart', () => {
  fc.assert(
    fc.property(given, ({ text, first, second }) => {
      const composed = composeEdits(first, second);
      assert.equal(applyEdits(text, composed), applyEdits(applyEdits(text, first), second));
      for (const [index, { start, end }] of composed.entries()) {
        assert.ok(start <= end && start >= (composed[index - 1]?.end ?? 0), JSON.stringify(composed));
      }
    }),
    { seed: 1, numRuns: 20_000 },
  );
});
