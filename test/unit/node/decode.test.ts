import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decode } from '../../../server/src/node/files/decode';

const text = '{"a":"é 😀"}\r\n';
const latin = '{"a":"é"}';
const ascii = '{"a":"b"}\n';

function utf16be(content: string): Uint8Array {
  return Buffer.from(content, 'utf16le').swap16();
}

suite('bytes as text', () => {
  const encodings: readonly (readonly [name: string, bytes: Uint8Array, expected: string])[] = [
    ['ASCII', Buffer.from(ascii), ascii],
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a byte order mark, which is no character', Buffer.from(`\ufeff${text}`), text],
    ['UTF-8 that holds U+FFFD itself', Buffer.from('{"a":"\ufffd"}'), '{"a":"\ufffd"}'],
    ['UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), text],
    ['UTF-16, big end first', utf16be(`\ufeff${text}`), text],
    ['UTF-16, big end first and without a mark', utf16be(text), text],
    [
      'UTF-16 with halves of pairs, which stay what they are',
      Buffer.from('{"a":"\ud83d"}', 'utf16le'),
      '{"a":"\ud83d"}',
    ],
    ['a text that begins with a zero', Buffer.from(`\0${ascii}`), `\0${ascii}`],
    ['one character', Buffer.from('{'), '{'],
    ['nothing', new Uint8Array(), ''],
    ['only a byte order mark', Buffer.from('\ufeff'), ''],
  ];
  for (const [name, bytes, expected] of encodings) {
    test(name, () => assert.deepEqual(decode(bytes), { text: expected, notes: [] }));
  }

  test('a view into a larger buffer', () => {
    const buffer = Buffer.from(`xx\ufeff${text}yy`);
    assert.deepEqual(decode(new Uint8Array(buffer.buffer, buffer.byteOffset + 2, buffer.length - 4)).text, text);
  });
});

suite('bytes that are no text', () => {
  const notUtf8 = (place: string) => ({
    code: 'encoding',
    message: `it holds bytes that are no UTF-8; each is shown as \ufffd, the first in ${place}.`,
    isLoss: true,
  });

  test('are replaced, and the first is named', () => {
    const bytes = Buffer.concat([Buffer.from('{\n"é": "'), Buffer.from([0xff, 0x80]), Buffer.from('"}')]);
    assert.deepEqual(decode(bytes), {
      text: '{\n"é": "\ufffd\ufffd"}',
      notes: [notUtf8('line 2 at character 7')],
    });
  });

  test('behind U+FFFD that the text holds itself', () => {
    const bytes = Buffer.concat([Buffer.from('\ufffd\ufffd'), Buffer.from(latin, 'latin1')]);
    assert.deepEqual(decode(bytes), {
      text: '\ufffd\ufffd{"a":"\ufffd"}',
      notes: [notUtf8('line 1 at character 9')],
    });
  });

  test('a character that is cut off', () => {
    assert.deepEqual(decode(Buffer.from('{"é').subarray(0, 3)), {
      text: '{"\ufffd',
      notes: [notUtf8('line 1 at character 3')],
    });
  });

  test('half a unit of UTF-16', () => {
    assert.deepEqual(decode(Buffer.from(`\ufeff{}\n`, 'utf16le').subarray(0, 7)), {
      text: '{}\ufffd',
      notes: [
        {
          code: 'encoding',
          message: 'it holds bytes that are no UTF-16; each is shown as \ufffd, the first in line 1 at character 3.',
          isLoss: true,
        },
      ],
    });
  });
});
