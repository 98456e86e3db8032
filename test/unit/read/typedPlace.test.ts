import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { typedPlace } from '../../../server/src/core/read/typedPlace';
import type { JsonPath } from '../../../server/src/core/record';
import { cursor } from '../../support/cursor';

suite('where in JSON somebody types', () => {
  const places: readonly (readonly [withMark: string, part: 'key' | 'value', path: JsonPath, typed: string])[] = [
    ['{│', 'key', [], ''],
    ['{"a":1,│}', 'key', [], ''],
    ['{"a":1,"│}', 'key', [], '"'],
    ['{"a":1,"ev│"}', 'key', [], '"ev"'],
    ['{"ev│Name":1}', 'key', [], '"evName"'],
    ['{"a":1,ev│', 'key', [], 'ev'],
    ['{"a":1 "ev│', 'key', [], '"ev'],
    ['{"a":{"b":{│', 'key', ['a', 'b'], ''],
    ['{"a":{},"b":│', 'value', ['b'], ''],
    ['{"a":"│', 'value', ['a'], '"'],
    ['{"a":"x│y","b":1}', 'value', ['a'], '"xy"'],
    ['{"a":tr│', 'value', ['a'], 'tr'],
    ['{"a":"x│,"b":1}', 'value', ['a'], '"x'],
    ['{"a" "│', 'value', ['a'], '"'],
    ['{"a":1│,', 'value', ['a'], '1'],
    ['[1,{"a":[0,│', 'value', [1, 'a', 1], ''],
    ['{"a":1}\n{"b":│', 'value', ['b'], ''],
    ['{"a":]{"b":│', 'value', ['a', 'b'], ''],
    ['{"a":"x\n"b":│', 'value', ['b'], ''],
  ];
  for (const [withMark, part, path, typed] of places) {
    test(`${JSON.stringify(withMark)}: a ${part}`, () => {
      const { text, offset } = cursor(withMark);
      const place = typedPlace(text, offset);
      assert.deepEqual(place && [place.part, place.path, text.slice(place.start, place.end)], [part, path, typed]);
    });
  }

  for (const nowhere of ['│', '1│', '{"a"│:1}', '{"a"│', '{"a":"x"│', '{"a":1 │', '{"a":1}│']) {
    test(`${JSON.stringify(nowhere)}: nothing can come`, () => {
      const { text, offset } = cursor(nowhere);
      assert.equal(typedPlace(text, offset), undefined);
    });
  }

  test('the keys before it are told, and where the outermost object begins', () => {
    const { text, offset } = cursor('{"x":1}, {"a":1,"b":{"c":1},│');
    assert.deepEqual(typedPlace(text, offset), {
      part: 'key',
      path: [],
      root: 9,
      start: offset,
      end: offset,
      names: ['a', 'b'],
    });
  });
});
