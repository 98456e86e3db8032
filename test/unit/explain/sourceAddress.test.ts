import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceAddressWords } from '../../../server/src/core/explain/values/sourceAddress';

const expected: readonly (readonly [address: string, words: string | undefined])[] = [
  ['workmail.amazonaws.com', 'AWS service: Amazon WorkMail'],
  ['lambda.amazonaws.com', 'AWS Lambda'],
  ['AWS Internal/3', 'AWS itself'],
  ['frobnicate.amazonaws.com', 'AWS service'],
  ['8.8.8.8', 'ordinary public IPv4 address'],
  ['2600:1f18::1', 'ordinary public IPv6 address'],
  ['10.1.2.3', 'private address, inside a company or a VPC'],
  ['203.0.113.9', 'address reserved for documentation and examples'],
  ['127.0.0.1', 'machine itself (loopback)'],
  ['::FFFF:cb00:7109', 'address reserved for documentation and examples'],
  ['::ffff:8.8.8.8', 'ordinary public IPv4 address, written as IPv6'],
  ['fe80::1%eth0', 'link-local address, which never leaves its own network'],
  // Some read eight here, and some ten.
  ['010.0.0.1', undefined],
  ['1.2.3.4::', undefined],
  ['](command:x)', undefined],
];

for (const [address, words] of expected) {
  test(`${address} in a few words`, () => assert.equal(sourceAddressWords(address), words));
}
