import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sequencesDocument } from '../../server/src/core/investigate/sequences/sequencesDocument';
import { projectRoot } from '../support/projectRoot';

const file = path.join(projectRoot(), 'docs', 'sequences.md');

test('docs/sequences.md is made from the files of schemas/sequences', () => {
  if (process.env.WRITE_SEQUENCES !== undefined) writeFileSync(file, sequencesDocument());
  const advice = 'docs/sequences.md is out of date. Make it again: WRITE_SEQUENCES=1 npm test -- unit';
  assert.equal(readFileSync(file, 'utf8'), sequencesDocument(), advice);
});
