import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  addEvent,
  addLog,
  type EventInLog,
  emptySummary,
  findingsOf,
  type JsonObject,
  type Summary,
} from '../../../server/src/core';
import { mergeSummaries } from '../../../server/src/core/investigate/summary';
import { factsOfAll, placed, places, recordOf } from './given';

function summaryOf(events: readonly EventInLog[]): Summary {
  const summary = emptySummary();
  for (const { log, facts } of events) addEvent(summary, log, facts);
  return summary;
}

/** Records in which events repeat, fail, are malformed, lack a time or belong to others. */
const someRecord: fc.Arbitrary<JsonObject> = fc
  .record({
    eventName: fc.constantFrom('CreateUser', 'DeleteUser', 'GetUser'),
    eventID: fc.constantFrom('', 'a', 'b', 'c'),
    eventSource: fc.constantFrom('workmail.amazonaws.com', 's3.amazonaws.com', 'S3.amazonaws.com'),
    eventTime: fc.constantFrom('2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z', 'soon'),
    errorCode: fc.constantFrom('', 'AccessDenied'),
    awsRegion: fc.constantFrom('us-east-1', 7),
  })
  .map(({ eventName, ...own }) => recordOf(eventName, own));

const someEvents: fc.Arbitrary<readonly EventInLog[]> = fc
  .array(fc.array(someRecord, { maxLength: 6 }), { maxLength: 3 })
  .map((logs) => placed(...logs));

const seed = { seed: 20260301, numRuns: 300 };

suite('summaries add up', () => {
  test('a hundred thousand copies of one event are put in their order one by one', () => {
    const [facts] = factsOfAll([recordOf('GetUser', { eventID: 'a' })]);
    assert.ok(facts);
    const indexes = Array.from({ length: 100_000 }, (_, index) => index);
    for (const order of [indexes, Array.from(indexes).reverse()]) {
      const summary = summaryOf(order.map((index) => ({ log: 0, facts: { ...facts, index } })));
      const [copies = []] = summary.events.values();
      assert.deepEqual(
        copies.map((copy) => copy.facts.index),
        indexes,
      );
    }
  });

  test('the summary of nothing changes nothing', () => {
    fc.assert(
      fc.property(someEvents, (events) => {
        const summary = summaryOf(events);
        assert.deepEqual(mergeSummaries(emptySummary(), summary), summary);
        assert.deepEqual(mergeSummaries(summary, emptySummary()), summary);
      }),
      seed,
    );
  });

  test('halves can be put together in any order', () => {
    fc.assert(
      fc.property(someEvents, fc.nat(20), fc.nat(20), (events, one, two) => {
        const [first, second] = [Math.min(one, two), Math.max(one, two)];
        const [a, b, c] = [events.slice(0, first), events.slice(first, second), events.slice(second)].map(summaryOf);
        assert.ok(a && b && c);
        const whole = summaryOf(events);
        assert.deepEqual(mergeSummaries(mergeSummaries(a, b), c), whole);
        assert.deepEqual(mergeSummaries(a, mergeSummaries(b, c)), whole);
        assert.deepEqual(mergeSummaries(mergeSummaries(c, a), b), whole);
      }),
      seed,
    );
  });

  test('the order of records makes no difference to what is found', () => {
    const shuffled = someEvents.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(Array.from(events), { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        assert.deepEqual(findingsOf(summaryOf(mixed)), findingsOf(summaryOf(events)));
      }),
      seed,
    );
  });

  test('merging leaves both as they were', () => {
    const [left, right] = [summaryOf(placed([recordOf('A')])), summaryOf(placed([], [recordOf('B')]))];
    const before = structuredClone([left, right]);
    mergeSummaries(left, right);
    assert.deepEqual([left, right], before);
  });
});

suite('what a summary holds', () => {
  const whole = recordOf('CreateUser', { eventID: 'same' });
  const damaged = recordOf('CreateUser', { eventID: 'same', awsRegion: 7 });
  const late = recordOf('GetObject', { eventSource: 's3.amazonaws.com', eventTime: '2026-03-05T00:00:00Z' });
  const summary = summaryOf(placed([damaged, late], [whole, whole]));
  addLog(summary, 2);

  test('counts by log, by what is broken and by other service', () => {
    const { logs, others, malformed, reach } = summary;
    assert.deepEqual(
      { logs, others, malformed, reach },
      {
        logs: new Map([
          [0, { workmail: 0, malformed: 1, other: 1 }],
          [1, { workmail: 2, malformed: 0, other: 0 }],
          [2, { workmail: 0, malformed: 0, other: 0 }],
        ]),
        others: new Map([['s3.amazonaws.com', { records: 1, malformed: 0 }]]),
        malformed: { syntax: 0, schema: 1 },
        reach: { first: Date.UTC(2026, 2, 1, 8), last: Date.UTC(2026, 2, 5) },
      },
    );
  });

  test('an event counts once, and all its places are kept, the first whole copy in front', () => {
    assert.deepEqual(Array.from(summary.events.values(), places), [['1/0', '1/1', '0/0']]);
    const { events, repeats } = findingsOf(summary);
    assert.deepEqual([places(events), repeats], [['1/0'], 2]);
  });

  test('it crosses to another thread as it is', () => {
    assert.deepEqual(structuredClone(summary), summary);
  });
});

test('names from a log that are members of every object are counted like others', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const facts = factsOfAll(names.map((name) => recordOf(name, { eventID: name, userAgent: name })));
  const { actions, userAgents } = findingsOf(summaryOf(facts.map((each) => ({ log: 0, facts: each }))));
  const counts = (heaps: typeof actions): readonly unknown[] => heaps.map(({ key, events }) => [key, events.length]);
  assert.deepEqual(
    [counts(actions), counts(userAgents)],
    [
      [
        ['__proto__', 1],
        ['constructor', 1],
        ['toString', 1],
      ],
      [
        ['__proto__', 1],
        ['constructor', 1],
        ['toString', 1],
      ],
    ],
  );
});
