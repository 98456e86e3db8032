import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { analyze, callsOf, type EventFacts, factsOf } from '../../../server/src/core';
import { copiesOf } from '../../../server/src/core/investigate/distinct';
import type { JsonObject } from '../../../server/src/core/record';
import { fileOf } from '../../../server/src/node/scan/readHere';
import { DistinctEvents, distinctEventsOf } from '../../../server/src/places/distinctEvents';
import { anyEvent } from '../store/anyLog';

/** Few calls, again and again, some of them as an endpoint saw them. */
const event = fc
  .tuple(anyEvent, fc.constantFrom('a', 'b', ''), fc.boolean())
  .map(([any, eventID, isSeen]): JsonObject => {
    const requestID = eventID === 'b' ? '2' : '1';
    const call = { ...any, eventSource: 'workmail.amazonaws.com', eventName: 'CreateUser', requestID, eventID };
    return isSeen ? { ...call, eventID: `${eventID}-seen`, eventType: 'AwsVpceEvents' } : call;
  });
const other = anyEvent.map((any): JsonObject => ({ ...any, eventSource: 'iam.amazonaws.com' }));
const log = fc
  .array(fc.oneof({ weight: 4, arbitrary: event }, { weight: 1, arbitrary: other }), { minLength: 1, maxLength: 6 })
  .map((Records) => JSON.stringify({ Records }));
const some = { seed: 20_260_301, numRuns: 500 };

function factsIn(text: string): readonly EventFacts[] {
  return [...analyze(text)].map(factsOf).filter(({ service }) => service !== 'other');
}

/** As a report counts them. */
function wanted(texts: readonly string[]): number {
  const events = texts.flatMap((text, at) => factsIn(text).map((facts) => ({ log: at, facts })));
  return callsOf(copiesOf(events)).copies.size;
}

suite('The events of WorkMail, each once,', () => {
  test('are counted in the files of a folder, whenever somebody asks', () => {
    fc.assert(
      fc.property(fc.array(log, { minLength: 1, maxLength: 4 }), (texts) => {
        const events = new DistinctEvents();
        const counts = texts.map((text, at) => {
          events.add(fileOf(`file:///${at}`, { text, notes: [] }, {}, true));
          return events.count;
        });
        assert.deepEqual(
          counts,
          texts.map((_, at) => wanted(texts.slice(0, at + 1))),
        );
      }),
      some,
    );
  });

  test('are counted in one log', () => {
    fc.assert(
      fc.property(log, (text) =>
        assert.equal(
          distinctEventsOf(() => factsIn(text)),
          wanted([text]),
        ),
      ),
      some,
    );
  });
});
