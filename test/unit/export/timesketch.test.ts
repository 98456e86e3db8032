import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { recordOf } from '../investigate/given';
import { exported } from './exported';
import { heads } from './hostile';

const refused = recordOf('DeleteUser', {
  eventID: 'e-1',
  errorCode: 'AccessDenied',
  userAgent: '=1',
  requestParameters: { userId: 'jane' },
});
const timeless = recordOf('ListUsers', { eventID: 'e-2', eventTime: 'yesterday' });
const log = JSON.stringify({ Records: [refused, timeless] });
const own = {
  message: 'workmail DeleteUser failed with AccessDenied on jane by alice from 198.51.100.7',
  datetime: '2026-03-01T08:00:00.000+00:00',
  timestamp_desc: 'Event Time',
};

test('Timesketch gets its three columns first, then ours but for the event', async () => {
  const { bytes } = await exported('timesketch-csv', { 'log.json': log });
  const [head = [], row = [], ...more]: string[][] = parse(bytes);
  assert.deepEqual(
    [head, row.slice(0, 3), row[head.indexOf('userAgent')], more],
    [[...Object.keys(own), ...heads.slice(0, -1)], Object.values(own), "'=1", []],
  );
});

test('as lines of JSON an event has the same members, and values as they are', async () => {
  const { bytes, stderr, code } = await exported('timesketch-jsonl', { 'log.json': log });
  const { message, datetime, timestamp_desc, eventID, userAgent, readOnly } = JSON.parse(bytes.toString('utf8'));
  assert.deepEqual(
    { message, datetime, timestamp_desc, eventID, userAgent, readOnly, code },
    { ...own, eventID: 'e-1', userAgent: '=1', readOnly: false, code: 2 },
  );
  assert.match(stderr, /export: 1 event without a time that can be read: Timesketch takes none\.\n$/);
});

test('characters that nobody can see stand in its lines as escapes, which say the same', async () => {
  const unseen = '\u202ea\u2066b\u200bc\u0085d\u2028';
  const event = recordOf('CreateUser', { userAgent: unseen, requestParameters: { name: unseen } });
  const { bytes } = await exported('timesketch-jsonl', { 'log.json': JSON.stringify({ Records: [event] }) });
  const text = bytes.toString('utf8');
  const { userAgent, requestParameters } = JSON.parse(text);
  assert.deepEqual(
    { userAgent, requestParameters: JSON.parse(requestParameters), raw: text.match(/[^ -~\n]/g) },
    { userAgent: unseen, requestParameters: { name: unseen }, raw: null },
  );
});
