import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { valueEnd } from '../../../server/src/core/read/valueEnd';
import { newEffort } from '../../../server/src/core/read/whole';
import { isRecordsKey, type Top, topObject } from '../../../server/src/core/read/wrapping';
import { cursor } from '../../support/cursor';

const R = '{"eventVersion":"1.08","eventName":"A"}';

suite('what the object at the top is', () => {
  const tops: readonly (readonly [text: string, kind: Top['kind']])[] = [
    [R, 'record'],
    ['{"eventName":"A","eventVersion":"1.08"}', 'record'],
    ['{"name":"package","version":"1"}', 'record'],
    ['{}', 'record'],
    [`{"Records":[${R}]}`, 'wrapper'],
    [`{"a":1,"b":{"c":[${R}]},"Records":[${R}]}`, 'wrapper'],
    [`{"Records":${R}}`, 'wrapper'],
    [`{"Records:[${R}]}`, 'damaged-wrapper'],
    [`{"Records"[${R}]}`, 'damaged-wrapper'],
    [`{'Records': [${R}]}`, 'damaged-wrapper'],
    [`{${R}`, 'extra-brace'],
    [`{ ${R}`, 'extra-brace'],
  ];
  for (const [text, kind] of tops) {
    test(`${text} is a ${kind}`, () => assert.equal(topObject(text, 0, newEffort(10_000)).kind, kind));
  }

  test('the records begin behind the bracket of their list', () => {
    const { text, offset } = cursor(`{"a":1,"Records" : [│ ${R}]}`);
    const top = topObject(text, 0, newEffort(10_000));
    assert.ok(top.kind === 'wrapper' && top.isList);
    assert.deepEqual([top.first, text.slice(top.key.start, top.key.end)], [offset, '"Records"']);
  });

  test('a value that never ends is followed only as far as there is effort left', () => {
    const effort = newEffort(100);
    assert.equal(topObject(`{"a":"${'x'.repeat(1000)}`, 0, effort).kind, 'record');
    assert.equal(effort.left, 0);
  });
});

test('the key of the list of records, also misspelt by two characters', () => {
  for (const name of ['Records', 'records', 'RECORDS', 'Record', 'Recrods', 'Recor', 'xRecords', 'Re-cords']) {
    assert.ok(isRecordsKey(name), name);
  }
  for (const name of ['', 'Events', 'logEvents', 'Resources', 'Rec', 'recordsList', 'Records\\u0000\\u0000']) {
    assert.ok(!isRecordsKey(name), name);
  }
});

test('valueEnd is behind a value, without a look into it', () => {
  for (const given of ['"a\\"b"│,1', '{"a":"}"}│]', '[[],"]"]│}', 'true│,', '-1.5e+3│ ', 'null│']) {
    const { text, offset } = cursor(given);
    assert.equal(valueEnd(text, 0), offset, given);
  }
  for (const text of ['"abc', '{"a":1', '[[]', ',', '']) assert.ok(valueEnd(text, 0) < 0, text);
});
