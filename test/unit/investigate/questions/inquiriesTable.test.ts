import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { inquiriesTable } from '../../../../server/src/core/investigate/questions/inquiriesTable';
import { projectRoot } from '../../../support/projectRoot';

const TABLE = /(?<=<!-- inquiries: .* -->\n\n)[\s\S]*?(?=\n*<!-- \/inquiries -->)/;

test('docs/answers.md has every question (UPDATE_EXPECTED=1 writes it)', () => {
  const file = path.join(projectRoot(), 'docs', 'answers.md');
  const text = readFileSync(file, 'utf8');
  const expected = text.replace(TABLE, () => inquiriesTable());
  if (process.env.UPDATE_EXPECTED === '1')
    writeFileSync(file, expected.replace('|\n<!-- /inquiries', '|\n\n<!-- /inquiries'));
  else assert.equal(text, expected);
});
