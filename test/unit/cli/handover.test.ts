import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';
import { ran, withFiles } from './terminal';

const log = readFileSync(path.join(projectRoot(), 'samples', 'incident', 'stolen-key.json'), 'utf8');

suite('workmail-trail handover', () => {
  test('tells what was found here, and names the folder as a pattern', async () => {
    await withFiles({ 'a.json': log, 'copy.json': log }, async (pathOf) => {
      const place = path.dirname(pathOf('a.json'));
      const { code, stdout } = await ran(['handover', '--engine', 'duckdb', '--where', 'is:workmail is:write', place]);
      const lines = stdout.replaceAll(place, 'AWSLogs').split('\n');
      const told = lines.filter((line) => /^-- (?:Read| {2})|read_json/.test(line)).map((line) => line.trim());
      assert.deepEqual(
        [code, told.slice(0, 3)],
        [
          0,
          [
            '-- Read here: 2 logs with 95 events, copies counted once; 12 events answer, by day (UTC):',
            '--   2026-05-17: 12',
            `SELECT unnest("Records") AS record FROM read_json('AWSLogs/**/*.json', columns = {"Records": 'JSON[]'}, format = 'unstructured', maximum_object_size = 536870912)`,
          ],
        ],
      );
    });
  });

  test("does not count records of WorkMail's own logs: no engine has them in its table", async () => {
    const own = {
      event_timestamp: 1_778_976_000_000,
      organization_arn: 'arn:aws:workmail:us-east-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
      action: 'read',
      action_allowed: true,
    };
    await withFiles({ 'a.json': log, 'own.jsonl': `${JSON.stringify(own)}\n`.repeat(3) }, async (pathOf) => {
      const { stdout } = await ran([
        'handover',
        '--engine',
        'duckdb',
        '--where',
        '-is:write',
        path.dirname(pathOf('a.json')),
      ]);
      const alone = await ran(['handover', '--engine', 'duckdb', '--where', '-is:write', pathOf('a.json')]);
      const told = (text: string): readonly string[] => text.split('\n').filter((line) => /events|^-- {3}/.test(line));
      const counts = ([first = '', ...rest]: readonly string[]): unknown => [
        first,
        rest.filter((line) => line.startsWith('--   ')),
      ];
      assert.deepEqual(counts(told(stdout.replace('2 logs', '1 log'))), counts(told(alone.stdout)));
    });
  });

  test('writes a file, and none over another', async () => {
    await withFiles({ 'log.json': log }, async (pathOf) => {
      const args = ['handover', '--engine', 'cli', '--question', 'mailbox-exported', '--output', pathOf('out.sh')];
      const first = await ran([...args, pathOf('log.json')]);
      const second = await ran([...args, pathOf('log.json')]);
      const text = readFileSync(pathOf('out.sh'), 'utf8');
      assert.deepEqual(
        [first.code, second.code, text.split('\n')[1]],
        [0, 2, '# Which mailboxes were exported, and where to?'],
      );
    });
  });

  test('says what is wrong with what is asked of it', async () => {
    const wrong = async (...args: string[]): Promise<string> => (await ran(['handover', ...args, 'x.json'])).stderr;
    assert.deepEqual(
      [
        await wrong(),
        await wrong('--engine', 'splunk'),
        await wrong('--engine', 'trino', '--serde', 'older'),
        await wrong('--engine', 'athena', '--serde', 'mine'),
        await wrong('--engine', 'athena', '--since', '2026-03-01'),
        await wrong('--engine', 'athena', '--where', 'colour:red'),
        await wrong('--engine', 'athena', '--question', 'way-in,mail-read'),
      ],
      [
        'handover needs --engine. Engines: athena, trino, duckdb, clickhouse, logs-insights, cli.',
        '--engine: there is no engine splunk. Engines: athena, trino, duckdb, clickhouse, logs-insights, cli.',
        '--serde is for athena.',
        '--serde takes json or older.',
        'handover takes times in the question: --where time:2026-03-01..2026-03-07.',
        '--where, character 1: There is no field "colour". To look for the text itself, put it in quotes.',
        '--question: handover takes one of them.',
      ].map((reason) => `workmail-trail: ${reason} See workmail-trail --help.\n`),
    );
  });
});
