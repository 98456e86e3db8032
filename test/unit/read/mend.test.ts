import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import { mend } from '../../../server/src/core/read/mend';
import type { Ending } from '../../../server/src/core/read/recordEnd';

/** A text that is a record and nothing else. */
const alone = (text: string) =>
  mend(text, { endsLog: true, isBare: true, ending: (at) => (at >= text.length ? 'sure' : 'no') });

test('a whole record needs no mending', () => {
  assert.deepEqual(alone('{"a":[1,{"b":null}]}'), { end: 20, damages: [], edits: [] });
});

suite('several damages of one record are told apart', () => {
  const several: readonly (readonly [text: string, kinds: readonly string[], means: unknown])[] = [
    ['{"a":1 "b":2 "c":3}', ['missing-comma', 'missing-comma'], { a: 1, b: 2, c: 3 }],
    ['{"a" 1,"b":"x,"c":3}', ['missing-colon', 'missing-quote'], { a: 1, b: 'x', c: 3 }],
    ['{"a":[1,],"b":{"c":1,},}', ['extra-comma', 'extra-comma', 'extra-comma'], { a: [1], b: { c: 1 } }],
    ['{"a":"x" "b":[1,2,"c":3}', ['missing-comma', 'missing-bracket'], { a: 'x', b: [1, 2], c: 3 }],
    ['{"a":"x" "b":{"c":"d"', ['missing-comma', 'cut-off'], { a: 'x', b: { c: 'd' } }],
    ['{"a":NULL,"b":[1,2,3],,"c":1}', ['bad-literal', 'extra-comma'], { a: null, b: [1, 2, 3], c: 1 }],
  ];
  for (const [text, kinds, means] of several) {
    test(text, () => {
      const { damages, edits } = alone(text);
      assert.deepEqual(
        damages.map(({ kind }) => kind),
        kinds,
      );
      assert.deepEqual(JSON.parse(applyEdits(text, edits)), means);
    });
  }
});

suite('the surroundings decide where a record ends', () => {
  const ending =
    (sure: number, other: Ending = 'perhaps') =>
    (at: number): Ending =>
      at === sure ? 'sure' : other;

  test('a brace too many is taken out when more of the record follows', () => {
    const text = '{"a":{"b":1}},"c":2}';
    const { damages, end } = mend(text, { endsLog: false, isBare: true, ending: ending(20, 'no') });
    assert.deepEqual([damages.map(({ kind }) => kind), end], [['extra-bracket'], 20]);
  });

  test('a record that may well have ended is left alone', () => {
    const text = '{"a":{"b":1}} and so on';
    assert.deepEqual(mend(text, { endsLog: true, isBare: true, ending: () => 'perhaps' }), {
      end: 13,
      damages: [],
      edits: [],
    });
  });

  test('a record that lacks its last brace ends before the comma that parts it from the next', () => {
    const text = '{"a":{"b":1},';
    const { damages, edits } = mend(text, { endsLog: false, isBare: true, ending: ending(12, 'no') });
    assert.deepEqual(
      damages.map(({ kind }) => kind),
      ['missing-bracket'],
    );
    assert.deepEqual(edits, [{ start: 12, end: 12, text: '}' }]);
  });
});

suite('what can not be mended is given up, and that is said', () => {
  test('more damages than are told apart', () => {
    const text = `{${'"a":1 '.repeat(200)}}`;
    const { damages, edits } = alone(text);
    assert.equal(damages.at(-1)?.kind, 'unexpected-text');
    assert.ok(damages.length <= 65, String(damages.length));
    assert.doesNotThrow(() => JSON.parse(applyEdits(text, edits)));
  });

  test('deeper nesting than is followed', () => {
    const text = `{"a":${'['.repeat(2000)}`;
    const { damages, edits } = alone(text);
    assert.equal(damages.length, 1);
    assert.equal(damages[0]?.safe, false);
    assert.doesNotThrow(() => JSON.parse(applyEdits(text, edits)));
  });

  test('text of which nothing makes sense', () => {
    for (const text of ['{@@@@@@ #### ~~~~', '{"a":%%% ^^^ &&& !!!', '{]]]]]', '{\\\\\\\\']) {
      const { damages, edits } = alone(text);
      assert.ok(damages.length > 0, text);
      assert.doesNotThrow(() => JSON.parse(applyEdits(text, edits)), text);
    }
  });
});

suite('long runs of white space are passed over once', () => {
  const space = ' '.repeat(300_000);
  const damaged: readonly (readonly [what: string, text: string, kind: string])[] = [
    ['before a bare key', `{a:1,${space}b:2}`, 'unquoted'],
    ['in a key without an end', `{"a":1,"k${space}:2}`, 'missing-quote'],
    ['in a key with a line break', `{"a":1,"k${space}\n":2}`, 'control-character'],
  ];
  for (const [what, text, kind] of damaged) {
    test(what, () =>
      assert.deepEqual(
        alone(text).damages.map((each) => each.kind),
        [kind],
      ),
    );
  }
});
