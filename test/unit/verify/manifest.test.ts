import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Manifest, manifestChanges, manifestText, readManifest } from '../../../server/src/core/verify/integrity';

const read = { outcome: 'read', form: 'CloudTrail log file', records: 1, reasons: [] } as const;
const [one, two, three] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const made: Manifest = {
  tool: 'workmail-trail',
  version: '1.2.3',
  files: [
    { file: 'a/log.json', sha256: one, size: 1, modified: '2026-03-01T00:00:00Z', read },
    { file: 'odd\n\\name', sha256: two, size: 1, modified: '2026-03-01T00:00:00Z', read },
    { file: 'locked', sha256: null, size: null, modified: null, read },
  ],
};

suite('manifests', () => {
  test('as text are what sha256sum takes, names with line breaks too', () => {
    assert.deepEqual(
      [...manifestText(made)],
      [
        '# workmail-trail 1.2.3: check it in the folder of the files, with sha256sum -c',
        `${one}  a/log.json`,
        `\\${two}  odd\\n\\\\name`,
        '# not read: locked',
      ],
    );
  });

  test('are read again, as text and as JSON', () => {
    const known = made.files.map(({ file, sha256 }) => ({ file, sha256 }));
    assert.deepEqual(
      [readManifest([...manifestText(made), ''].join('\n')), readManifest(JSON.stringify(made))],
      [known.slice(0, 2), known],
    );
  });

  test('tell what was changed, added and renamed, and what is missing', () => {
    const before = [
      { file: 'same', sha256: one },
      { file: 'other', sha256: one },
      { file: 'old', sha256: two },
      { file: 'gone', sha256: three },
      { file: 'unread', sha256: null },
    ];
    const now = [
      { file: 'same', sha256: one },
      { file: 'other', sha256: two },
      { file: 'new', sha256: two },
      { file: 'more', sha256: one },
      { file: 'unread', sha256: null },
    ];
    assert.deepEqual(manifestChanges(before, now), [
      { file: 'gone', change: 'missing' },
      { file: 'more', change: 'added' },
      { file: 'new', change: 'renamed', from: 'old' },
      { file: 'other', change: 'changed' },
      { file: 'unread', change: 'changed' },
    ]);
  });

  test('refuse what is none', () => {
    const refused = ['', '{}', '{"files":[1]}', '{"files"', 'hello'].map((text) => readManifest(text));
    assert.deepEqual([new Set(refused).size, typeof refused[0]], [1, 'string']);
  });
});
