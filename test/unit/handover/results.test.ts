import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { eventRow, type JsonValue } from '../../../server/src/core';
import { engineOf } from '../../../server/src/core/handover/engineTexts';
import { resultColumns } from '../../../server/src/core/handover/resultColumns';
import { answersHere, queryAndCount, questionOf } from '../../support/handedOver';
import { projectRoot } from '../../support/projectRoot';
import { clickHouse, openDuckDb } from '../../support/queryEngines';
import { readLog } from '../../support/readLog';

const LOG = path.join(projectRoot(), 'samples', 'incident', 'stolen-key.json');
const QUESTION = questionOf('is:workmail is:write');
const { records } = readLog(readFileSync(LOG, 'utf8'));
const wanted = answersHere(records, QUESTION);
const events = records.flatMap(({ event }) =>
  event !== undefined && wanted.includes(String(event.eventID)) ? [event] : [],
);

/** What is told of every event that is read in a result: the same questions find it there. */
function readBack(text: string): {
  readonly container: string;
  readonly ids: readonly string[];
  readonly told: unknown;
} {
  const { records: read, outline } = readLog(text);
  const told = read.map((record) => {
    const { service, action, actor, accessKey, address, targets, outcome, eventTime } = eventRow(record, '');
    return { service, action, actor, accessKey, address, targets, outcome, eventTime };
  });
  return { container: outline.container, ids: answersHere(read, QUESTION), told };
}

const HERE = readBack(JSON.stringify({ Records: events }));
const back = (container: string): object => ({ ...HERE, container });

test('what DuckDB copies into a file is read as a log', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-'));
  try {
    const file = path.join(folder, 'answers.jsonl');
    const [query] = queryAndCount('duckdb', QUESTION, [{ path: LOG }]);
    await (await openDuckDb()).ask(`COPY (${query.replace(/;$/, '')}) TO '${file}' (FORMAT json)`);
    assert.deepEqual(readBack(await readFile(file, 'utf8')), back('concatenated'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

const ask = clickHouse();
if (ask !== undefined)
  test('the lines of ClickHouse are read as a log', () => {
    const [query] = queryAndCount('clickhouse', QUESTION, [{ path: LOG }]);
    assert.deepEqual(readBack(ask(query)), back('json-lines'));
  });

test('lines as ClickHouse prints them are read as a log', () => {
  assert.deepEqual(readBack(events.map((event) => `${JSON.stringify(event)}\n`).join('')), back('json-lines'));
});

test('a result of Athena as CSV is read as a log', () => {
  const columns = resultColumns(engineOf('athena').columns ?? []).map(
    (column) => /"(.*)"$/.exec(column)?.[1] ?? column,
  );
  const rows = events.map((event) => columns.map((column) => cell(memberAt(event, column.split('.')))).join(','));
  const text = [columns.map(quoted).join(','), ...rows].join('\n');
  assert.deepEqual(readBack(text), back('csv'));
});

test('a result of Trino as CSV is read as a log', () => {
  const text = ['record', ...events.map((event) => quoted(JSON.stringify(event)))].join('\n');
  assert.deepEqual(readBack(text), back('csv'));
});

test('a result of Logs Insights as the AWS CLI prints it is read as a log', () => {
  const results = events.map((event) => [
    { field: '@timestamp', value: String(event.eventTime).replace('T', ' ').replace('Z', '.000') },
    { field: '@message', value: JSON.stringify(event) },
    { field: '@ptr', value: 'CmEKJgoi' },
  ]);
  const text = JSON.stringify({ results, statistics: { recordsMatched: events.length }, status: 'Complete' }, null, 4);
  assert.deepEqual(readBack(text), back('logs-insights'));
});

/** A member by its way in small letters. */
function memberAt(value: JsonValue | undefined, [first, ...rest]: readonly string[]): JsonValue | undefined {
  if (first === undefined) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = Object.entries(value).find(([name]) => name.toLowerCase() === first);
  return found && memberAt(found[1], rest);
}

/** A text as it is, all else as JSON; what is absent is no cell at all. */
function cell(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
