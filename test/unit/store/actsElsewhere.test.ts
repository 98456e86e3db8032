import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import type { Act, Evidence } from '../../../server/src/core';
import { exactly } from '../../../server/src/core/query/question';
import { evidenceOfEvents } from '../../support/evidenceOf';
import { inFull, type ShortRecord } from '../../support/shortRecords';

type Asked = Parameters<Evidence['elsewhere']>[0][number];

const ADDRESSES = ['203.0.113.1', '2001:db8::1', '2001:0DB8:0::1', 'AWS Internal'];
const PEOPLE = ['jane', 'Admin/ben', 's3.amazonaws.com'];
const record: fc.Arbitrary<ShortRecord> = fc.record({
  at: fc.constantFrom('08:00:00', '08:00:01', '2 08:00:00'),
  call: fc.constantFrom('s3 ListBuckets', 'workmail CreateUser', 'iam CreateUser'),
  by: fc.constantFrom(...PEOPLE),
  from: fc.constantFrom(...ADDRESSES),
});
const asked: fc.Arbitrary<Pick<Asked, 'addresses' | 'from' | 'to'>> = fc.record({
  addresses: fc.uniqueArray(fc.constantFrom(...ADDRESSES), { minLength: 1, maxLength: 3 }),
  from: fc.constantFrom(0, Date.UTC(2026, 2, 1, 8, 0, 1)),
  to: fc.constantFrom(Date.UTC(2026, 2, 1, 8, 0, 1), Date.UTC(2027, 0, 1)),
});

/** The same by a question for each. */
function oneByOne({ find }: Evidence, { addresses, whos, from, to }: Asked, most: number): readonly Act[] {
  const found = find({ kind: 'field', field: 'address', values: addresses.map(exactly) }, most);
  return found.filter(
    ({ facts, row, doer }) => facts.service === 'other' && row.time >= from && row.time <= to && whos.has(doer.who),
  );
}

suite('what hands did elsewhere', () => {
  test('is found for all at once as for each of them, however an address is written', () => {
    fc.assert(
      fc.property(fc.array(record), fc.array(asked), fc.integer({ min: 1, max: 5 }), (records, questions, most) => {
        const evidence = evidenceOfEvents(inFull(records));
        const all = questions.map((each) => ({ ...each, whos: whosIn(evidence) }));
        assert.deepEqual(
          evidence.elsewhere(all, most).map(idsOf),
          all.map((each) => idsOf(oneByOne(evidence, each, most))),
        );
      }),
    );
  });

  test('is nothing where nobody asks', () => {
    assert.deepEqual(evidenceOfEvents(inFull([{ at: '08:00:00', call: 's3 ListBuckets' }])).elsewhere([], 1), []);
  });
});

/** Whoever acted first. */
function whosIn({ acts }: Evidence): ReadonlySet<string> {
  return new Set(acts.slice(0, 2).map(({ doer }) => doer.who));
}

function idsOf(acts: readonly Act[]): readonly string[] {
  return acts.map(({ row }) => row.eventID);
}
