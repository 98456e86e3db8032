import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  addressNamed,
  isOfAws,
  isPrivate,
  isWithin,
  rangeNamed,
} from '../../../server/src/core/explain/values/addresses';

suite('an address', () => {
  const cases: readonly (readonly [text: string, address: string | undefined, isLocal: boolean])[] = [
    ['203.0.113.9', '203.0.113.9', false],
    ['10.1.2.3', '10.1.2.3', true],
    ['172.31.0.1', '172.31.0.1', true],
    ['172.32.0.1', '172.32.0.1', false],
    ['192.168.0.1', '192.168.0.1', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['169.254.169.254', '169.254.169.254', true],
    ['100.64.0.1', '100.64.0.1', true],
    ['0.0.0.0', '0.0.0.0', false],
    ['2001:DB8:0:0::1', '2001:db8::1', false],
    ['fd00::1', 'fd00::1', true],
    ['fe80::1%eth0', 'fe80::1%eth0', true],
    ['::1', '::1', true],
    ['::', '::', false],
    ['::ffff:10.0.0.1', '10.0.0.1', true],
    ['::ffff:a00:1', '10.0.0.1', true],
    ['10.1', undefined, false],
    ['0x7f.0.0.1', undefined, false],
    ['010.0.0.1', undefined, false],
    ['2130706433', undefined, false],
    ['256.0.0.1', undefined, false],
    ['10.0.0.1 ', undefined, false],
    ['10.0.0.1:443', undefined, false],
    ['1:2:3', undefined, false],
    [':', undefined, false],
    ['', undefined, false],
    ['AWS Internal', undefined, false],
    [`${'1:'.repeat(5000)}1`, undefined, false],
  ];
  for (const [text, address, isLocal] of cases) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      assert.deepEqual([addressNamed(text)?.toString(), isPrivate(text)], [address, isLocal]);
    });
  }
});

suite('a range', () => {
  const cases: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
    ['10.0.0.0/8', ['10.255.0.1', '::ffff:10.0.0.1'], ['11.0.0.0', '::a00:1']],
    ['10.1.2.3/8', ['10.0.0.0'], ['9.255.255.255']],
    ['192.0.2.9/32', ['192.0.2.9'], ['192.0.2.8']],
    ['0.0.0.0/0', ['255.255.255.255'], ['::1']],
    ['::ffff:10.0.0.0/104', ['10.9.9.9'], ['11.0.0.0']],
    ['2001:db8::/33', ['2001:db8:7fff::1'], ['2001:db8:8000::1', '10.0.0.1']],
    ['::/0', ['::1'], ['10.0.0.1']],
  ];
  for (const [text, inside, outside] of cases) {
    test(text, () => {
      const range = rangeNamed(text);
      assert.ok(range);
      const holds = (address: string): boolean => {
        const named = addressNamed(address);
        return named !== undefined && isWithin(named, range);
      };
      assert.deepEqual([inside.filter(holds), outside.filter(holds)], [inside, []]);
    });
  }

  for (const text of [
    '10.0.0.0/33',
    '10.0/8',
    '10.0.0.0/',
    '10.0.0.0',
    '::/129',
    '/8',
    'AWS Internal/3',
    '10.0.0.0/-1',
    '',
  ]) {
    test(`is not ${JSON.stringify(text)}`, () => assert.equal(rangeNamed(text), undefined));
  }
});

suite('in the place of an address', () => {
  const cases: readonly (readonly [text: string, isAws: boolean])[] = [
    ['workmail.amazonaws.com', true],
    ['Config.AmazonAWS.com', true],
    ['ec2.amazonaws.com.cn', true],
    ['AWS Internal', true],
    ['AWS Internal/3', true],
    ['amazonaws.com.example.org', false],
    ['203.0.113.9', false],
    ['', false],
  ];
  for (const [text, isAws] of cases) test(JSON.stringify(text), () => assert.equal(isOfAws(text), isAws));
});
