import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { FAMILIES, FamilyName } from '../../bench/generator/families';
import { logPieces } from '../../bench/generator/log';
import { BothWays } from '../../support/bothWays';
import { runExtractions, shownExtractions } from '../../support/extractionRun';
import { newExtractor, shippedModule } from '../../support/extractor';
import { hostileLogs } from '../../support/hostileLogs';
import { projectRoot } from '../../support/projectRoot';
import { TRICKY_JSON } from '../../support/trickyJson';

const module = shippedModule();

/** Reads all logs both ways; those that differ, and how. */
function differing(logs: Iterable<readonly [string, string | Uint8Array]>, atOnce?: number): readonly string[] {
  const ways = new BothWays(newExtractor(atOnce, module));
  const found: string[] = [];
  for (const [name, log] of logs) {
    for (const difference of ways.compare(log).differences) found.push(`${name}: ${difference}`);
  }
  return found;
}

function* filesBelow(folder: string): Generator<readonly [string, Uint8Array]> {
  const root = path.join(projectRoot(), folder);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, name);
    if (statSync(file).isFile()) yield [name, readFileSync(file)];
  }
}

function* named(logs: Iterable<string>): Generator<readonly [string, string]> {
  for (const log of logs) yield [JSON.stringify(log.slice(0, 400)), log];
}

const generated = (form: 'one-line' | 'pretty' | 'sorted', family: FamilyName, size: number): string =>
  Array.from(logPieces({ form, family, seed: 11, share: 0.3 }, size)).join('');

describe('a log that the extractor takes', () => {
  it('has the rows that TypeScript makes: every file of samples and fixtures', () => {
    assert.deepEqual(differing(filesBelow('samples')), []);
    assert.deepEqual(differing(filesBelow(path.join('test', 'fixtures'))), []);
  });

  it('has the rows that TypeScript makes: generated logs, longer than what is read at a time', () => {
    for (const family of ['plain', 'deep', 'wide', 'damaged'] as const satisfies readonly (keyof typeof FAMILIES)[]) {
      for (const form of ['one-line', 'pretty', 'sorted'] as const) {
        assert.deepEqual(differing([[`${family} ${form}`, generated(form, family, 400_000)]]), []);
      }
    }
  });

  it('has the rows that TypeScript makes: forged, spelled and doubled fields, wherever its parts end', () => {
    for (const atOnce of [undefined, 64]) assert.deepEqual(differing(named(hostileLogs()), atOnce), []);
  });

  it('has the rows that TypeScript makes: texts on which readers of JSON differ', () => {
    const texts = TRICKY_JSON.map(({ name, text }) => [name, text] as const);
    const listed = TRICKY_JSON.map(({ name, text }) => [`list of ${name}`, `{"Records":[${text}]}`] as const);
    assert.deepEqual(differing([...texts, ...listed]), []);
  });

  it('has the rows that TypeScript makes: random logs, whole and damaged', () => {
    const table = runExtractions(1, 4000);
    assert.deepEqual(table.different, [], shownExtractions(table));
    // Half of them are damaged, and some are hostile: fewer would mean that the rest is not compared.
    assert.ok(table.taken > 1200 && table.rows - table.handedOver > 2000, shownExtractions(table));
  });
});
