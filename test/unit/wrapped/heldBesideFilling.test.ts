import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { someEvents } from '../../support/generatedRecords';
import { brokenJson, nameOf, readLog } from '../../support/readLog';

const EVENTS = someEvents(11, 4).map((event) => JSON.stringify(event));
const [first = '', , , last = ''] = EVENTS;
const inString = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Where the events are found, and what is said against the text. */
function told(text: string): unknown {
  const log = readLog(text);
  const { records } = log;
  return [
    records.map(({ start, end }) => text.slice(start, end)),
    brokenJson(log).map(({ problem }) => nameOf(problem)),
  ];
}

suite('strings that hold an event, behind strings that are one', () => {
  for (const [name, around] of [
    ['an object', (event: string) => `{"detail":${event}}`],
    ['a list', (event: string) => `[${event}]`],
    ['a log', (event: string) => `{"Records":[${event}]}`],
  ] as const) {
    test(name, () => {
      const texts = [...EVENTS.slice(0, 3), around(last)];
      assert.deepEqual(told(`${texts.map((text) => JSON.stringify(text)).join('\n')}\n`), [EVENTS.map(inString), []]);
    });
  }

  test('an answer of lookup-events among events in plain sight', () => {
    const entry = { EventId: 'x', EventName: 'Decrypt', EventSource: 'kms.amazonaws.com', CloudTrailEvent: first };
    const text = `${[...EVENTS.slice(1), JSON.stringify(entry)].join('\n')}\n`;
    assert.deepEqual(told(text), [[...EVENTS.slice(1), inString(first)], []]);
  });
});
