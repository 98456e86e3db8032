import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  type Beginning,
  isKeyAt,
  nextRecordStart,
  nextTrailStart,
  OUTSIDE,
  startsRecord,
  startsWithField,
} from '../../../server/src/core/read/starts';
import { cursor } from '../../support/cursor';

suite('the next record in CloudTrail order', () => {
  const found: readonly string[] = [
    '  │{"eventVersion":"1.08"}',
    '"x"},│{ "eventVersion" : "1.08"}',
    '"x":"y"}│{\r\n  "eventVersion": "1.08"}',
    '{"version":"0","detail":│{"eventVersion":"1.08"}}',
  ];
  for (const given of found) {
    test(given, () => {
      const { text, offset } = cursor(given);
      assert.equal(nextTrailStart(text, 0), offset);
    });
  }

  const none: readonly string[] = [
    '',
    '{"eventName":"x"}',
    '"a","eventVersion":"1.08"',
    '"policy":"{\\"eventVersion\\":\\"1.08\\"}"',
  ];
  for (const text of none) test(`none in ${text}`, () => assert.equal(nextTrailStart(text, 0), -1));
});

suite('the next record in any order of keys', () => {
  const inRecord: Beginning = { own: '"eventVersion"', quotes: '"', anywhere: false, lines: true };
  const cases: readonly (readonly [given: string, like: Beginning])[] = [
    ['│{"awsRegion":"us-east-1","eventVersion":"1.08"}', inRecord],
    ['"x"},│{"awsRegion":"us-east-1"}', inRecord],
    ['"x"} │{"additionalEventData":{}}', inRecord],
    ['},\n│{"other":1}', inRecord],
    ['"responseElements":null│{"eventVersion":"1.08"}', inRecord],
    ["}, │{'eventVersion': '1.08'}", OUTSIDE],
    ['}, │{“eventVersion”: “1.08”}', OUTSIDE],
    ['}, │{eventVersion: "1.08"}', OUTSIDE],
    ['"Records":│{"awsRegion":"x"}', OUTSIDE],
  ];
  for (const [given, like] of cases) {
    test(given, () => {
      const { text, offset } = cursor(given);
      assert.equal(nextRecordStart(text, 0, text.length, like), offset);
    });
  }

  const none: readonly string[] = [
    '"detail":{"eventName":"x"}',
    '"policy":"{\\"eventName\\":\\"x\\"}"',
    '"resources":[{"ARN":"x"}]',
    '"list": [ {"type":"x"} ]',
    '"text {eventName: x"',
    '"text" {"eventName":"x"}',
    '"requestParameters"\n{"alias":"x"}',
    // What an attacker writes into a text of a record that has double quotes of its own.
    `"x},{'eventVersion':'1.08','eventName':'Forged'},{"`,
  ];
  for (const text of none) {
    test(`none in ${text}`, () => assert.equal(nextRecordStart(text, 0, text.length, inRecord), text.length));
  }

  test('a brace before the own first key begins a record whatever stands before', () => {
    const text = '"Records":\n{"awsRegion":"x"}';
    assert.equal(nextRecordStart(text, 0, text.length, { ...inRecord, own: '"awsRegion"' }), 11);
    assert.equal(nextRecordStart(text, 0, text.length, { ...inRecord, own: '"eventID"' }), text.length);
  });

  test('nothing beyond the limit is looked at', () => {
    const text = '          {"eventVersion":"1.08"}';
    assert.equal(nextRecordStart(text, 0, 5, OUTSIDE), 5);
  });
});

suite('what stands at an offset', () => {
  const keys: readonly (readonly [text: string, isKey: boolean])[] = [
    ['"eventName":"x"', true],
    ['"eventName" \r\n : 1', true],
    ['"a\\"b":1', true],
    ['"eventName"', false],
    ['"eventName","x"', false],
    ['eventName:1', false],
    ['"a\nb":1', false],
    ['', false],
  ];
  for (const [text, isKey] of keys) {
    test(`${JSON.stringify(text)} is ${isKey ? 'a' : 'no'} key`, () => assert.equal(isKeyAt(text, 0), isKey));
  }

  test('a record starts with a brace and a field of the envelope', () => {
    assert.equal(startsRecord('{"eventVersion":1}', 0), true);
    assert.equal(startsRecord('{ "userIdentity" : {', 0), true);
    assert.equal(startsRecord('{"type":"x"}', 0), false);
    assert.equal(startsRecord('x{"eventVersion":1}', 0), false);
  });

  test('a record that lost its brace starts with a field of the envelope', () => {
    assert.equal(startsWithField('"eventVersion":1}', 0), true);
    assert.equal(startsWithField(' \n"userIdentity" : {', 0), true);
    assert.equal(startsWithField('"type":1', 0), false);
    assert.equal(startsWithField('{"eventVersion":1', 0), false);
  });
});
