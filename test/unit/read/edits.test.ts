import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, inOrder, moved, toMended, toOriginal } from '../../../server/src/core/read/edits';
import type { TextEdit } from '../../../server/src/core/record';

/** A text and edits of it that are in order and do not overlap, with something between any two. */
const edited: fc.Arbitrary<{ text: string; edits: readonly TextEdit[] }> = fc
  .array(
    fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 })),
    {
      maxLength: 6,
    },
  )
  .map((parts) => {
    let text = '';
    const edits: TextEdit[] = [];
    for (const [kept, removed, inserted] of parts) {
      text += kept;
      if (removed !== '' || inserted !== '')
        edits.push({ start: text.length, end: text.length + removed.length, text: inserted });
      text += removed;
    }
    return { text: `${text}.`, edits };
  });

suite('edits', () => {
  test('are made from left to right, in offsets of the text as it was', () => {
    const edits = [
      { start: 2, end: 2, text: ',' },
      { start: 3, end: 4, text: '' },
      { start: 5, end: 6, text: 'XY' },
    ];
    assert.equal(applyEdits('ab-c-d', edits), 'ab,--XY');
    assert.equal(applyEdits('ab', []), 'ab');
  });

  test('of several origins are put in order, and what overlaps an earlier one is left out', () => {
    const late = { start: 5, end: 6, text: 'late' };
    const wide = { start: 1, end: 4, text: 'wide' };
    const inside = { start: 2, end: 3, text: 'inside' };
    const first = { start: 1, end: 1, text: 'first' };
    const second = { start: 1, end: 1, text: 'second' };
    assert.deepEqual(inOrder([late, wide, inside, first, second]), [first, second, wide, late]);
  });

  test('move as one', () => {
    assert.deepEqual(moved([{ start: 1, end: 2, text: 'x' }], 10), [{ start: 11, end: 12, text: 'x' }]);
  });
});

suite('offsets go from the record as written to the record as mended and back', () => {
  test('a character that no edit touches is the same in both', () => {
    fc.assert(
      fc.property(edited, fc.nat(), ({ text, edits }, at) => {
        const offset = at % text.length;
        fc.pre(!edits.some(({ start, end }) => offset >= start && offset < end));
        const mended = applyEdits(text, edits);
        const there = toMended(edits, offset);
        assert.equal(mended.charAt(there), text.charAt(offset));
        assert.equal(toOriginal(edits, there), offset);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  test('order is kept, and no offset leaves the text', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const mended = applyEdits(text, edits);
        let before = 0;
        for (let offset = 0; offset <= mended.length; offset++) {
          const there = toOriginal(edits, offset);
          assert.ok(there >= before && there <= text.length, `${offset} to ${there}`);
          before = there;
        }
        assert.equal(toOriginal(edits, mended.length), text.length);
        before = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const there = toMended(edits, offset);
          assert.ok(there >= before && there <= mended.length, `${offset} to ${there}`);
          before = there;
        }
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  test('inserted text lies at the place of its insertion', () => {
    const edits = [{ start: 3, end: 3, text: 'null,' }];
    for (let offset = 3; offset < 8; offset++) assert.equal(toOriginal(edits, offset), 3);
    assert.equal(toOriginal(edits, 8), 3);
    assert.equal(toOriginal(edits, 9), 4);
  });

  test('removed text lies where it was taken out', () => {
    const edits = [{ start: 2, end: 5, text: '' }];
    assert.deepEqual(
      [2, 3, 4, 5, 6].map((offset) => toMended(edits, offset)),
      [2, 2, 2, 2, 3],
    );
  });
});
