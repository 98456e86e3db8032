import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { factsOf } from '../../../server/src/core/investigate/facts';
import { formCases, textOf } from '../../support/formCases';
import { readLog } from '../../support/readLog';

/** Forms whose columns tell the whole identity, in one spelling or another. */
const FILES: ReadonlySet<string> = new Set([
  'columns-athena-result-set.json',
  'columns-athena.csv',
  'columns-duckdb.csv',
  'columns-lake.json',
  'columns-log-analytics.json',
  'columns-miller.csv',
  'columns-normalized.csv',
  'columns-normalized.json',
  'columns-pascal.json',
  'columns-snake.jsonl',
  'columns-tailpipe.json',
  'columns-trino.jsonl',
  'ecs-fields.json',
  'ecs-flat.jsonl',
  'ecs-hits.json',
  'ecs-nested.json',
]);

describe('who made the calls of a table', () => {
  for (const form of formCases()) {
    if (!FILES.has(form.file)) continue;
    it(form.file, () => {
      const actors = readLog(textOf(form)).records.map((record) => factsOf(record).actor);
      assert.deepEqual(
        actors.map(({ kind, name }) => [kind, name]),
        [
          ['iam-user', 'mail-operator'],
          ['role-session', 'MailSupport/kim.lee'],
          ['iam-user', 'mail-operator'],
        ],
      );
    });
  }
});
