import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Layout } from '../../../../server/src/core/read/readable/pieces';
import { placesOf } from '../../../../server/src/core/read/readable/places';
import { indented } from '../../../../server/src/core/read/readable/printer';
import type { Container, EventRecord, Form } from '../../../../server/src/core/record';
import { laidOut } from '../../../support/readableLog';
import { type ReadLog, readLog } from '../../../support/readLog';

const FIRST = '{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"a"}';
const SECOND = '{"eventVersion":"1.08","eventSource":"s3.amazonaws.com","eventName":"b"}';
const LAID_OUT = ['a', 'b'].map((name) => FIRST.replace('"a"', `"${name}"`)).map((record) => indented(record, '  '));

suite('a value is laid out as it is written', () => {
  for (const [name, source, expected] of [
    ['numbers', '[1.0,2e3,-0,12345678901234567890]', '[\n  1.0,\n  2e3,\n  -0,\n  12345678901234567890\n]'],
    ['escapes, and brackets in strings', '{"\\u0061":"\\"{[,:]}\\\\"}', '{\n  "\\u0061": "\\"{[,:]}\\\\"\n}'],
    ['keys that stand twice, in their order', '{"b":1,"a":2,"b":3}', '{\n  "b": 1,\n  "a": 2,\n  "b": 3\n}'],
    ['what is empty', '[ { } ,[\n], ""]', '[\n  {},\n  [],\n  ""\n]'],
    ['a word alone', ' null ', 'null'],
  ] as const) {
    test(name, () => assert.equal(indented(source, ''), expected));
  }

  test('hostile nesting costs no more than its length', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    assert.ok(indented(deep, '').length < 200 * deep.length);
  });
});

suite('a log is laid out', () => {
  test('with its wrapping and what else that says', () => {
    const log = readLog(`{"Records":[${FIRST},${SECOND}],"more":[1]}`);
    const records = LAID_OUT.map((record) => record.replaceAll(/^/gm, '  ')).join(',\n');
    assert.equal(laidOut(log).text, `{\n  "Records": [\n${records}\n  ],\n  "more": [\n    1\n  ]\n}\n`);
  });

  test('as a list where its records stand one after another', () => {
    const expected = `[\n${LAID_OUT.join(',\n')}\n]\n`;
    for (const between of ['\n', '', ' ,']) assert.equal(laidOut(readLog(FIRST + between + SECOND)).text, expected);
  });

  test('but for a damaged record, which stands as it is', () => {
    const damaged = SECOND.replace(',"eventName"', '"eventName"');
    const { text } = laidOut(readLog(`{"Records":[${FIRST},${damaged}]}`));
    assert.ok(text.includes(`\n    ${damaged}`), text);
  });

  test('but for what is wrong between its records', () => {
    const { text } = laidOut(readLog(`[${FIRST} // no, ${SECOND}`));
    assert.ok(text.includes(' // no, '), text);
  });

  test('in part: some of its records, in any order', () => {
    const log = readLog(`${FIRST}\n${SECOND}\n${FIRST}`);
    assert.equal(laidOut(log, [1, 0]).text, `[\n${LAID_OUT[1]},\n${LAID_OUT[0]}\n]\n`);
    assert.equal(laidOut(log, []).text, '[]');
  });
});

suite('events inside strings are shown as the JSON they are', () => {
  const text = `{"Events":[{"id":1,"event":${JSON.stringify(FIRST)}},{"id":2,"event":${JSON.stringify(SECOND)}}]}`;
  const log = madeUp(text, 'text', 'lookup-events', [FIRST, SECOND]);
  const layout = laidOut(log);

  test('in a list of their own', () => assert.equal(layout.text, `[\n${LAID_OUT.join(',\n')}\n]\n`));

  test('and every character leads through the escapes and back', () => {
    assertBothWays(layout, text, '"eventName": "b"', '\\"eventName\\":\\"b\\"');
    assertBothWays(layout, text, '"b"', '\\"b\\"');
  });
});

test('a table stays a table', () => {
  const text = 'eventName,userAgent\na,"x, ""y"""\nb,\n';
  const log = madeUp(text, 'row', 'csv', ['a,"x, ""y"""', 'b,']);
  const layout = laidOut(log);
  assert.equal(layout.text, text);
  assert.deepEqual(placesOf(layout, text).ofRecord(1), { start: text.indexOf('b,'), end: text.indexOf('b,') + 2 });
});

test('what was added to a text leads to the nearest of what was there', () => {
  const log = readLog(`${FIRST}\n${SECOND}`);
  const places = placesOf(laidOut(log), log.text);
  assert.deepEqual(places.toOriginal({ start: 0, end: 0 }), { start: 0, end: 0 });
  assert.equal(places.recordAt(0), undefined);
  assert.equal(places.recordAt(laidOut(log).text.indexOf('"b"')), 1);
  assert.equal(places.ofRecord(2), undefined);
});

function assertBothWays(layout: Layout, log: string, shown: string, written: string): void {
  const places = placesOf(layout, log);
  const view = { start: layout.text.indexOf(shown), end: layout.text.indexOf(shown) + shown.length };
  const original = { start: log.indexOf(written), end: log.indexOf(written) + written.length };
  assert.deepEqual(places.toOriginal(view), original);
  assert.deepEqual(places.toView(original), view);
}

/** A log whose records stand in some form. Each is found as the form writes it. */
function madeUp(text: string, form: Form, container: Container, records: readonly string[]): ReadLog {
  const found = records.map((record, index): EventRecord => {
    const written = form === 'text' ? JSON.stringify(record).slice(1, -1) : record;
    const start = text.indexOf(written);
    const rest = { service: 'other', action: undefined, malformed: null, problems: [], mends: [] } as const;
    return { index, start, end: start + written.length, form, event: undefined, ...rest };
  });
  return { text, records: found, outline: { container, problems: [], kind: undefined } };
}
