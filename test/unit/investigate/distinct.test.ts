import assert from 'node:assert/strict';
import { test } from 'node:test';
import { select } from '../../../server/src/core';
import { entitiesOf } from '../../../server/src/core/investigate/entities';
import { differentAccounts } from '../../../server/src/core/investigate/groupBy';
import { placed, places, recordOf } from './given';

test('an eventID in capitals, in braces, or beside a time written in another way is that of the same event', () => {
  const id = 'ffffffff-0000-4000-8000-00000000000a';
  const events = placed(
    [recordOf('CreateUser', { eventID: id })],
    [
      recordOf('CreateUser', { eventID: id.toUpperCase() }),
      recordOf('CreateUser', { eventID: `{${id}}`, eventTime: '2026-03-01 08:00:00.000' }),
      recordOf('CreateUser', { eventID: id, eventTime: '2026-03-01T09:00:00+01:00' }),
      recordOf('CreateUser', { eventID: id, eventTime: '2026-03-01T09:00:00' }),
    ],
  );
  assert.deepEqual(places(select({}, events, entitiesOf(events))), ['0/0', '1/3']);
});

test('an account id without the zero at its beginning is not told beside the whole one', () => {
  assert.deepEqual(differentAccounts(['12345678901', undefined, '012345678901', '111111111111', '12345678901']), [
    '012345678901',
    '111111111111',
  ]);
  assert.deepEqual(differentAccounts(['12345678901', '12345678901']), ['12345678901']);
  assert.deepEqual(differentAccounts(['1.23457E+11', '123457000000']), ['1.23457E+11', '123457000000']);
});
