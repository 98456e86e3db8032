/** A log was pasted behind another one, or before it, with what a tool has put before the lines of one of them. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { eventOf } from '../../../server/src/core/read/view';
import type { JsonObject } from '../../../server/src/core/record';
import { someEvents } from '../../support/generatedRecords';
import { LAYER_WRITERS } from '../../support/layerWriters';
import { readLog } from '../../support/readLog';

const EVENTS = someEvents(31, 10);

const pretty = (events: readonly JsonObject[]): string => `${JSON.stringify({ Records: events }, null, 2)}\n`;
const prettyOnes = (events: readonly JsonObject[]): string =>
  events.map((event) => `${JSON.stringify(event, null, 2)}\n`).join('');
const lines = (events: readonly JsonObject[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** Writers that stand before each line, whatever it is. */
const WRITERS = Object.entries(LAYER_WRITERS).filter(([, { isOfLines }]) => isOfLines === true);

function assertEvents(text: string): void {
  const { records } = readLog(text);
  assert.deepEqual(
    records.map((record) => record.event),
    EVENTS,
  );
  for (const record of records) {
    assert.deepEqual(eventOf(text, { ...record, event: undefined }), record.event);
    assert.ok(text.slice(record.start, record.end).includes(String(record.event?.eventID)));
  }
}

/** What is written under a layer, and beside it. */
const PAIRS = [
  [pretty, pretty],
  [pretty, lines],
  [prettyOnes, prettyOnes],
] as const;

for (const [name, { write, takes }] of WRITERS) {
  suite(`events of both logs are found where one is written with ${name}`, () => {
    for (const [under, beside] of PAIRS) {
      const [first, second] = [EVENTS.slice(0, 5), EVENTS.slice(5)];
      if (takes?.(under(first)) === false) continue;
      const names = `${under.name} under it and ${beside.name} beside`;
      test(`${names}, behind`, () => assertEvents(write(under(first)) + beside(second)));
      test(`${names}, before`, () => assertEvents(beside(first) + write(under(second))));
    }
  });
}

test('what was pasted behind a long log and before another one is found', () => {
  const many = someEvents(31, 60);
  const quoted = pretty(many.slice(20, 40)).replaceAll(/^(?=.)/gm, '> ');
  const text = pretty(many.slice(0, 20)) + quoted + pretty(many.slice(40));
  assert.deepEqual(
    readLog(text).records.map(({ event }) => event),
    many,
  );
});
