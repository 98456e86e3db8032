import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, type EventFacts, factsOf, type JsonObject } from '../../../server/src/core';
import { RowWriter } from '../../../server/src/core/store/rowWriter';
import { StoredFacts } from '../../../server/src/core/store/storedFacts';
import { damaged, oneCharacterDamage } from '../../support/damage';
import { fixtures } from '../../support/expectedFile';
import { anyActionCall } from '../../support/generatedActions';
import { toldFacts } from '../../support/toldFacts';
import { anyEvent } from './anyLog';

/** All records are kept as a whole, whichever service they are of. */
function assertKept(text: string): readonly EventFacts[] {
  const records = [...analyze(text)];
  const writer = new RowWriter(records.length);
  for (const record of records) writer.add(record, 0, true);
  const chunk = writer.take();
  const facts = records.map((record) => factsOf(record));
  assert.deepEqual(
    records.map(({ index }, row) => toldFacts(new StoredFacts(chunk, row, { index, file: 'a.json', base: 0 }))),
    facts.map(toldFacts),
  );
  return facts;
}

/** How many events say something of each kind. */
function saying(all: readonly EventFacts[]): readonly number[] {
  return [
    all.filter(({ errorMessage }) => errorMessage !== ''),
    all.filter(({ endpoint }) => endpoint !== undefined && endpoint !== ''),
    all.filter(({ organizationId, targets }) => organizationId !== '' && targets.length > 1),
    all.filter(({ targets }) => targets.some(({ named }) => named)),
    all.filter(({ targets }) => targets.some(({ entity }) => entity === undefined)),
    all.filter(({ learned }) => learned.some(({ isAddress }) => isAddress)),
    all.filter(({ learned }) => learned.some(({ isTaken }) => isTaken)),
    all.filter(({ weighty }) => weighty.length > 1),
  ].map(({ length }) => length);
}

const event = fc.tuple(anyEvent, anyActionCall).map(([envelope, call]): JsonObject => ({ ...envelope, ...call }));
const endpoint = fc.constantFrom<JsonObject>({}, { vpcEndpointId: 'vpce-1', eventType: 'AwsVpceEvents' });
const log = fc
  .array(
    fc.oneof(
      fc.tuple(event, endpoint).map(([one, more]): JsonObject => ({ ...one, ...more })),
      anyEvent,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((Records) => JSON.stringify({ Records }));

suite('The facts of a row in columns are the facts of its record', () => {
  for (const { name, file } of fixtures()) test(name, () => void assertKept(readFileSync(file, 'utf8')));

  test('whatever the action, and whatever is in its parameters', () => {
    const seen: EventFacts[] = [];
    const keep = (text: string): void => {
      for (const facts of assertKept(text)) seen.push(facts);
    };
    fc.assert(fc.property(log, keep), { seed: 20_260_301, numRuns: 1500 });
    assert.ok(Math.min(...saying(seen)) > 10, `Too little was compared: ${saying(seen).join(', ')}.`);
  });

  test('in a damaged log', () => {
    const broken = log.chain((text) =>
      fc
        .array(oneCharacterDamage(text.length), { minLength: 1, maxLength: 3 })
        .map((damages) => damages.reduce(damaged, text)),
    );
    fc.assert(
      fc.property(broken, (text) => void assertKept(text)),
      { seed: 20_260_301, numRuns: 500 },
    );
  });
});
