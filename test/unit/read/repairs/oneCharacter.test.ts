import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../../server/src/core/read/edits';
import { mend } from '../../../../server/src/core/read/mend';

const RECORD =
  '{"a":{"b":["x","y"],"c":null},"d":[{"e":-1.5,"f":"g"},{"e":2,"f":"h"}],"i":true,"j":{"k":{"l":"m"}},"n":"o"}';

/** Where no repair with a reason of its own helps, that of any single character of JSON near the stop is tried. */
suite('the loss of any one character of the structure is mended', () => {
  for (let at = 1; at < RECORD.length - 1; at++) {
    if (!'{}[],:"'.includes(RECORD.charAt(at))) continue;
    test(`${RECORD.slice(Math.max(0, at - 8), at)}⟦${RECORD.charAt(at)}⟧${RECORD.slice(at + 1, at + 9)}`, () => {
      const text = RECORD.slice(0, at) + RECORD.slice(at + 1);
      const { damages, edits } = mend(text, {
        endsLog: true,
        isBare: true,
        ending: (end) => (end >= text.length ? 'sure' : 'no'),
      });
      assert.equal(damages.length, 1, damages.map(({ kind }) => kind).join(', '));
      assert.doesNotThrow(() => JSON.parse(applyEdits(text, edits)));
    });
  }
});
