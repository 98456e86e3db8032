import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { writeDamagedTree } from '../support/damagedTree';
import { type NaiveCounts, naiveCounts } from '../support/naiveCount';
import { projectRoot } from '../support/projectRoot';

const FILES = 300;
const SEED = 20260301;

interface Group {
  readonly service: string;
  readonly action: string;
  readonly count: number;
  readonly failed: number;
  readonly first: string;
  readonly last: string;
}

suite(`events of ${FILES} logs with copies and damage`, () => {
  let folder = '';
  let broken = 0;
  let apart: NaiveCounts = {};

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-apart-'));
    broken = await writeDamagedTree(folder, FILES, SEED);
    apart = naiveCounts(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  function grouped(...asked: readonly string[]): NaiveCounts {
    const args = ['events', '--group', 'service,action', '--json', ...asked, folder];
    const text = execFileSync(process.execPath, [path.join(projectRoot(), 'dist', 'cli.js'), ...args], {
      encoding: 'utf8',
    });
    const groups = text
      .trimEnd()
      .split('\n')
      .map((line): Group => JSON.parse(line));
    return Object.fromEntries(
      groups.map(({ service, action, count, failed, first, last }) => [
        `${service} ${action}`,
        [count, failed, first, last],
      ]),
    );
  }

  test('are, where they are whole, those that a naive reader counts', () => {
    assert.ok(broken > 100, `Only ${broken} records are broken.`);
    assert.ok(sum(apart) > 10_000, `Only ${sum(apart)} events are there.`);
    assert.deepEqual(differences(grouped('--where', '-is:malformed'), apart), []);
  });

  test('are more by no more than the broken ones', () => {
    const all = grouped();
    const fewer = Object.entries(apart).filter(([group, [count]]) => (all[group]?.[0] ?? 0) < count);
    assert.deepEqual(fewer, []);
    const more = sum(all) - sum(apart);
    assert.ok(more > 0 && more <= broken, `${more} more events than whole ones, of ${broken} broken records.`);
  });
});

/** Groups that are not the same in both. */
function differences(left: NaiveCounts, right: NaiveCounts): readonly string[] {
  const shown = (counts: NaiveCounts): readonly string[] =>
    Object.entries(counts).map(([group, numbers]) => `${group}: ${numbers.join(', ')}`);
  const [ours, apart] = [new Set(shown(left)), new Set(shown(right))];
  return [
    ...[...ours].filter((each) => !apart.has(each)).map((each) => `only ours: ${each}`),
    ...[...apart].filter((each) => !ours.has(each)).map((each) => `only apart: ${each}`),
  ].sort();
}

function sum(counts: NaiveCounts): number {
  return Object.values(counts).reduce((total, [count]) => total + count, 0);
}
