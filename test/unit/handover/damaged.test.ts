import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { statementsIn } from '../../support/handedOver';
import { projectRoot } from '../../support/projectRoot';
import { clickHouse, openDuckDb } from '../../support/queryEngines';
import { ran } from '../cli/terminal';
import { recordOf } from '../investigate/given';

/** A half of a surrogate pair, a list, no log at all, and a log in a folder whose name is a pattern. */
const OTHERS = {
  "half'of.json": JSON.stringify({ Records: [recordOf('CreateUser', { eventID: 'half', userAgent: '\ud83d' })] }),
  'list.json': JSON.stringify([recordOf('CreateUser', { eventID: 'list' })]),
  'other.json': '{"some": ["thing"]}',
  'a{b}*/cut.json': '{"Records":[{"eventID":"x"},{"eve',
  'a{b}*/log.json': JSON.stringify({ Records: [recordOf('CreateUser', { eventID: 'log' })] }),
};

suite('logs that an engine would stop at are left out of its text, and named', () => {
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'handover-damaged-'));
    for (const name of ['trail', 'aws-examples', 'mixed'])
      await cp(path.join(projectRoot(), 'samples', name), path.join(folder, name), { recursive: true });
    for (const [name, text] of Object.entries(OTHERS)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
  });
  after(() => rm(folder, { recursive: true }));

  /** What is said of an engine, how many events its count finds, and how many its query gives. */
  async function handedTo(
    engine: 'duckdb' | 'clickhouse',
    run: (sql: string) => Promise<readonly (readonly unknown[])[]>,
    ...args: readonly string[]
  ): Promise<readonly unknown[]> {
    const { stdout } = await ran(['handover', '--engine', engine, ...args]);
    const answers: (readonly (readonly unknown[])[])[] = [];
    for (const statement of statementsIn(stdout)) answers.push(await run(statement));
    const [events = [], days = []] = answers.slice(-2);
    const told = stdout.split('\n').filter((line) => /^-- (?:Left|From)/.test(line));
    const counted = days.reduce((sum, [, count]) => sum + Number(count), 0);
    return [...told, counted, new Set(events.map(([record]) => JSON.parse(String(record)).eventID)).size];
  }

  const expected = ([there, more, refused]: readonly [number, number, string]): readonly unknown[] => [
    `-- From the logs that it reads there have to come ${there} events: ${more} of those that answer here stand only in logs that it does not read.`,
    `-- Left out ${refused} that it can't read, and at which it would stop: cut off, damaged, in another form, or with half of a surrogate pair. Ask them here:`,
    ...[there, there],
  ];
  const ask = clickHouse();

  for (const [args, ...told] of [
    [['trail'], 97, 3, 'is 1 file'],
    [['.'], 224, 8, 'are 6 files'],
    [['--where', 'is:write', '.'], 99, 3, 'are 6 files'],
  ] as const) {
    const asked = (): readonly string[] => [...args.slice(0, -1), path.join(folder, args.at(-1) ?? '')];
    test(`DuckDB: ${args.join(' ')}`, async () => {
      const duckDb = await openDuckDb();
      assert.deepEqual(await handedTo('duckdb', (sql) => duckDb.ask(sql), ...asked()), expected(told));
    });
    if (ask === undefined) continue;
    test(`ClickHouse: ${args.join(' ')}`, async () => {
      const run = async (sql: string): Promise<readonly (readonly unknown[])[]> =>
        ask(sql)
          .split('\n')
          .slice(0, -1)
          .map((line) => (line.startsWith('{') ? [line] : line.split('\t')));
      assert.deepEqual(await handedTo('clickhouse', run, ...asked()), expected(told));
    });
  }
});
