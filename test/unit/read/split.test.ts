import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applyEdits } from '../../../server/src/core/read/edits';
import type { Gap } from '../../../server/src/core/read/gaps';
import { split } from '../../../server/src/core/read/split';
import type { Container } from '../../../server/src/core/record';
import { marked, withMarks } from '../../support/cursor';

/** Two records in CloudTrail order, and what they look like with sorted keys. */
const A = '{"eventVersion":"1.08","eventName":"A"}';
const B = '{"eventVersion":"1.08","eventName":"B"}';

interface Cut {
  readonly container: Container;
  readonly records: readonly string[];
  readonly gaps: readonly Gap[];
}

function cut(text: string): Cut {
  const records: string[] = [];
  const gaps: Gap[] = [];
  const pieces = split(text);
  let next = pieces.next();
  while (!next.done) {
    if ('gap' in next.value) gaps.push(next.value.gap);
    else records.push(text.slice(next.value.record.start, next.value.record.end));
    next = pieces.next();
  }
  return { container: next.value, records, gaps };
}

suite('whole logs', () => {
  const logs: readonly (readonly [name: string, text: string, container: Container])[] = [
    ['records', `{"Records":[${A},${B}]}`, 'records'],
    ['records with space', ` \r\n{ "Records" : [ ${A} , ${B} ] } \n`, 'records'],
    ['records after other members', `{"a":{"b":[1]},"c":"}","Records":[${A},${B}]}`, 'records'],
    ['records before other members', `{"Records":[${A},${B}],"next":null,"more":{"x":[]}}`, 'records'],
    ['array', `[${A},${B}]`, 'array'],
    ['JSON Lines', `${A}\n${B}\n`, 'json-lines'],
    ['JSON Lines with CRLF', `${A}\r\n${B}\r\n`, 'json-lines'],
    ['concatenated', `${A}${B}`, 'concatenated'],
    ['concatenated with space', `${A} ${B}`, 'concatenated'],
    ['two wrappers', `{"Records":[${A}]}{"Records":[${B}]}`, 'concatenated'],
    ['two wrappers on lines', `{"Records":[${A}]}\n{"Records":[${B}]}`, 'concatenated'],
    ['wrapper and record', `{"Records":[${A}]}\n${B}`, 'concatenated'],
    ['two arrays', `[${A}]\n[${B}]`, 'concatenated'],
    ['byte order mark', `\ufeff[${A},${B}]`, 'array'],
  ];
  for (const [name, text, container] of logs) {
    test(name, () => assert.deepEqual(cut(text), { container, records: [A, B], gaps: [] }));
  }

  test('a single record', () => assert.deepEqual(cut(A), { container: 'single', records: [A], gaps: [] }));
  test('no record at all', () => assert.deepEqual(cut('{"Records":[]}').records, []));
  test('nothing', () => assert.deepEqual(cut(' \n'), { container: 'single', records: [], gaps: [] }));
});

suite('what is wrong between records is one gap, and its repair leaves none', () => {
  const gaps: readonly (readonly [marks: string, kind: Gap['kind'], safe: boolean])[] = [
    [`{"Records":[${A}⟦{⟧${B.slice(1)}]}`, 'missing-comma', true],
    [`[${A}\n⟦{⟧${B.slice(1)}]`, 'missing-comma', true],
    [`[${A},⟦,⟧${B}]`, 'extra-comma', true],
    [`[⟦,⟧${A},${B}]`, 'extra-comma', true],
    [`{"Records":[${A},${B}⟦,⟧]}`, 'extra-comma', true],
    [`{"Records":[${A},${B}]⟦,⟧}`, 'extra-comma', true],
    [`[${A}⟦;⟧${B}]`, 'wrong-separator', true],
    [`{"Records":[${A},${B}⟦}⟧`, 'missing-bracket', true],
    [`{"Records":[${A},${B}]}⟦]⟧`, 'extra-bracket', true],
    [`{"Records":[${A},${B}]}⟦}⟧`, 'extra-bracket', true],
    [`${A}\n${B}⟦]⟧`, 'extra-bracket', true],
    [`{"Records":[${A},${B}⟦)⟧}`, 'wrong-bracket', true],
    [`{"Records":⟦{⟧${A.slice(1)},${B}]}`, 'missing-bracket', true],
    [`⟦"Records"⟧:[${A},${B}]}`, 'missing-bracket', true],
    [`{⟦"Records⟧:[${A},${B}]}`, 'missing-quote', true],
    [`{⟦“Records”⟧:[${A},${B}]}`, 'wrong-quote', true],
    [`⟦// why⟧\n[${A},${B}]`, 'comment', true],
    [`[${A},⟦/* why */⟧${B}]`, 'comment', true],
    [`[${A},⟦...⟧,${B}]`, 'ellipsis', true],
    [`[${A},\n⟦...⟧\n${B}]`, 'ellipsis', true],
    [`[${A},${B},⟦...⟧]`, 'ellipsis', true],
    [`[${A},⟦\0\0⟧${B}]`, 'wrong-space', true],
    [`⟦\0⟧[${A},${B}]`, 'wrong-space', true],
    [`${A}\n⟦\ufeff⟧${B}`, 'wrong-space', true],
    [`⟦Look at this:⟧\n${A}\n${B}`, 'unexpected-text', false],
    [`${A}\n⟦and, then, this:⟧\n${B}`, 'unexpected-text', false],
    [`{"Records":[${A},⟦42⟧,${B}]}`, 'not-an-object', false],
    [`{"Records":[⟦null⟧,${A},${B}]}`, 'not-an-object', false],
    [`{"Records":[${A},⟦"eventName"⟧,${B}]}`, 'not-an-object', false],
    [`{"Records":[${A}],⟦"Records"⟧:[${B}]}`, 'duplicate-records', false],
    [`{⟦"Recrods"⟧:[${A},${B}]}`, 'records-key', false],
    [`{"Records":[${A},${B}⟦]⟧`, 'missing-bracket', true],
    [`{"Records":[${A},${B.slice(0, -1)}⟦}⟧`, 'cut-off', true],
    [`[${A},${B}⟦,⟧`, 'cut-off', true],
  ];
  for (const [marks, kind, safe] of gaps) {
    test(`${kind}: ${JSON.stringify(marks)}`, () => {
      const { text } = marked(marks);
      const found = cut(text);
      assert.deepEqual(
        found.gaps.map((gap) => [gap.kind, withMarks(text, gap.span), gap.safe]),
        [[kind, marks, safe]],
      );
      assert.equal(found.records.length, 2);
      const [gap] = found.gaps;
      if (gap !== undefined && gap.edits.length > 0) {
        const repaired = cut(applyEdits(text, gap.edits));
        assert.deepEqual(repaired.gaps, []);
        assert.equal(repaired.records.length, 2);
      }
    });
  }

  test('Records that is one record is said, and the record is listed', () => {
    const found = cut(`{"Records":${A}}`);
    assert.deepEqual([found.records, found.gaps.map(({ kind }) => kind)], [[A], ['records-not-a-list']]);
  });

  test('the two lists of one object are both listed', () => {
    assert.deepEqual(cut(`{"Records":[${A}],"x":1,"Records":[${B}]}`).records, [A, B]);
  });
});

test('nothing between two records is skipped in silence', () => {
  for (const between of ['x', '@', '42', 'null', '"text"', ']', '}', '[', '\0', '/', '<br>', ';', '…', "'", '\\']) {
    assert.ok(cut(`[${A}${between}${B}]`).gaps.length > 0, between);
    assert.ok(cut(`${A}${between}${B}`).gaps.length > 0, between);
  }
});
