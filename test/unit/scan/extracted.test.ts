import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { printQuestion } from '../../../server/src/core';
import type { JsonObject } from '../../../server/src/core/record';
import { type Asked, askedOf } from '../../../server/src/places/asked';
import { damaged, oneCharacterDamage } from '../../support/damage';
import { newExtractor } from '../../support/extractor';
import { record } from '../../support/generatedRecords';
import { type ScannedLog, ScannedLogs, startIn, wantedFacts } from '../../support/scannedBothWays';
import { toldFacts } from '../../support/toldFacts';
import { anyQuestion } from '../query/anyQuestion';
import { someRuns } from './runs';

const fastWays = [true, false].map((keepsAll) => new ScannedLogs(newExtractor(), keepsAll));
const fullWays = [true, false].map((keepsAll) => new ScannedLogs(undefined, keepsAll));

/** The same whether all rows are kept or those of the events that are asked for. */
function fast(text: string, asked: Asked = {}): ScannedLog | undefined {
  const [all, wanted] = fastWays.map((way) => way.scan(text, asked));
  assert.deepEqual(wanted, all);
  return all;
}

/** What all of a log says, read in TypeScript, and beside it what its records say. */
function full(text: string, asked: Asked = {}): ScannedLog | undefined {
  const [all, wanted] = fullWays.map((way) => way.scan(text, asked));
  assert.deepEqual(wanted, all);
  const facts = wantedFacts(text, asked);
  assert.deepEqual([all?.events, all?.starts], [facts.map(toldFacts), facts.map(({ start }) => startIn(text, start))]);
  assert.equal(all?.told.events.count, facts.length);
  return all;
}

function logOf(events: readonly JsonObject[]): string {
  return JSON.stringify({ Records: events });
}

/** A record of another service, as most are. */
const other = record.map((event): JsonObject => ({ ...event, eventSource: 'kms.amazonaws.com', eventName: 'Decrypt' }));
const some = fc
  .array(fc.oneof(record, other), { minLength: 1, maxLength: 8 })
  .map((events) =>
    events.map((event, index): JsonObject => ({ ...event, eventID: `00000000-0000-4000-8000-00000000000${index}` })),
  );

/** Questions that some of the records answer and others do not, and questions about anything. */
const someTerm = fc.constantFrom(
  'service:kms',
  'is:workmail',
  'is:write',
  'is:malformed',
  'outcome:failed',
  'error:none',
  'action:*User,*Mailbox*',
  'kind:IAMUser,AWSService',
  'mfa',
  'address:203.0.113.0/28',
  'time:2026-03-01T12..',
  'weight:>=medium',
  'target:any',
  'text:Decrypt',
  'event:*3',
  'file:*.gz',
);
const someQuestion = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom('', '-'), someTerm).map(([sign, term]) => sign + term),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .chain((terms) => fc.constantFrom(' ', ' OR ').map((between) => terms.join(between))),
  },
  { weight: 1, arbitrary: anyQuestion.map(printQuestion) },
);

suite('the fast way through a log', () => {
  test('leads to the same numbers and events as reading all of it', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(undefined, 'workmail', 'kms.amazonaws.com'),
        fc.nat(86_399),
        (events, service, second) => {
          const from = Date.UTC(2026, 2, 1, 7, 0, second);
          for (const question of [{}, { window: { from } }, { window: { to: from } }]) {
            const asked = { ...question, ...(service !== undefined && { service }) };
            const text = logOf(events);
            const found = fast(text, asked);
            if (found === undefined) continue;
            taken++;
            assert.deepEqual(sorted(found), sorted(full(text, asked)));
          }
        },
      ),
      someRuns(300),
    );
    assert.ok(taken > 200, `The fast way was taken ${taken} times only.`);
  });

  test('leads to the same records that answer a question, whatever is asked', () => {
    const seen = { taken: 0, answering: 0, left: 0 };
    fc.assert(
      fc.property(
        some,
        someQuestion,
        fc.constantFrom(undefined, 'kms.amazonaws.com'),
        fc.constantFrom({}, { window: { from: Date.UTC(2026, 2, 1, 12) } }),
        (events, where, service, window) => {
          const asked = askedOf({ where, ...(service !== undefined && { service }), ...window })('logs/a.json.gz');
          const text = logOf(events);
          const found = fast(text, asked);
          if (found === undefined) return;
          assert.deepEqual(sorted(found), sorted(full(text, asked)));
          seen.taken++;
          if (found.told.unasked !== undefined) seen.left++;
          if (found.told.unasked?.records !== events.length) seen.answering++;
        },
      ),
      someRuns(600),
    );
    assert.ok(
      seen.taken > 300 && seen.answering > 150 && seen.left > 150,
      `Too little was compared: ${JSON.stringify(seen)}.`,
    );
  });

  test('passes over no record of a damaged log that answers a question', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        some
          .map(logOf)
          .chain((text) =>
            fc.tuple(fc.constant(text), fc.array(oneCharacterDamage(text.length), { minLength: 1, maxLength: 4 })),
          ),
        someQuestion,
        ([text, damages], where) => {
          // What a file can hold: half a character becomes another one in it.
          const broken = Buffer.from(damages.reduce(damaged, text)).toString();
          const asked = askedOf({ where })('a.json');
          const found = fast(broken, asked);
          if (found === undefined) return;
          taken++;
          assert.deepEqual(sorted(found), sorted(full(broken, asked)));
        },
      ),
      someRuns(2000),
    );
    assert.ok(taken > 100, `The fast way was taken ${taken} times only.`);
  });

  test('passes over no WorkMail record of a damaged log', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        some
          .map(logOf)
          .chain((text) =>
            fc.tuple(fc.constant(text), fc.array(oneCharacterDamage(text.length), { minLength: 1, maxLength: 4 })),
          ),
        ([text, damages]) => {
          const broken = damages.reduce(damaged, text);
          const found = fast(broken);
          if (found === undefined) return;
          taken++;
          assert.deepEqual(workmailOf(found), workmailOf(full(broken)));
        },
      ),
      someRuns(2000),
    );
    assert.ok(taken > 100, `The fast way was taken ${taken} times only.`);
  });

  test('passes over no WorkMail record of a log that lacks some of its characters', () => {
    fc.assert(
      fc.property(some.map(logOf), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3000), (text, where, length) => {
        const at = Math.floor(where * text.length);
        const broken = text.slice(0, at) + text.slice(at + length);
        const found = fast(broken);
        if (found !== undefined) assert.deepEqual(workmailOf(found), workmailOf(full(broken)));
      }),
      someRuns(1000),
    );
  });

  const [first, second] = ['a', 'b'].map((eventID) => ({ ...fc.sample(record, { seed: 1, numRuns: 1 })[0], eventID }));
  const plain = {
    ...first,
    eventSource: 'kms.amazonaws.com',
    userAgent: 'x',
    requestParameters: null,
    eventName: 'Decrypt',
  };
  const kms = JSON.stringify(plain);
  for (const [what, text] of [
    ['an escape that spells a letter', `{"Records":[${kms.replace('kms', '\\u0077orkmail')}]}`],
    [
      'two sources in one record',
      `{"Records":[${kms.replace('"eventName"', '"x":"","eventSource":"a","eventName"')}]}`,
    ],
    ['two lists one behind the other', `{"Records":[${kms}]}{"Records":[${kms}]}`],
    ['a list that is cut off', `{"Records":[${kms},${kms.slice(0, 300)}`],
    ['another list behind the first', `{"Records":[${kms}],"more":[${JSON.stringify(second)}]}`],
    ['records one a line', `${kms}\n${kms}\n`],
  ] as const) {
    test(`is left at ${what}`, () => assert.equal(fast(text), undefined));
  }

  for (const [what, text] of [
    ['a capital in the name of the source', `{"Records":[${kms.replace('kms', 'KMS')}]}`],
    ['a space behind a colon', `{"Records":[${kms.replace('":', '": ')}]}`],
    ['a day that no calendar has', `{"Records":[${kms.replace(/\d\d-\d\dT/, '02-30T')}]}`],
    ['many lines', JSON.stringify({ Records: [plain, second] }, null, 2)],
    ['a list without an object around it', JSON.stringify([plain, second])],
  ] as const) {
    test(`is taken through ${what}`, () => assert.deepEqual(fast(text), full(text)));
  }

  test('is taken through a log of other services', () => {
    assert.deepEqual(fast(`{"Records":[${kms},${kms}]}`)?.told.counts, { workmail: 0, malformed: 0, other: 2 });
  });
});

/** Sources in the order of their names: those counted unread come in another order than those read. */
function sorted(found: ScannedLog | undefined): ScannedLog | undefined {
  if (found === undefined) return undefined;
  const others = Array.from(found.told.others).sort(([left], [right]) => (left < right ? -1 : 1));
  return { ...found, told: { ...found.told, others } };
}

function workmailOf(found: ScannedLog | undefined): unknown {
  return found?.events
    .filter(({ service }) => service !== 'other')
    .map(({ eventID, eventName, malformed }) => [eventID, eventName, malformed ?? 'whole']);
}
