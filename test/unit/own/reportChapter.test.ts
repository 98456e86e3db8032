import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ask, emptySummary, groundsOf, inquiryIds, noLinks, ownTold, reportText } from '../../../server/src/core';
import { evidenceOf } from '../../support/evidenceOf';
import { assertExpectedText } from '../../support/expectedText';
import { projectRoot } from '../../support/projectRoot';

/** A report without events on some logs, as far as WorkMail's own logs make it. */
function chapterOf(logs: Readonly<Record<string, string>>): string {
  const grounds = groundsOf(evidenceOf(logs));
  const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
  const text = reportText(emptySummary(), [], noLinks, { answers, own: ownTold(grounds) });
  const begin = text.indexOf('WorkMail’s own logs\n---');
  return begin < 0 ? '' : text.slice(begin, text.indexOf('\nTotals\n---', begin));
}

test('a report tells what WorkMail wrote itself', () => {
  const folder = path.join(projectRoot(), 'samples', 'readers');
  const logs = readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const);
  const file = path.join(projectRoot(), 'test', 'fixtures', 'own-logs', 'report-chapter.expected.txt');
  assertExpectedText(file, chapterOf(Object.fromEntries(logs)));
});

test('and nothing of it where CloudTrail alone is read', () => {
  const log = readFileSync(path.join(projectRoot(), 'samples', 'administration-day.json'), 'utf8');
  assert.equal(chapterOf({ 'day.json': log }), '');
});
