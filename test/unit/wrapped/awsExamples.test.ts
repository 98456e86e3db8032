import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { eventOf } from '../../../server/src/core/read/view';
import type { Container, JsonObject } from '../../../server/src/core/record';
import { awsExamples } from '../../support/awsExamples';
import { projectRoot } from '../../support/projectRoot';
import { brokenJson, nameOf, problemsOf, readLog } from '../../support/readLog';

const folder = path.join(projectRoot(), 'test', 'fixtures', 'containers', 'aws-examples');
const files = readdirSync(folder).filter((file) => !file.endsWith('.expected.json'));
const read = (file: string) => readLog(readFileSync(path.join(folder, file), 'utf8'));

/** Fields that even a table has, as far as its columns go. */
const LISTED = ['eventName', 'eventSource', 'eventTime', 'eventID'] as const;
const listed = (event: JsonObject | undefined): readonly unknown[] => LISTED.map((field) => event?.[field]);

/** What holds a part of each event only. */
const PARTIAL: ReadonlySet<Container> = new Set<Container>(['athena', 'lake', 'console-csv', 'csv']);

suite('whatever hands them on, the three events of AWS are the same', () => {
  for (const file of files) {
    test(file, () => {
      const { text, records, outline } = read(file);
      const events = records.map((record) => eventOf(text, { ...record, event: undefined }));
      const isWhole = records.every(({ form }) => form !== 'row');
      if (isWhole) assert.deepEqual(events, awsExamples());
      else assert.deepEqual(events.map(listed), awsExamples().map(listed));
      assert.deepEqual(
        records.map(({ event }) => event),
        events,
      );
      if (PARTIAL.has(outline.container)) assert.ok(!isWhole || outline.container === 'csv');
    });
    test(`${file}: nothing is wrong, and nothing is said to be missing`, () => {
      const log = read(file);
      assert.deepEqual(brokenJson(log), []);
      assert.deepEqual(
        problemsOf(log)
          .map(({ problem }) => nameOf(problem))
          .filter((name) => ['missing-field', 'container-differs', 'field-type', 'bad-time'].includes(name)),
        [],
      );
    });
  }
});

test('a fixture for every container', () => {
  const containers: readonly Container[] = [
    'athena',
    'cloudwatch-logs',
    'concatenated',
    'console-csv',
    'csv',
    'elastic',
    'event-texts',
    'eventbridge',
    'exported',
    'json-lines',
    'lake',
    'logs-export',
    'logs-insights',
    'logs-subscription',
    'lookup-events',
    'messages',
    'splunk',
    'wazuh',
  ];
  assert.deepEqual([...new Set(files.map((file) => read(file).outline.container))].sort(), containers);
});
