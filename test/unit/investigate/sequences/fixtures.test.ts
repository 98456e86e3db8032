import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { findSequences } from '../../../../server/src/core/investigate/sequences/findSequences';
import { allSequences } from '../../../../server/src/core/investigate/sequences/sequence';
import type { SequenceHit } from '../../../../server/src/core/investigate/sequences/sequenceHit';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { projectRoot } from '../../../support/projectRoot';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

interface Fixture {
  readonly fires: { readonly why: string; readonly records: readonly ShortRecord[]; readonly hit: unknown };
  readonly nearMiss: { readonly why: string; readonly records: readonly ShortRecord[] };
}

const folder = path.join(projectRoot(), 'test', 'fixtures', 'sequences');

/** A hit with the acts of its steps by the positions of their records. */
function told({ weight, sentence, steps, acts, from, to, actor, entities }: SequenceHit): unknown {
  const at = (some: SequenceHit['steps'][number]['acts']): readonly number[] =>
    some.map(({ row }) => Number(row.eventID.slice(-12)));
  return {
    weight,
    sentence,
    steps: Object.fromEntries(steps.map((step) => [step.name, at(step.acts)])),
    acts: at(acts),
    from,
    to,
    actor,
    entities,
  };
}

suite('a sequence', () => {
  for (const sequence of allSequences()) {
    const { id } = sequence.file;
    const file = path.join(folder, `${id}.json`);
    const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));
    const { fires, nearMiss } = fixture;

    test(`${id} is found. ${fires.why}`, () => {
      const hits = findSequences(evidenceOfEvents(inFull(fires.records)), [sequence]).map(told);
      if (process.env.UPDATE_EXPECTED !== undefined)
        writeFileSync(file, `${JSON.stringify({ ...fixture, fires: { ...fires, hit: hits[0] ?? null } }, null, 2)}\n`);
      else assert.deepEqual(hits, [fires.hit]);
    });

    test(`${id} is not found. ${nearMiss.why}`, () => {
      assert.deepEqual(findSequences(evidenceOfEvents(inFull(nearMiss.records)), [sequence]).map(told), []);
    });
  }

  test('has a fixture, and there is none without a sequence', () => {
    assert.deepEqual(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
      allSequences().map(({ file }) => `${file.id}.json`),
    );
  });
});
