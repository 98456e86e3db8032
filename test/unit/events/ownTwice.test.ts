import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { placeText } from '../../support/slowGroups';
import { analysesOf, openLogsOf, toEnd } from './given';

const read = {
  event_timestamp: 1_772_350_000_123,
  organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
  action: 'read',
  item_id: 'AAMk1',
  action_allowed: true,
};

test('records of own logs that open logs hold twice are listed once, and found through each other', () => {
  const once = JSON.stringify(read);
  const other = JSON.stringify({ ...read, item_id: 'AAMk2' });
  const held = JSON.stringify({ events: [{ timestamp: 7, message: once }] });
  const logs = openLogsOf(analysesOf([[once, other], [held]]));
  const together = toEnd(RowsTogether.collect(logs, 0));
  const placesOf = (log: number, index: number): string => {
    const row = together.rows.numberOf(log, index) ?? -1;
    return placeText(together.rows.event(row));
  };
  assert.deepEqual(
    Array.from(together.keys, (key) => together.copies(key).map(placeText)),
    [[placesOf(0, 0), placesOf(1, 0)], [placesOf(0, 1)]],
  );
});
