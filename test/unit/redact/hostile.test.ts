import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Redactor } from '../../../server/src/core/redact/redactor';
import { copyOf } from './redacting';

/** A log of one record whose user agent is what an attacker wants. */
function logWith(userAgent: string, userName = 'alice'): string {
  return JSON.stringify({
    Records: [
      {
        eventVersion: '1.08',
        userIdentity: { type: 'IAMUser', userName },
        eventTime: '2026-03-01T09:30:00Z',
        eventSource: 'workmail.amazonaws.com',
        eventName: 'ListUsers',
        awsRegion: 'eu-west-1',
        sourceIPAddress: '8.8.4.4',
        userAgent,
        requestParameters: null,
        responseElements: null,
        eventID: '5c2e1f0a-1b2c-4d3e-8f40-cccccccccccc',
        eventType: 'AwsApiCall',
        eventCategory: 'Management',
      },
    ],
  });
}

suite('hostile values', () => {
  const LONG = 400_000;
  const texts: readonly (readonly [what: string, text: string])[] = [
    ['letters', 'a'.repeat(LONG)],
    ['digits', '1'.repeat(LONG)],
    ['dots', 'a.'.repeat(LONG / 2)],
    ['the beginning of ARNs', 'arn:aws:iam::'.repeat(LONG / 13)],
    ['at signs', '@'.repeat(LONG)],
    ['mail addresses', 'a@b.'.repeat(LONG / 4)],
    ['colons', ':'.repeat(LONG)],
    ['hexadecimal groups', 'ab:'.repeat(LONG / 3)],
    ['percents', '%25'.repeat(LONG / 3)],
    ['tokens', 'eyJ-'.repeat(LONG / 4)],
    ['keys without values', '\\"a\\":'.repeat(LONG / 6)],
    ['keys with quotes that never close', `'password':'`.repeat(LONG / 12)],
    ['brackets', '['.repeat(LONG)],
    ['JSON in JSON in JSON', '{"a":'.repeat(LONG / 5)],
    ['backslashes', '\\'.repeat(LONG)],
    ['URLs', 'a://'.repeat(LONG / 4)],
  ];
  for (const [what, text] of texts) {
    test(`a user agent of ${what} is read in time that grows with it`, () => {
      const { text: copy } = copyOf(logWith(text));
      assert.ok(!copy.includes('alice'));
    });
    test(`a text of ${what} behind a log is read in time that grows with it`, () => {
      const log = logWith('x') + text;
      const redactor = new Redactor();
      redactor.learn(log);
      const copy = redactor.copy(log);
      assert.ok('refused' in copy || !copy.text.includes('alice'));
    });
  }

  test('a user who is called like a field, a constant or JSON', () => {
    for (const name of [
      'userName',
      '__proto__',
      'constructor',
      'requestParameters',
      '{"a":"b"}',
      '\u0000',
      '\ud800',
      '"',
      '\\',
      'REDACTED',
      'name0001',
    ]) {
      const { text } = copyOf(logWith('x', name));
      const [record] = JSON.parse(text).Records;
      assert.deepEqual(Object.keys(record), Object.keys(JSON.parse(logWith('x')).Records[0]), name);
    }
  });
});
