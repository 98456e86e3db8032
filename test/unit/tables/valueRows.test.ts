import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventOf } from '../../../server/src/core/read/view';
import { problemsOf, readLog } from '../../support/readLog';

const NAMES = ['EventTime', 'EventSource', 'EventName', 'ReadOnly', 'RequestParameters'];
const ROWS = [
  ['2026-05-18T14:02:51Z', 'workmail.amazonaws.com', 'CreateUser', 'false', '{"name":"r.ortiz"}'],
  ['2026-05-18T14:05:09Z', 'workmail.amazonaws.com', 'ListUsers', 'true', ''],
];
const EVENTS = [
  {
    eventTime: '2026-05-18T14:02:51Z',
    eventSource: 'workmail.amazonaws.com',
    eventName: 'CreateUser',
    readOnly: false,
    requestParameters: { name: 'r.ortiz' },
  },
  { eventTime: '2026-05-18T14:05:09Z', eventSource: 'workmail.amazonaws.com', eventName: 'ListUsers', readOnly: true },
];

const datum = (cell: string) => (cell === '' ? {} : { VarCharValue: cell });
const TEXTS = {
  'columns with a name and a type': { columns: NAMES.map((name) => ({ name, type: 'string' })), rows: ROWS },
  'columns that are texts': { columns: NAMES, rows: ROWS, statistics: [1, 2, 3] },
  'names in the first row': [NAMES, ...ROWS],
  'objects of one value': { Rows: [NAMES, ...ROWS].map((cells) => ({ Data: cells.map(datum) })), Columns: NAMES },
};

describe('rows whose columns are named once', () => {
  for (const [what, json] of Object.entries(TEXTS)) {
    it(what, () => {
      const log = readLog(JSON.stringify(json, null, 1));
      assert.deepEqual(
        log.records.map(({ event }) => event),
        EVENTS,
      );
      assert.deepEqual(
        log.records.map((record) => eventOf(log.text, { ...record, event: undefined })),
        EVENTS,
      );
      assert.deepEqual(problemsOf(log), []);
    });
  }

  const ROWS_OF_OBJECTS = JSON.stringify(TEXTS['objects of one value']);
  const ROWS_OF_TEXTS = JSON.stringify(TEXTS['columns that are texts']);
  for (const [what, text, malformed] of [
    [
      'a key before a row',
      ROWS_OF_OBJECTS.replace('{"Data":[{"VarCharValue":"2026', '{Data":[{"VarCharValue":"2026'),
      [null, null],
    ],
    ['a comma in a row', ROWS_OF_TEXTS.replace('"CreateUser",', '"CreateUser"'), ['syntax', null]],
    ['a comma between rows', ROWS_OF_TEXTS.replace('],["2026', ']["2026'), [null, null]],
  ] as const) {
    it(`${what} can be missing`, () => {
      assert.deepEqual(
        readLog(text).records.map((record) => [record.event, record.malformed]),
        EVENTS.map((event, index) => [event, malformed[index]]),
      );
    });
  }
});
