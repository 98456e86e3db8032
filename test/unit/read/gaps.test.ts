import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import * as gaps from '../../../server/src/core/read/gaps';
import { marked, withMarks } from '../../support/cursor';

suite('foreign text between records is one gap', () => {
  const foreign: readonly (readonly [marks: string, inside: boolean, kind: gaps.Gap['kind'], safe: boolean])[] = [
    ['⟦// a comment, with {brackets}⟧\n{"eventVersion":1}', false, 'comment', true],
    ['⟦/* over\ntwo lines */⟧ {"eventVersion":1}', true, 'comment', true],
    ['⟦...⟧\n{"eventVersion":1}', true, 'ellipsis', true],
    ['⟦…⟧ ,{"eventVersion":1}', true, 'ellipsis', true],
    ['⟦some words⟧ {"eventVersion":1}', true, 'unexpected-text', false],
    ['⟦some words⟧, {"eventVersion":1}', true, 'unexpected-text', false],
    ['⟦some words, and more⟧ {"eventVersion":1}', false, 'unexpected-text', false],
    ['⟦over\n\nseveral lines⟧\n\n[', false, 'unexpected-text', false],
    ['⟦\0\0\0⟧', true, 'wrong-space', true],
    ['⟦to the end⟧', false, 'unexpected-text', false],
  ];
  for (const [marks, inside, kind, safe] of foreign) {
    test(JSON.stringify(marks), () => {
      const { text, span } = marked(marks);
      const gap = gaps.foreign(text, span.start, inside);
      assert.deepEqual([gap.kind, withMarks(text, gap.span), gap.safe], [kind, marks, safe]);
    });
  }
});

suite('repairs of gaps', () => {
  test('a missing comma goes right behind the record before', () => {
    const gap = gaps.missingComma(2, 3, '{');
    assert.equal(applyEdits('{}\n{}', gap.edits), '{},\n{}');
    assert.deepEqual(gap.span, { start: 3, end: 4 });
  });

  test('a log that was cut is closed, and loses its last comma', () => {
    assert.equal(applyEdits('[{}', gaps.cutOff('[{}', 3, undefined, ']').edits), '[{}]');
    assert.equal(applyEdits('{"R":[{},', gaps.cutOff('{"R":[{},', 8, 8, ']}').edits), '{"R":[{}]}');
  });

  test('one slip in a header is mended by itself', () => {
    const gap = gaps.damagedHeader('{"Records:[ {}', { start: 0, end: 12 });
    assert.deepEqual([gap.kind, gap.safe, gap.span], ['missing-quote', true, { start: 1, end: 9 }]);
    assert.equal(applyEdits('{"Records:[ {}', gap.edits), '{"Records":[ {}');
  });

  test('a header with more wrong than that is replaced, where it is nearly right', () => {
    const gap = gaps.damagedHeader('{"Recrods [[ {}', { start: 0, end: 13 });
    assert.deepEqual([gap.safe, gap.span], [true, { start: 0, end: 12 }]);
    assert.equal(applyEdits('{"Recrods [[ {}', gap.edits), '{"Records":[ {}');
    assert.equal(gaps.damagedHeader('what is this?{}', { start: 0, end: 13 }).safe, false);
  });

  test('what would add or lose a fact has no repair', () => {
    const none = [gaps.recordsNotAList({ start: 0, end: 1 }), gaps.notAnObject('42', { start: 0, end: 2 })];
    for (const gap of none) assert.deepEqual([gap.edits, gap.safe], [[], false]);
  });
});
