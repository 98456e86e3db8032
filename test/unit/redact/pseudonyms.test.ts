import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { keyFileText, readKeyFile } from '../../../server/src/core/redact/keyFile';
import { Pseudonyms } from '../../../server/src/core/redact/pseudonyms';

function given(
  pseudonyms: Pseudonyms,
  originals: readonly string[],
  as: 'name' | 'v4' | 'v6' | 'account',
): readonly (string | undefined)[] {
  for (const original of originals) pseudonyms.see(original, as);
  pseudonyms.settle();
  return originals.map((original) => pseudonyms.of(original));
}

suite('pseudonyms', () => {
  test('the same for the same, and never one for two', () => {
    assert.deepEqual(given(new Pseudonyms(), ['alice', 'bob', 'alice'], 'name'), ['name0001', 'name0002', 'name0001']);
  });

  test('none that stands in the log itself', () => {
    assert.deepEqual(given(new Pseudonyms(), ['alice', 'name0001'], 'name'), ['name0002', 'name0003']);
  });

  test('addresses of one /24 stay together', () => {
    assert.deepEqual(given(new Pseudonyms(), ['8.8.4.4', '9.9.9.9', '8.8.4.7', '8.8.4.0'], 'v4'), [
      '192.0.2.1',
      '198.51.100.1',
      '192.0.2.2',
      '192.0.2.0',
    ]);
  });

  test('no network of the log is given to another one as long as others are left', () => {
    assert.deepEqual(given(new Pseudonyms(), ['8.8.4.4', '192.0.2.1'], 'v4'), ['198.51.100.1', '203.0.113.1']);
    const all = Array.from({ length: 256 }, (_, at) => `192.168.${at}.7`);
    assert.equal(new Set(given(new Pseudonyms(), all, 'v4')).size, 256);
  });

  test('addresses of one /64 stay together, however they are written', () => {
    assert.deepEqual(given(new Pseudonyms(), ['2a00:1:2:3::5', '2A00:0001:2:3:0:0:0:6', '2a00:1:2:4::5'], 'v6'), [
      '2001:db8:0:1::1',
      '2001:db8:0:1::2',
      '2001:db8:0:2::1',
    ]);
  });

  test('many networks are told apart', () => {
    const all = Array.from({ length: 70_000 }, (_, at) => `${11 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}.9`);
    assert.equal(new Set(given(new Pseudonyms(), all, 'v4')).size, 70_000);
  });
});

suite('the key file', () => {
  test('goes on where it ended', () => {
    const first = new Pseudonyms();
    given(first, ['alice'], 'name');
    given(first, ['8.8.4.4'], 'v4');
    const entries = readKeyFile(keyFileText(first.entries()));
    assert.ok(typeof entries !== 'string');
    const second = new Pseudonyms(entries);
    assert.deepEqual(given(second, ['bob', 'alice'], 'name'), ['name0002', 'name0001']);
    assert.deepEqual(given(second, ['8.8.4.5', '9.9.9.9', '8.8.4.4'], 'v4'), [
      '192.0.2.2',
      '198.51.100.1',
      '192.0.2.1',
    ]);
  });

  test('is the same text again', () => {
    const pseudonyms = new Pseudonyms();
    given(pseudonyms, ['a "quoted" name', '\u202ename'], 'name');
    const text = keyFileText(pseudonyms.entries());
    const entries = readKeyFile(text);
    assert.ok(typeof entries !== 'string');
    assert.equal(keyFileText(new Pseudonyms(entries).entries()), text);
  });

  const none = 'It is no key file of redacted copies.';
  const damaged =
    'It is damaged. Take a copy of it that is whole: with a new key, the same values get other pseudonyms.';
  const format = 'workmail-trail-redaction-key';
  const wrong: readonly (readonly [text: string, said: string])[] = [
    ['', none],
    ['[]', none],
    ['{"Records":[]}', none],
    [
      JSON.stringify({ format, version: 2 }),
      'It was written by another version of WorkMail Trail, which this one can’t go on with.',
    ],
    [JSON.stringify({ format, version: 1, counts: {}, pseudonyms: [['a', 'b"c']] }), damaged],
    [
      JSON.stringify({
        format,
        version: 1,
        counts: {},
        pseudonyms: [
          ['a', 'x'],
          ['b', 'x'],
        ],
      }),
      damaged,
    ],
    [JSON.stringify({ format, version: 1, counts: { name: 'x' }, pseudonyms: [] }), damaged],
  ];
  for (const [text, said] of wrong) test(`is not ${text}`, () => assert.equal(readKeyFile(text), said));
});
