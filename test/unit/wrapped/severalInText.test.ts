/** Several events in one string or cell: damage to one of them, or between them, costs no other. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { someEvents } from '../../support/generatedRecords';
import { readLog } from '../../support/readLog';

const [A = {}, B = {}, C = {}] = someEvents(5, 3);
const json = JSON.stringify;
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The whole events of a log, as they stand in it. */
function whole(log: string): readonly string[] {
  return readLog(log)
    .records.filter(({ malformed }) => malformed !== 'syntax')
    .map(({ event, start, end }) => `${String(event?.eventID)} ${log.slice(start, end).length}`);
}

const told = (event: object, written: string): string => `${String(Object(event).eventID)} ${written.length}`;

suite('a damage in a string', () => {
  const inString = (event: object): string => json(json(event)).slice(1, -1);
  const others = [told(A, inString(A)), told(C, inString(C))];
  const spoilt = json(B).slice(0, -1);

  test('the brace of the second of three events in a list is lost', () => {
    assert.deepEqual(whole(json({ payload: `[${json(A)},${spoilt},${json(C)}]` })), others);
  });
  test('the same on lines', () => {
    assert.deepEqual(whole(json({ payload: [json(A), spoilt, json(C)].join('\n') })), others);
  });
  test('in objects with a key before the event, it ends with the brace of its object', () => {
    const list = [json(A), spoilt, json(C)].map((event, id) => `{"id":${id},"event":${event}}`);
    const all = [A, B, C].map((event) => told(event, inString(event)));
    assert.deepEqual(whole(json({ payload: `[${list.join(',')}]` })), all);
  });
  test('the same with another object in an event that is whole', () => {
    const holder = { ...A, requestParameters: { list: [{ eventName: 'click' }, { eventName: 'tap' }] } };
    const log = json({ payload: `[${json(holder)},${spoilt},${json(C)}]` });
    assert.deepEqual(whole(log), [told(A, inString(holder)), told(C, inString(C))]);
  });
});

suite('a damage in a cell with a list', () => {
  const [a, b, c] = [A, B, C].map((event) => json(event).replaceAll('"', '""'));
  const list = `"[${a},${b},${c}]"`;
  const all = [told(A, a ?? ''), told(B, b ?? ''), told(C, c ?? '')];

  test('nothing is damaged', () => assert.deepEqual(whole(`events\n${list}\n`), all));
  test('a quote of a key is written once, and says the same', () => {
    const once = b?.replace('""', '"') ?? '';
    assert.deepEqual(whole(`events\n"[${a},${once},${c}]"\n`), [all[0], told(B, once), all[2]]);
  });
  test('a brace is lost', () => {
    assert.deepEqual(whole(`events\n"[${a},${b?.slice(0, -1)},${c}]"\n`), [all[0], all[2]]);
  });
  test('the closing quote is lost', () => assert.deepEqual(whole(`events\n${list.slice(0, -1)}\n`), all));
  test('the opening quote is lost', () => assert.deepEqual(whole(`events\n${list.slice(1)}\n`), all));
  test('the bracket before the closing quote is another quote', () => {
    assert.deepEqual(whole(`id,events,z\n1,"[${a}"",x\n2,"[${b},${c}]",x\n`), all);
  });
  test('a quote in a cell on several lines is written once', () => {
    const lines = JSON.stringify([A, B], null, 2).replaceAll('"', '""');
    const log = `id,events,z\r\n1,"${lines.replace('""', '"')}",x\r\n2,${cell(json(C))},x\r\n`;
    const [first = '', second = ''] = lines.slice('[\n  '.length, -'\n]'.length).split(/(?<=\n {2}\}),\n {2}/);
    assert.deepEqual(whole(log), [told(A, first.replace('""', '"')), told(B, second), all[2]]);
  });
});

suite('the separator of a table', () => {
  for (const separator of [';', '\t']) {
    test(`is ${json(separator)}, the events stand in the first column, and one row has another cell in quotes`, () => {
      const row = (event: object, tag: string): string => `${cell(json(event))}${separator}${tag}\n`;
      const log = `event${separator}tags\n${row(A, `"a${separator}b"`)}${row(B, 'x')}`;
      const { records, outline } = readLog(log);
      assert.deepEqual(
        { container: outline.container, problems: outline.problems, events: records.map(({ event }) => event) },
        { container: 'csv', problems: [], events: [A, B] },
      );
    });
  }
});

test('a table behind events in other JSON is read, and accused of nothing', () => {
  const log = `${json({ event: A })}\nid,event\n1,${cell(json(B))}\n2,${cell(json(C))}\n`;
  const { records, outline } = readLog(log);
  assert.deepEqual(
    { problems: outline.problems, events: records.map(({ form, event }) => ({ form, event })) },
    {
      problems: [],
      events: [
        { form: 'object', event: A },
        { form: 'cell', event: B },
        { form: 'cell', event: C },
      ],
    },
  );
});

test('the string of an event that stands among records is damaged, and the event is listed all the same', () => {
  const log = `${json(A)}\n${json({ message: json(B) }).replace('"message"', 'message"')}\n${json(C)}\n`;
  const { records, outline } = readLog(log);
  assert.deepEqual(
    { problems: outline.problems.map(({ code }) => code), events: records.map(({ event }) => event) },
    { problems: ['WT105'], events: [A, B, C] },
  );
});
