import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bundles, pages } from '../../budgets.json';
import { bundleSizes } from '../support/bundleSizes';
import { projectRoot } from '../support/projectRoot';

const { about: _, ...budgets } = bundles;

describe('the size of the bundles', () => {
  const sizes = bundleSizes();

  it('has a budget for each of them, and for no other', () => {
    assert.deepEqual(sizes.map(({ file }) => file).sort(), Object.keys(budgets).sort());
  });

  for (const [bundle, budget] of Object.entries(budgets)) {
    it(`of ${bundle} is at most ${budget} kB`, (t) => {
      const { ownBytes = Number.NaN } = sizes.find(({ file }) => file === bundle) ?? {};
      t.diagnostic(`${bundle}: ${Math.round(ownBytes / 1000)} of ${budget} kB`);
      assert.ok(
        ownBytes <= budget * 1000,
        `${bundle} has ${Math.ceil(ownBytes / 1000)} kB. Find in out/bundles.json what has come into it, or raise its budget in budgets.json and say why.`,
      );
    });
  }
});

describe('the pages in tabs', () => {
  it(`are at most ${pages.gzipKibibytes} KiB together, compressed`, (t) => {
    const files = bundleSizes().filter(({ file }) => /^dist\/timeline\/.*\.(?:js|css)$/.test(file));
    const bytes = files.map(({ file }) => gzipSync(readFileSync(path.join(projectRoot(), file))).length);
    const sum = bytes.reduce((all, each) => all + each, 0);
    t.diagnostic(`${Math.ceil(sum / 1024)} of ${pages.gzipKibibytes} KiB`);
    assert.deepEqual([files.length, sum <= pages.gzipKibibytes * 1024], [2, true]);
  });
});
