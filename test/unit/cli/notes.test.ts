import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { zip } from '../../support/zip';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const whole = JSON.stringify(recordOf('ListUsers', { eventID: 'e-1' }));
const packed = gzipSync(whole);
const wrongChecksum = Buffer.from(packed);
wrongChecksum.writeUInt32LE(1, packed.length - 8);

/** Files with something wrong with them as files, and the kinds of notes on each. */
const files: Readonly<Record<string, readonly [content: string | Uint8Array, codes: readonly string[]]>> = {
  'sound.json': [whole, []],
  'checksum.json.gz': [wrongChecksum, ['checksum!']],
  'cut.json.gz': [packed.subarray(0, -20), ['cut!']],
  'encoding.json': [Buffer.from(whole.replace('e-1', 'e-\u00e9'), 'latin1'), ['encoding!']],
  'limit.json': [`${whole}\n`.repeat(100), ['limit!']],
  'members.json.gz': [Buffer.concat([packed, packed]), ['members']],
  'name.json.gz': [whole, ['name']],
  'nested.json.gz': [gzipSync(packed), ['nested']],
  'archive.zip': [zip([{ content: whole }, { content: whole, isEncrypted: true }]), ['zip', 'encrypted!']],
  'tar.json': [Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')]), ['unread!']],
  'picture.json': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), ['left-out']],
  'my-cloudtrail.json': ['{"a":1}', ['name!']],
  'other.json': ['{"a":1}', []],
};

interface Told {
  readonly file: string;
  readonly notes: readonly { readonly code: string; readonly message: string; readonly isLoss: boolean }[];
}

suite('what check says on standard error', () => {
  test('stands in its JSON, too, and nothing else does', () => {
    const contents = Object.fromEntries(Object.entries(files).map(([name, [content]]) => [name, content]));
    return withFiles(contents, async (pathOf) => {
      const names = Object.keys(files).concat('gone.json');
      const args = ['check', '--json', '--max-size', '20000', ...names.map(pathOf)];
      const { code, stdout, stderr } = await ran(args);
      const told: readonly Told[] = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const lines = told.flatMap(({ file, notes }) =>
        notes.map(({ message }) => `workmail-trail: ${file}: ${message}\n`),
      );
      assert.equal(stderr, lines.join(''));
      assert.deepEqual(
        [code, told.map(({ notes }) => notes.map((note) => `${note.code}${note.isLoss ? '!' : ''}`))],
        [2, [...Object.values(files).map(([, codes]) => codes), ['unread!']]],
      );
    });
  });
});
