import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import {
  addEvent,
  type EventFilter,
  type EventInLog,
  emptySummary,
  entitiesOf,
  previewLinks,
  report,
  reportText,
  select,
  summaryData,
} from '../../../server/src/core';
import { noLinks } from '../../../server/src/core/investigate/links';
import { assertExpectedText } from '../../support/expectedText';
import { projectRoot } from '../../support/projectRoot';
import { logs, sources, summaryOfDay } from './day';
import { factsIn } from './given';

const expected = (name: string): string => path.join(projectRoot(), 'test', 'unit', 'investigate', 'expected', name);

/** Lines stand for records here, so that a link tells at a glance which record it means. */
const links = previewLinks((asked, index) => ({
  asked,
  range: { start: { line: index, character: 0 }, end: { line: index, character: 1 } },
}));
const markdown = report(summaryOfDay(), sources, links);

suite('report', () => {
  test('in Markdown, whole', () => {
    assertExpectedText(expected('report.md'), markdown.replace(/\(data:[^)]*\)/, '(the picture)'));
  });

  test('as text, whole', () => {
    const places = {
      event: (log: number, index: number) => `${log}:${index}`,
      selection: () => 'not written out',
      all: () => 'nor this',
      act: () => 'nor this',
      events: () => 'nor this',
    };
    assertExpectedText(expected('report.txt'), reportText(summaryOfDay(), sources, places));
  });

  test('as data, whole, in a fixed order', () => {
    const data = JSON.stringify(summaryData(summaryOfDay(), sources));
    assert.equal(data, JSON.stringify(JSON.parse(readFileSync(expected('summary.json'), 'utf8'))));
  });

  test('of the same summary, the same bytes', () => {
    assert.equal(report(summaryOfDay(), sources, links), markdown);
  });

  test('every number leads to as many events', () => {
    const events: EventInLog[] = [];
    for (const [log, text] of logs.entries()) {
      for (const facts of factsIn(text)) events.push({ log, facts });
    }
    const counted = Array.from(markdown.matchAll(/\[(\d+)[^\]]*\]\(selection\/([^/]+)\//g));
    assert.ok(counted.length > 20);
    for (const [link, count, segment] of counted) {
      const found = select(filterOf(decodeURIComponent(segment ?? '')), events, entitiesOf(events));
      assert.equal(found.length, Number(count), link);
    }
  });

  test('logs deep in folders are shown by what tells them apart, and what is no log does not count', () => {
    const folder = 'trail/AWSLogs/111111111111/CloudTrail/us-east-1/2026/09/08';
    const name = '111111111111_CloudTrail_us-east-1_20260908T1035Z_PXJSFB6JSPWQ5NWT.json.gz';
    const digest = { label: 'trail/digest.json', form: 'not a CloudTrail log', logs: 0 };
    const deep = [`${folder}/${name}`, `${folder.replace('08', '09')}/${name}`, `${folder}/x${name}`];
    const sources = [...deep.map((label) => ({ label, form: 'CloudTrail log file' })), digest];
    const text = reportText(emptySummary(), sources, noLinks);
    assert.match(text, /^WorkMail events in 3 logs\n/);
    const rows = text.split('\n').filter((line) => / {2}0$/.test(line));
    assert.deepEqual(
      rows.map((row) => row.replace(/ {2}.*/, '')),
      [`08/${name}`, `09/${name}`, `x${name}`, 'trail/digest.json'],
    );
  });

  test('files that are no logs have one row for each thing that they are', () => {
    const digest = { form: 'no log but a CloudTrail digest file', logs: 0 };
    const others = [
      { label: 'a.gz', ...digest },
      { label: 'notes.txt', form: 'not a CloudTrail log', logs: 0 },
    ];
    const given = [{ label: 'log.json', form: 'CloudTrail log file' }, ...others, { label: 'b.gz', ...digest }];
    const text = reportText(emptySummary(), given, noLinks);
    const rows = text.split('\n').filter((line) => / {2}0$/.test(line));
    assert.deepEqual(
      rows.map((row) => row.split(/ {2,}/).slice(0, 2)),
      [
        ['log.json', 'CloudTrail log file'],
        ['2 files', 'no log but a CloudTrail digest file'],
        ['notes.txt', 'not a CloudTrail log'],
      ],
    );
  });

  test('records without a source, such as Insights, are not called unreadable', () => {
    const insight = JSON.stringify({
      Records: [
        {
          eventVersion: '1.09',
          eventTime: '2026-05-18T14:00:00Z',
          awsRegion: 'us-west-2',
          eventID: 'e4f1c2d3-7a86-4b95-9d0e-00000000e501',
          eventType: 'AwsCloudTrailInsight',
          recipientAccountId: '444455556666',
          insightDetails: { state: 'Start', eventSource: 'workmail.amazonaws.com', eventName: 'ResetPassword' },
          eventCategory: 'Insight',
        },
      ],
    });
    const summary = emptySummary();
    for (const facts of factsIn(insight)) addEvent(summary, 0, facts);
    const lines = reportText(summary, sources.slice(0, 1), noLinks).split('\n');
    assert.equal(
      lines[lines.indexOf('Other services in the same logs') + 3],
      'Records by eventSource: none that can be read 1.',
    );
  });

  test('a log without WorkMail events', () => {
    const text = reportText(emptySummary(), sources.slice(2), links);
    assertExpectedText(expected('nothing.txt'), text.slice(0, text.indexOf('What CloudTrail cannot show')));
  });
});

/** Reads a filter back from a link; numbers and truth values by their names. */
function filterOf(segment: string): EventFilter {
  const pairs = segment === 'all' ? [] : segment.split('&').map((pair) => pair.split('='));
  return Object.fromEntries(
    pairs.map(([key = '', encoded = '']) => {
      const value = decodeURIComponent(encoded);
      if (key === 'malformed') return [key, value === 'true'];
      return [key, ['from', 'to', 'log'].includes(key) ? Number(value) : value];
    }),
  );
}
