import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bundles } from '../../budgets.json';
import { bundleSizes } from '../support/bundleSizes';

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
