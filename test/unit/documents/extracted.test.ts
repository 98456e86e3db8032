import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { analyze } from '../../../server/src/core';
import { analysing } from '../../../server/src/documents/analysing';
import type { FamilyName } from '../../bench/generator/families';
import { logPieces } from '../../bench/generator/log';
import { shippedModule, textExtractor } from '../../support/extractor';
import { type FollowedLog, openedLog } from '../../support/followedLog';
import { HOSTILE_MEMBERS, hostileLogs } from '../../support/hostileLogs';
import { indexTold, openedBothWays, spentIn } from '../../support/indexBothWays';
import { projectRoot } from '../../support/projectRoot';
import { anyChange, followEdits } from '../../support/randomEdits';
import { RandomLogs } from '../../support/randomLogs';

const module = shippedModule();

/** Opens logs both ways and compares all that is known of each. @returns how many the extractor has taken */
function compareAll(logs: Iterable<string>, atOnce?: number): { readonly taken: number; readonly all: number } {
  let taken = 0;
  let all = 0;
  for (const log of logs) {
    const { isTaken, extracted, read } = openedBothWays(log, module, atOnce);
    all++;
    if (isTaken) taken++;
    assert.deepEqual(indexTold(extracted), indexTold(read), `Differs: ${JSON.stringify(log.slice(0, 2000))}`);
    assert.ok(spentIn(extracted) >= spentIn(read), `${spentIn(extracted)} spent, ${spentIn(read)} in TypeScript`);
  }
  return { taken, all };
}

function* filesBelow(folder: string): Generator<string> {
  const root = path.join(projectRoot(), folder);
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(root, name);
    if (statSync(file).isFile()) yield readFileSync(file, 'utf8');
  }
}

const generated = (form: 'one-line' | 'pretty' | 'sorted', family: FamilyName, size: number, share: number): string =>
  Array.from(logPieces({ form, family, seed: 12, share }, size)).join('');

/** A log whose records are these members, between generated ones. */
function* amongOthers(members: Iterable<string>): Generator<string> {
  const logs = new RandomLogs(3, 1);
  const [, sound = '{}'] = /\[(.*)\]/s.exec(generated('one-line', 'plain', 3000, 0.3)) ?? [];
  for (const each of members) {
    yield `{"Records":[${sound},{${each}},${sound}]}`;
    yield `[${sound},\n{${each}},\n{${each}}, ${sound}]`;
    yield logs.next();
  }
}

function* random(seed: number, count: number, most: number): Generator<string> {
  const logs = new RandomLogs(seed, most);
  for (let left = count; left > 0; left--) yield logs.next();
}

describe('a log that is opened with the extractor', () => {
  it('is known as in TypeScript: every file of samples and fixtures', () => {
    compareAll(filesBelow('samples'));
    compareAll(filesBelow(path.join('test', 'fixtures')));
  });

  it('is known as in TypeScript: generated logs of more than a block', () => {
    let taken = 0;
    for (const family of ['plain', 'deep', 'wide', 'damaged'] as const) {
      for (const form of ['one-line', 'pretty', 'sorted'] as const) {
        const log = generated(form, family, 340_000, 0.3);
        const list = log.replace(/^[^[]*/, '').replace(/\s*\}\s*$/, '');
        taken += compareAll([log, log.replaceAll('\n', '\r\n'), list]).taken;
      }
    }
    assert.ok(taken >= 18, `${taken} were taken`);
  });

  it('is known as in TypeScript: forged, spelled and doubled fields, wherever its parts end', () => {
    compareAll(hostileLogs());
    const { taken, all } = compareAll(amongOthers(HOSTILE_MEMBERS), 64);
    assert.ok(taken > all / 4, `${taken} of ${all} were taken`);
  });

  it('is known as in TypeScript: random logs, whole and damaged', () => {
    let taken = 0;
    for (const [at, atOnce] of [undefined, 64, 100, 1000].entries()) {
      taken += compareAll(random(20 + at, 80, 12), atOnce).taken;
      taken += compareAll(random(30 + at, 2, 700), atOnce).taken;
    }
    assert.ok(taken > 40, `${taken} were taken`);
  });

  it('is read in TypeScript where nearly all records are of WorkMail', () => {
    const logs = [0.5, 1].map((share) => generated('one-line', 'plain', 340_000, share));
    assert.deepEqual(
      logs.map((log) => openedBothWays(log, module).isTaken),
      [true, false],
    );
    compareAll(logs);
  });

  it('tells while it is read how many records are known', () => {
    const log = generated('one-line', 'plain', 340_000, 0.3);
    const { document, analysis } = openedLog(log);
    const counted = [textExtractor(undefined, module), undefined].map((extractorFor) => {
      let records = 0;
      for (const more of analysing(1, document, analyze, extractorFor)) records += more;
      return records;
    });
    assert.deepEqual(counted, [analysis.recordCount, analysis.recordCount]);
  });

  it('is followed through edits as one that was read in TypeScript', () => {
    const counted = { followed: 0 };
    const open = (log: string): FollowedLog => openedLog(log, textExtractor(64, module));
    for (const form of ['one-line', 'pretty', 'sorted'] as const) {
      const log = generated(form, 'plain', 60_000, 0.3);
      fc.assert(
        fc.property(fc.array(anyChange, { minLength: 10, maxLength: 10 }), (changes) =>
          followEdits(`extracted ${form}`, log, changes, counted, open),
        ),
        { numRuns: 8, seed: 4, endOnFailure: true },
      );
    }
    assert.ok(counted.followed > 100, `${counted.followed} edits were followed`);
  });

  it('is known as in TypeScript: characters of all lengths, and halves of them, at every place of a part', () => {
    const log = (text: string): string => generated('one-line', 'plain', 4000, 0.3).replaceAll('us-east-1', text);
    const texts = ['é', '€', '😀', '\ufeff', 'a\ud83d', '\ude00b', '\ud83d\ud83d\ude00'];
    const logs = texts.flatMap((text) => Array.from({ length: 32 }, (_, by) => ' '.repeat(by) + log(text)));
    const { taken } = compareAll(logs, 64);
    assert.equal(taken, 4 * 32);
  });
});
