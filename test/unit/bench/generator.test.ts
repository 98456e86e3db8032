import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { analyze, ruleOf } from '../../../server/src/core';
import type { FAMILIES } from '../../bench/generator/families';
import type { FORMS } from '../../bench/generator/forms';
import { type LogOptions, logPieces } from '../../bench/generator/log';
import { writeTree } from '../../bench/generator/tree';

const SIZE = 400_000;
const plain: LogOptions = { form: 'one-line', family: 'plain', seed: 7, share: 0.2 };

function log(options: LogOptions, size = SIZE): string {
  return Array.from(logPieces(options, size)).join('');
}

/** How many records a log has, and the codes of its errors and warnings. */
function read(text: string): { records: number; workMail: number; problems: string[] } {
  const found = { records: 0, workMail: 0, problems: [] as string[] };
  const reading = analyze(text);
  for (let next = reading.next(); !next.done; next = reading.next()) {
    found.records++;
    if (next.value.service !== 'other') found.workMail++;
    for (const { code } of next.value.problems) {
      if (['error', 'warning'].includes(ruleOf(code).severity)) found.problems.push(code);
    }
  }
  return found;
}

test('the same seed makes the same log, another seed another', () => {
  assert.equal(log(plain), log(plain));
  assert.notEqual(log(plain), log({ ...plain, seed: 8 }));
});

test('a log has the size that was asked for, give or take a record', () => {
  const { length } = log(plain);
  assert.ok(length >= SIZE && length < SIZE + 3000, `${length}`);
});

for (const form of [
  'one-line',
  'pretty',
  'sorted',
  'lookup',
  'lines',
] as const satisfies readonly (keyof typeof FORMS)[]) {
  test(`nothing is wrong with the records of a made-up log, ${form}`, () => {
    const { records, workMail, problems } = read(log({ ...plain, form }));
    assert.deepEqual(problems, []);
    assert.ok(records > 200, `${records} records`);
    assert.ok(Math.abs(workMail / records - plain.share) < 0.06, `${workMail} of ${records} are WorkMail's`);
  });
}

test('records have the size of genuine ones, 1.0 to 1.2 KB', () => {
  const text = log(plain);
  const average = text.length / read(text).records;
  assert.ok(average > 1000 && average < 1200, `${average}`);
});

for (const family of ['deep', 'wide', 'damaged'] as const satisfies readonly (keyof typeof FAMILIES)[]) {
  test(`the ${family} family is read to its end, with problems where it has them`, () => {
    const { records, problems } = read(log({ ...plain, family }));
    assert.ok(records > 2, `${records} records`);
    assert.equal(problems.length > 0, family === 'damaged', problems.join(' '));
  });
}

test('a tree lies as S3 lays it, and holds what the generator says', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-tree-'));
  try {
    const size = await writeTree(folder, { files: 30, share: 0.1, seed: 3 });
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json.gz'));
    const logs = await Promise.all(files.map(async (file) => gunzipSync(await readFile(path.join(folder, file)))));
    const readings = logs.map((bytes) => read(bytes.toString()));
    assert.deepEqual(
      {
        files: files.length,
        records: readings.reduce((sum, { records }) => sum + records, 0),
        workMailRecords: readings.reduce((sum, { workMail }) => sum + workMail, 0),
        bytes: logs.reduce((sum, { length }) => sum + length, 0),
        problems: readings.flatMap(({ problems }) => problems),
      },
      { files: 30, records: size.records, workMailRecords: size.workMailRecords, bytes: size.bytes, problems: [] },
    );
    for (const file of files) {
      assert.match(
        file.split(path.sep).join('/'),
        /^AWSLogs\/(\d{12})\/CloudTrail\/([a-z0-9-]+)\/2026\/01\/01\/\1_CloudTrail_\2_20260101T\d{4}Z_[0-9a-f]{16}\.json\.gz$/,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
