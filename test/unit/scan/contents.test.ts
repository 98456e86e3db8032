import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { recordOf } from '../investigate/given';
import { toldOf, withFolder } from './scannedFolder';

const log = JSON.stringify({ Records: [recordOf('ListUsers', { eventID: 'e-1' })] });
const ENDINGS = ['cloudtrail', 'ct', 'raw', 'txt', 'log', 'csv', 'tsv', 'yaml', 'eml', 'md', 'png', '2026', 'x'];

suite('the files of a folder', () => {
  test('are opened whatever their names end in, compressed or not', () => {
    const names = [...ENDINGS.map((ending) => `a.${ending}`), 'none', '.hidden'];
    const files = names.flatMap((name) => [
      [`plain/${name}`, log],
      [`packed/${name}`, gzipSync(log)],
    ]);
    return withFolder(Object.fromEntries(files), async (folder) => {
      const expected = names.flatMap((name) => [`packed/${name}`, `plain/${name}`]).sort();
      assert.deepEqual(await toldOf(folder), Object.fromEntries(expected.map((name) => [name, 1])));
    });
  });

  test('that hold no text are told by their first bytes', () =>
    withFolder(
      {
        'picture.json': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
        'packed.gz': gzipSync(Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)),
        unknown: Uint8Array.of(0, 1, 2, 3, 4, 5, 6),
        'archive.7z': Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
        'notes.md': '# Notes',
      },
      async (folder) => {
        assert.deepEqual(await toldOf(folder), {
          'archive.7z': '!it is a 7-Zip archive; unpack it and open the logs in it.',
          'notes.md': 'not a CloudTrail log.',
          'packed.gz': 'it is a program, not a log.',
          'picture.json': 'it is a PNG picture, not a log.',
          unknown: 'it is not text, and nothing in it names an event.',
        });
      },
    ));

  test('are read to the end where nothing before it names an event', () =>
    withFolder({ 'late.raw': `${' '.repeat(17 * 1024 * 1024)}${log}` }, async (folder) => {
      assert.deepEqual(await toldOf(folder), { 'late.raw': 1 });
    }));

  test('are left out where tools keep programs and their history, and that is said once for each folder', () =>
    withFolder(
      { 'a.json': log, '.git/objects/a.json': log, 'b/node_modules/x/a.json': log, 'b/node_modules/y/a.json': log },
      async (folder) => {
        const reason = 'folders of this name hold programs and their history; name it to read what is in it.';
        assert.deepEqual(await toldOf(folder), { '.git': reason, 'a.json': 1, 'b/node_modules': reason });
        assert.deepEqual(await toldOf(`${folder}/b/node_modules`), { 'x/a.json': 1, 'y/a.json': 1 });
      },
    ));
});
