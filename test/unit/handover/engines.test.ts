import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { type EventRecord, printQuestion } from '../../../server/src/core';
import { conditionOf } from '../../../server/src/core/handover/conditionOf';
import { type EngineId, engineOf, type LogsPlace } from '../../../server/src/core/handover/engineTexts';
import { answersHere, distinct, queryAndCount, questionOf } from '../../support/handedOver';
import { projectRoot } from '../../support/projectRoot';
import { clickHouse, type Database, openDuckDb } from '../../support/queryEngines';
import { readLog } from '../../support/readLog';
import { ODD_QUESTIONS, QUESTIONS } from './questions';

const SAMPLES = ['incident/stolen-key.json', 'administration-day.json', 'migration/announced-move.json'];

let folder = '';
let duckDb: Database | undefined;
const records: EventRecord[] = [];

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'handover-'));
  for (const [at, sample] of SAMPLES.entries()) {
    const text = readFileSync(path.join(projectRoot(), 'samples', sample), 'utf8');
    records.push(...readLog(text).records);
    const place = path.join(folder, 'logs', String(at));
    await mkdir(place, { recursive: true });
    if (at % 2 === 0) await writeFile(path.join(place, 'log.json.gz'), gzipSync(text));
    else await writeFile(path.join(place, 'log.json'), text);
  }
  duckDb = await openDuckDb();
});
after(() => rm(folder, { recursive: true }));

const files = (): readonly LogsPlace[] =>
  ['.json', '.json.gz'].map((ending) => ({ path: path.join(folder, 'logs', '/'), ending }));

/** Lines as ClickHouse prints them, or rows as DuckDB gives them. */
type Ask = (sql: string) => Promise<readonly (readonly unknown[])[]>;

for (const asked of [...QUESTIONS, ...ODD_QUESTIONS]) {
  test(`DuckDB: ${asked}`, () => holds('duckdb', asked, (sql) => duckDb?.ask(sql) ?? Promise.resolve([])));
}

const ask = clickHouse();
if (ask !== undefined)
  for (const asked of [...QUESTIONS, ...ODD_QUESTIONS]) {
    test(`ClickHouse: ${asked}`, () =>
      holds('clickhouse', asked, async (sql) => {
        const lines = ask(sql).split('\n').slice(0, -1);
        return lines.map((line) => (line.startsWith('{') ? [line] : line.split('\t')));
      }));
  }

/** What folders may be called, and beside them what each would fit if it were a pattern. */
const FOLDERS = [
  'a*b',
  'a?b',
  'a[bc]d',
  '[x]',
  "q'uote",
  'double"q',
  '{a,b}',
  'x{1..3}',
  'a**b',
  'per%cent',
  'dollar$&',
];
const FITTING = ['acb', 'a-b', 'abd', 'x', 'a', 'b', 'x1', 'a--b'];

test('folders whose names are patterns stand for themselves: nothing beside them is read, to DuckDB and ClickHouse', async () => {
  for (const name of [...FOLDERS, ...FITTING]) {
    const place = path.join(folder, 'odd', name, 'below');
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, 'l.json'), JSON.stringify({ Records: [{ eventID: name, eventTime: '2026' }] }));
  }
  const idsOf = (lines: readonly unknown[]): readonly string[] => lines.map((line) => JSON.parse(String(line)).eventID);
  const found = async (place: LogsPlace): Promise<readonly (readonly string[])[]> => {
    const [duck, click] = (['duckdb', 'clickhouse'] as const).map(
      (id) => queryAndCount(id, questionOf(''), [place])[0],
    );
    const rows = await duckDb?.ask(duck ?? '');
    const clicked = ask?.(click ?? '')
      .trim()
      .split('\n');
    return [idsOf((rows ?? []).map(([record]) => record)), ...(clicked === undefined ? [] : [idsOf(clicked)])];
  };
  const seen: Record<string, unknown> = {};
  for (const name of FOLDERS) {
    const place = path.join(folder, 'odd', name, '/');
    seen[name] = [
      await found({ path: place, ending: '.json' }),
      await found({ path: path.join(place, 'below', 'l.json') }),
    ];
  }
  const each = (name: string): readonly (readonly string[])[] => (ask === undefined ? [[name]] : [[name], [name]]);
  assert.deepEqual(seen, Object.fromEntries(FOLDERS.map((name) => [name, [each(name), each(name)]])));
});

async function holds(engine: EngineId, asked: string, run: Ask): Promise<void> {
  const question = questionOf(asked);
  const here = answersHere(records, question);
  const [query, count] = queryAndCount(engine, question, files());
  const events = (await run(query)).map(([record]) => JSON.parse(String(record)));
  const there = distinct(events.map(({ eventID }) => eventID));
  const counted = (await run(count)).reduce((sum, [, events]) => sum + Number(events), 0);
  const { unsaid } = conditionOf(question, engineOf(engine).spelled);
  const missed = here.filter((id) => !there.includes(id));
  assert.deepEqual(
    unsaid.length === 0 ? { there, counted } : { missed, counted },
    unsaid.length === 0 ? { there: here, counted: here.length } : { missed: [], counted: there.length },
    `${printQuestion(question)}\n${query}`,
  );
}
