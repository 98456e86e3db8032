import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  addEvent,
  addLog,
  ask,
  emptySummary,
  groundsOf,
  inquiryIds,
  previewLinks,
  report,
  reportText,
} from '../../../../server/src/core';
import { noLinks } from '../../../../server/src/core/investigate/links';
import { evidenceOf } from '../../../support/evidenceOf';
import { assertExpectedText } from '../../../support/expectedText';
import { projectRoot } from '../../../support/projectRoot';
import { factsIn } from '../given';

const text = readFileSync(path.join(projectRoot(), 'samples', 'mixed', 'move-with-a-theft.json'), 'utf8');
const sources = [{ label: 'a log', form: 'CloudTrail log file' }];
const summary = emptySummary();
addLog(summary, 0);
for (const facts of factsIn(text)) addEvent(summary, 0, facts);
const grounds = groundsOf(evidenceOf({ 'a log': text }));
const answers = inquiryIds.map((id) => ({ id, answer: ask(id, grounds) }));
const links = previewLinks(
  (asked, index) => ({ asked, below: `/${index}` }),
  () => true,
  () => undefined,
  () => 0,
);

const expected = (name: string): string =>
  path.join(projectRoot(), 'test', 'unit', 'investigate', 'report', 'expected', name);

/** A report down to the table of who acted. */
const beginning = (report: string): string => report.slice(0, report.search(/^(?:\| )?Credentials/m));

suite('a report with answers begins with what was found', () => {
  test('in Markdown, each finding leading to its events', () => {
    assertExpectedText(expected('found.md'), beginning(report(summary, sources, links, { answers })));
  });

  test('as text, with the place of the first event of each', () => {
    const places = {
      ...noLinks,
      act: ({ row }: { row: { file: string; index: number } }) => `${row.file}#${row.index}`,
    };
    assertExpectedText(expected('found.txt'), beginning(reportText(summary, sources, places, { answers })));
  });
});
