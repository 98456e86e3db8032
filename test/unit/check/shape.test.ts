import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { locate } from '../../../server/src/core/read/locate';
import { readLog } from '../../support/readLog';
import { createUser, named } from './events';

const text = JSON.stringify(createUser);
const withMember = (member: string): string => `{"Records":[${text.slice(0, -1)},${member}}]}`;
const found = (log: string): readonly string[] => readLog(log).records.flatMap(({ problems }) => named(problems));

suite('the text of a record', () => {
  test('longer than is checked is listed, and says so', () => {
    const log = readLog(withMember(`"userAgent":"${'x'.repeat(4_000_000)}"`));
    const [record] = log.records;
    assert.deepEqual([record?.malformed, named(record?.problems ?? [])], [null, ['too-long']]);
    assert.equal(record?.event?.eventName, 'CreateUser');
  });

  test('deeper than is checked is listed, and says so', () => {
    const deep = `${'['.repeat(1500)}${']'.repeat(1500)}`;
    assert.deepEqual(found(withMember(`"additionalEventData":${deep}`)), ['too-deep']);
    assert.deepEqual(found(withMember(`"additionalEventData":{"a":"${'['.repeat(5000)}"}`)), []);
  });

  test('with a hundred levels is checked', () => {
    assert.deepEqual(found(withMember(`"additionalEventData":{"a":${'['.repeat(98)}${']'.repeat(98)}}`)), []);
  });

  test('with a second eventName warns at that key', () => {
    const log = readLog(withMember('"eventName" : "CreateUser"'));
    const [record] = log.records;
    const [problem, ...others] = record?.problems ?? [];
    assert.ok(problem !== undefined && others.length === 0);
    assert.equal(named([problem])[0], 'duplicate-key eventName');
    const { start } = locate(log.text, record, problem);
    assert.equal(start, log.text.lastIndexOf('"eventName"'));
  });

  test('with an eventName at another level, or in a text, does not', () => {
    assert.deepEqual(found(withMember('"additionalEventData":{"eventName":"x","a":[{"eventName":1}]}')), []);
    assert.deepEqual(found(withMember('"additionalEventData":{"a":"\\"eventName\\":","b":"eventName"}')), []);
  });
});
