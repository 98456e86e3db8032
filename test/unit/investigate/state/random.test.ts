import { test } from 'node:test';
import { historySeed } from '../../../support/historyRun';

test('how things were is what a plain replay finds, in random histories', () => {
  for (let seed = 1; seed <= 300; seed++) historySeed(seed);
});
