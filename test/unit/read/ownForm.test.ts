import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readLog } from '../../support/readLog';

const called = {
  eventVersion: '1.08',
  eventTime: '2026-03-11T08:00:01Z',
  eventSource: 'events.amazonaws.com',
  eventName: 'PutEvents',
};
const inner = JSON.stringify({
  ...called,
  awsRegion: 'us-east-1',
  userIdentity: { type: 'Root' },
  sourceIPAddress: '192.0.2.1',
  eventID: 'inner',
});
/** A list in a record is looked through for events first, and this one is longer than what is looked at. */
const LONG = 'a'.repeat(64_000);

suite('nothing in the events of a log that is JSON throughout is an event', () => {
  for (const [what, event] of [
    [
      'a long one, whose parameters begin like an envelope',
      { ...called, requestParameters: { resources: LONG, c: inner } },
    ],
    [
      'one that begins with something of its own',
      { extra: { a: inner, b: 'eventName' }, ...called, requestParameters: { c: inner } },
    ],
  ] as const) {
    for (const [form, log] of [
      ['records', { Records: [{ ...event, eventID: 'outer' }] }],
      ['array', [{ ...event, eventID: 'outer' }]],
    ] as const) {
      for (const indent of [0, 2]) {
        test(`${what}, as ${form}, indented by ${indent}`, () => {
          const { records, outline } = readLog(JSON.stringify(log, undefined, indent));
          assert.deepEqual(
            {
              ids: records.map(({ event: { eventID } = {} }) => eventID),
              container: outline.container,
              problems: outline.problems,
            },
            { ids: ['outer'], container: form, problems: [] },
          );
        });
      }
    }
  }
});
