import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { placesApart } from '../../../server/src/wire/placeNames';

suite('names that tell files apart', () => {
  for (const [what, uris, names] of [
    ['are their own where these differ', ['file:///a/one.json', 'file:///a/two.json'], ['one.json', 'two.json']],
    [
      'have as much of their folders as it takes, and no other has',
      ['file:///x/a/log.json', 'file:///y/a/log.json', 'file:///y/b/log.json', 'file:///y/b/other.json'],
      ['x/a/log.json', 'y/a/log.json', 'b/log.json', 'other.json'],
    ],
    ['end where a way ends', ['file:///log.json', 'file:///a/log.json'], ['log.json', 'a/log.json']],
    ['are read, not encoded', ['file:///c%3A/de%20ep/log.json', 'untitled:Untitled-1'], ['log.json', 'Untitled-1']],
    ['are those of folders, too', ['file:///one/AWSLogs/', 'file:///two/AWSLogs'], ['one/AWSLogs', 'two/AWSLogs']],
    [
      'are uris where nothing else differs',
      ['file:///a/log.json', 'vscode-vfs://host/a/log.json'],
      ['file:///a/log.json', 'vscode-vfs://host/a/log.json'],
    ],
    ['are the same for the same file', ['file:///a/log.json', 'file:///a/log.json'], ['a/log.json', 'a/log.json']],
    ['of nothing are none', [], []],
  ] as const) {
    test(what, () => assert.deepEqual(placesApart(uris), names));
  }
});
