import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { ScanCache } from '../../../server/src/node/scan/cache';
import { failedFile } from '../../../server/src/places/scannedFile';

const URI = 'file:///log.json';
const STAMP = { size: 1, modified: 2, changed: 3 };

for (const [changed, known] of [
  ['README.md', STAMP],
  ['server.js', undefined],
  ['extractor.wasm', undefined],
] as const) {
  test(`what a program has found is ${known ? 'still' : 'no longer'} known when its ${changed} is another one`, async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-cache-'));
    try {
      for (const name of ['README.md', 'server.js', 'extractor.wasm']) await writeFile(path.join(folder, name), 'one');
      const cacheFolder = path.join(folder, 'cache');
      const cache = await ScanCache.open(cacheFolder, 'question', folder);
      const file = { ...failedFile({ uri: URI, size: 1, modified: 2 }, ''), isFailure: false };
      cache.remember({ file, stamp: STAMP, stretches: [] });
      await cache.save(false);
      await writeFile(path.join(folder, changed), 'another one');
      const again = await ScanCache.open(cacheFolder, 'question', folder);
      assert.deepEqual(again.stampOf(URI), known);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
