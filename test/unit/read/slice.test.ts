import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Position } from '../../../server/src/core/read/recordEnd';
import { readSlice } from '../../../server/src/core/read/slice';
import { closingBracket as closingBrace } from '../../../server/src/core/read/valueEnd';
import { isObject, newEffort } from '../../../server/src/core/read/whole';
import { cursor } from '../../support/cursor';

const A = '{"eventVersion":"1.08","eventName":"A","x":{"y":[1]}}';
const LIST: Position = { inList: true, inWrapper: true };
const TOP: Position = { inList: false, inWrapper: false };

suite('a record is read from its brace to its end', () => {
  const slices: readonly (readonly [name: string, withCursor: string, position: Position])[] = [
    ['before the next record', `${A}│,${A}`, LIST],
    ['before the end of the list', `${A}│]}`, LIST],
    ['before the next record on its own line', `${A}│\n${A}`, TOP],
    ['before the next record without any separator', `${A}│${A}`, TOP],
    ['at the end of the text', `${A}│`, TOP],
    ['before foreign text', `${A}│ and so on`, TOP],
    ['that holds what looks like a record in a text', `{"eventVersion":"1","a":"{\\"eventVersion\\":1}"}│,${A}`, LIST],
    ['that holds another record', `{"eventVersion":"1","a":${A}}│,${A}`, LIST],
    ['that holds a list of other records', `{"eventVersion":"1","a":[${A},${A}]}│,${A}`, LIST],
    ['with its keys in another order', `{"awsRegion":"x","eventVersion":"1"}│,{"awsRegion":"y"}`, LIST],
    ['longer than what is counted at first', `{"eventVersion":"1","a":"${'x'.repeat(40_000)}"}│,${A}`, LIST],
    ['deeper than what is mended', `{"eventVersion":"1","a":${'['.repeat(1500)}${']'.repeat(1500)}}│,${A}`, LIST],
  ];
  for (const [name, given, position] of slices) {
    test(name, () => {
      const { text, offset } = cursor(given);
      const slice = readSlice(text, 0, position, newEffort(1_000_000));
      assert.deepEqual([slice.start, slice.end, slice.damages, slice.edits], [0, offset, [], []]);
      assert.equal(JSON.stringify(slice.value), JSON.stringify(JSON.parse(text.slice(0, offset))));
    });
  }
});

suite('a damaged record', () => {
  test('is still listed by what can be read of it', () => {
    const text = '{"eventVersion":"1.08","eventName":"CreateUser","a":@@@ ### "eventSource":"x.amazonaws.com",}{';
    const { value } = readSlice(text, 0, TOP, newEffort(1_000_000));
    assert.equal(value?.eventName, 'CreateUser');
    assert.equal(value?.eventSource, 'x.amazonaws.com');
  });

  test('ends where the next one begins', () => {
    const { text, offset } = cursor(`${A.slice(0, -1)}│,${A}`);
    const slice = readSlice(text, 0, LIST, newEffort(1_000_000));
    assert.equal(slice.end, offset);
    assert.deepEqual(slice.value, JSON.parse(A));
    assert.deepEqual(slice.edits, [{ start: offset, end: offset, text: '}' }]);
  });

  test('of which nothing can be read has no value', () => {
    assert.equal(readSlice('{', 0, TOP, newEffort(1000)).value, undefined);
  });
});

test('closingBrace counts brackets outside strings', () => {
  assert.equal(closingBrace('{"a":"}","b":["]"]} }', 0, 99), 19);
  assert.equal(closingBrace('{"a":"\\"}"}', 0, 99), 11);
  assert.equal(closingBrace('{"a":{}', 0, 7), -1);
  assert.equal(closingBrace('{"a":"}', 0, 7), -1);
  assert.equal(closingBrace('{"a":1}', 0, 3), -1);
});

test('isObject tells objects from lists and null', () => {
  assert.deepEqual([{}, [], null, 'x', 1, undefined].map(isObject), [true, false, false, false, false, false]);
});
