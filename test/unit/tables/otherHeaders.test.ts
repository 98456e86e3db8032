import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventOf } from '../../../server/src/core/read/view';
import type { EventRecord, JsonObject } from '../../../server/src/core/record';
import { brokenJson, readLog } from '../../support/readLog';

const START = '2026-05-18T14:02:51Z,workmail.amazonaws.com,CreateUser';
const FIRST = 'eventTime,eventSource,eventName,eventID';
const OTHER = 'eventTime,eventSource,eventName,userIdentity.userName,eventID,readOnly';

/** Each event as it was read, after the same was read once more from its place. */
function eventsOf(text: string): readonly (JsonObject | undefined)[] {
  return readLog(text).records.map((record: EventRecord) => {
    assert.deepEqual(eventOf(text, { ...record, event: undefined }), record.event);
    return record.event;
  });
}

const EVENT = { eventTime: '2026-05-18T14:02:51Z', eventSource: 'workmail.amazonaws.com', eventName: 'CreateUser' };

test('a further header names the cells of the rows behind it', () => {
  const text = [FIRST, `${START},e-1`, '', OTHER, `${START},kim,e-2,false`, '', FIRST, `${START},e-3`, ''].join('\n');
  assert.deepEqual(eventsOf(text), [
    { ...EVENT, eventID: 'e-1' },
    { ...EVENT, userIdentity: { userName: 'kim' }, eventID: 'e-2', readOnly: false },
    { ...EVENT, eventID: 'e-3' },
  ]);
  assert.deepEqual(brokenJson(readLog(text)), []);
});

test('headers beyond the beginning of a log are met, too', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `${START},e-${index}`);
  const events = eventsOf([FIRST, ...rows, OTHER, `${START},kim,f-1,true`].join('\r\n'));
  assert.deepEqual(events.slice(999), [
    { ...EVENT, eventID: 'e-999' },
    { ...EVENT, userIdentity: { userName: 'kim' }, eventID: 'f-1', readOnly: true },
  ]);
});

test('names of columns that a caller has typed are no header', () => {
  const header = `${FIRST},requestParameters.name,userAgent,sourceIPAddress`;
  const row = `${START},eventID,eventName,eventSource,awsRegion`;
  assert.deepEqual(eventsOf([header, row].join('\n')), [
    {
      ...EVENT,
      eventID: 'eventID',
      requestParameters: { name: 'eventName' },
      userAgent: 'eventSource',
      sourceIPAddress: 'awsRegion',
    },
  ]);
});
