import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { decodeLog } from '../../../server/src/node/cli/readLog';

const text = '{"a":"é 😀"}\r\n';

function utf16be(content: string): Uint8Array {
  return Buffer.from(content, 'utf16le').swap16();
}

suite('bytes of a log', () => {
  const encodings: readonly (readonly [name: string, bytes: Uint8Array, expected: string])[] = [
    ['UTF-8', Buffer.from(text), text],
    ['UTF-8 with a byte order mark, which is no character', Buffer.from(`\ufeff${text}`), text],
    ['UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${text}`, 'utf16le'), text],
    ['UTF-16, big end first', utf16be(`\ufeff${text}`), text],
    ['gzip, told by its first bytes', gzipSync(text), text],
    ['gzip of UTF-16', gzipSync(Buffer.from(`\ufeff${text}`, 'utf16le')), text],
    ['bytes that are no text', Uint8Array.from([0x7b, 0xff, 0x80, 0x7d]), '{\ufffd\ufffd}'],
    ['nothing', new Uint8Array(), ''],
  ];
  for (const [name, bytes, expected] of encodings) {
    test(name, async () => assert.deepEqual(await decodeLog(bytes), { text: expected }));
  }

  test('damaged gzip is said to be damaged', async () => {
    const failure = 'it is compressed with gzip, and damaged.';
    assert.deepEqual(await decodeLog(gzipSync(text).subarray(0, 12)), { failure });
  });
});
