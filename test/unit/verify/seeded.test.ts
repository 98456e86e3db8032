import { suite, test } from 'node:test';
import { signingKey } from '../../support/digestTree';
import { verifySeed } from '../../support/verifiedTree';

suite('trees with faults', () => {
  test('each fault is named, and nothing else', () => {
    const key = signingKey();
    for (let seed = 1; seed <= 250; seed++) verifySeed(seed, key);
  });
});
