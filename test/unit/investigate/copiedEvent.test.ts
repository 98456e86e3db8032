import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copiedTable, entitiesOf } from '../../../server/src/core';
import { placed, recordOf, roleSession } from './given';

const none = entitiesOf([]);
const [one, other] = placed([
  recordOf('ListUsers', { userIdentity: roleSession, eventID: 'e-1' }),
  recordOf('ListUsers', { eventID: '=1+1', errorCode: '@x|y', sourceIPAddress: '[a](command:x)' }),
]);
const events = [one, other].flatMap((event) => event ?? []);

test('one event is a row without a head', () => {
  assert.equal(
    copiedTable(events.slice(0, 1), none, 'csv'),
    '"2026-03-01T08:00:00Z","workmail","ListUsers","bob","Admin","m-0123456789abcdef0123456789abcdef","succeeded","","198.51.100.7","ASIAIOSFODNN7EXAMPLE","e-1"',
  );
  assert.equal(
    copiedTable(events.slice(0, 1), none, 'markdown'),
    '| 2026-03-01T08:00:00Z | workmail | ListUsers | bob | Admin | m-0123456789abcdef0123456789abcdef | succeeded |  | `198.51.100.7` | `ASIAIOSFODNN7EXAMPLE` | `e-1` |',
  );
});

test('several events are a table, and no value of a log is a formula, a link or a cell of its own', () => {
  assert.deepEqual(copiedTable(events, none, 'csv').split('\r\n'), [
    'eventTime,service,eventName,actor,role,target,outcome,errorCode,sourceIPAddress,accessKeyId,eventID',
    '"2026-03-01T08:00:00Z","workmail","ListUsers","bob","Admin","m-0123456789abcdef0123456789abcdef","succeeded","","198.51.100.7","ASIAIOSFODNN7EXAMPLE","e-1"',
    `"2026-03-01T08:00:00Z","workmail","ListUsers","alice","","m-0123456789abcdef0123456789abcdef","failed","'@x|y","[a](command:x)","AKIAIOSFODNN7EXAMPLE","'=1+1"`,
  ]);
  assert.deepEqual(copiedTable(events, none, 'markdown').split('\n').slice(1), [
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    '| 2026-03-01T08:00:00Z | workmail | ListUsers | bob | Admin | m-0123456789abcdef0123456789abcdef | succeeded |  | `198.51.100.7` | `ASIAIOSFODNN7EXAMPLE` | `e-1` |',
    '| 2026-03-01T08:00:00Z | workmail | ListUsers | alice |  | m-0123456789abcdef0123456789abcdef | failed | `@x`\\|y | `[a](command:x)` | `AKIAIOSFODNN7EXAMPLE` | `=1+1` |',
  ]);
});
