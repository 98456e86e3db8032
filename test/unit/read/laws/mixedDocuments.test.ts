import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Span } from '../../../../server/src/core/record';
import { eventsOfJson } from '../../../support/eventsOfJson';
import { someEvents } from '../../../support/generatedRecords';
import { mixedDocuments } from '../../../support/mixedDocuments';
import { brokenJson, nameOf, readLog } from '../../../support/readLog';

/** What the list under Records must not hold is said of JSON, too. */
const OF_THE_FORM = ['not-an-object', 'records-not-a-list', 'duplicate-records'];

/** Where the events of a text were found, and what was said against it as JSON. */
function told(text: string): readonly [readonly Span[], readonly string[]] {
  const log = readLog(text);
  // What is left of a record has no number, and is listed as well.
  const events = log.records.filter(({ event }) => event?.eventID !== undefined);
  const names = brokenJson(log).map(({ problem }) => nameOf(problem));
  return [events.map(({ start, end }) => ({ start, end })), names.filter((name) => !OF_THE_FORM.includes(name))];
}

const RUNS = 1500;

const [A = '', B = '', C = ''] = someEvents(7, 3).map((event) => JSON.stringify(event));
const EVENT_OF: Readonly<Record<string, string>> = { A, B, C };

const S3 =
  '{"eventSource":"aws:s3","eventName":"ObjectCreated:Put","awsRegion":"us-east-1","eventVersion":"2.1","eventTime":"2026-01-01T00:00:00Z"}';
const OTHER = '{"id":"a","detail-type":"x","detail":{}}';

/** Texts that were accused, or of which an event was lost or listed twice; a letter stands for an event. */
const ONCE_BROKEN = [
  '[1,A]',
  '[[A],B]',
  '[{},A]',
  '[A,[B]]',
  '["text",A,null]',
  'A\nnull\n',
  'A\n1',
  'A\r\n"x"\r\n',
  'A\n[]\n',
  'A\n[[B]]\n',
  '[A]\nB',
  '{}\nA\n',
  '"]"\nA\n\n-1.5e3\nB',
  '\ufeff[[],[{"Records":[A]}],[{}]]',
  '\ufeff{"next":1,"Records":[[],{"id":"x","message":{"next":null,"Events":[A]}},B]}',
  `[${S3},A,[{"hits":[[{}]]},{"requestId":1,"a":{"b":[[]]},"c":B}]]`,
  `[{"Events":[A,B],"more":${S3}},C]`,
  `{"data":{"a":{"b":A},"c":${S3}}}\nB\n{"items":[],"more":C}`,
  '{"requestId":1,"a":{"b":[]},"c":A}\ntrue\n',
  `[${OTHER},A,B]`,
  `[\n${OTHER},\n[],\nA\n]\n`,
  `"}"\n${OTHER}\n{}\nA`,
  '{\n  "a": 1\n}\nA\n[\n  [\n    B\n  ]\n]\n',
];

suite('JSON and JSON Lines are never accused, and every event in them is listed once', () => {
  test('whatever stands among the events', () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const text = mixedDocuments(seed);
      assert.deepEqual(told(text), [eventsOfJson(text), []], `The text of seed ${seed}.`);
    }
  });

  for (const shape of ONCE_BROKEN) {
    test(shape, () => {
      const text = shape.replaceAll(/[A-C]\b/g, (name) => EVENT_OF[name] ?? '');
      assert.deepEqual(told(text), [eventsOfJson(text), []]);
      assert.notEqual(readLog(text).outline.container, 'none');
    });
  }

  test('what is no record is said of the list under Records, and of no other', () => {
    const names = (text: string): readonly string[] => brokenJson(readLog(text)).map(({ problem }) => nameOf(problem));
    assert.deepEqual(names(`[1,${A}]`), []);
    assert.deepEqual(names(`[${A},[${B}]]`), []);
    assert.deepEqual(names(`{"Records":[1,${A}]}`), ['not-an-object']);
    assert.deepEqual(names(`{"Records":[${A},[${B}]]}`), ['not-an-object']);
  });
});
