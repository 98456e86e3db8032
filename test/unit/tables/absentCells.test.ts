import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../../server/src/core/investigate/facts';
import { readLog } from '../../support/readLog';

const outcomes = (text: string): readonly string[] => readLog(text).records.map((record) => factsOf(record).outcome);
const HEADER =
  'eventTime,eventSource,eventName,eventID,awsRegion,errorCode,errorMessage,userIdentity.userName,requestParameters.name';
const START = '2026-05-18T14:02:51Z,workmail.amazonaws.com';

test('a word that a tool writes for nothing is no error', () => {
  const words = ['undefined', 'NULL', 'null', 'None', 'nil', 'NaN', '-', 'N/A', ''];
  const rows = words.map((word, index) => `${START},CreateUser,e-${index},us-east-1,${word},${word},kim,r.ortiz`);
  const failed = `${START},DeleteUser,e-9,us-east-1,AccessDenied,not for you,kim,null`;
  assert.deepEqual(outcomes([HEADER, ...rows, failed].join('\n')), [...words.map(() => 'succeeded'), 'failed']);
});

test('what a caller wrote is kept, but for what no JSON says', () => {
  const row = (name: string) => `${START},CreateUser,e-1,us-east-1,,,${name},${name}`;
  const events = readLog([HEADER, row('kim'), row('null'), row('undefined')].join('\n')).records.map(
    ({ event }) => event,
  );
  assert.deepEqual(
    events.map((event) => [event?.userIdentity, event?.requestParameters]),
    [
      [{ userName: 'kim' }, { name: 'kim' }],
      [undefined, { name: 'null' }],
      [undefined, undefined],
    ],
  );
});
