import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { defaultLimits } from '../../server/src/host/limits';
import { projectRoot } from '../support/projectRoot';

const SECTION = 'workmailTrail.limits.';

test('the settings of limits begin with the values that hold without settings', () => {
  const manifest = JSON.parse(readFileSync(path.join(projectRoot(), 'package.json'), 'utf8'));
  const { properties } = [manifest.contributes.configuration].flat()[0];
  const limits = Object.entries<{ default: unknown }>(properties)
    .filter(([name]) => name.startsWith(SECTION))
    .map(([name, { default: value }]) => [name.slice(SECTION.length), value]);
  const { size, ratio, members, depth } = defaultLimits;
  assert.deepEqual(Object.fromEntries(limits), { size, ratio, members, depth });
});
