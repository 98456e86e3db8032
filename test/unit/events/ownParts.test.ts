import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MergedEvents } from '../../../server/src/events/mergedEvents';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { placeText } from '../../support/slowGroups';
import { analysesOf, openLogsOf, toEnd } from './given';

const full = {
  event_timestamp: 1_772_350_000_123,
  request_id: 'f2f0c6a0-0000-4000-8000-000000000001',
  organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
  user_id: '4c2e1b7a-0000-4000-8000-00000000000a',
  action: 'read',
  item_id: 'AAMk1',
  action_allowed: true,
};
const { user_id: _user, ...thin } = full;
const { action_allowed: _allowed, ...thinner } = thin;
const other = { ...thin, item_id: 'AAMk2' };
const logs = [
  [thinner, other],
  [thin, thin],
  [full, other],
].map((records) => records.map((each) => JSON.stringify(each)));

/** All copies of each record, the one that speaks first, and which records are found through them. */
function told(merged: MergedEvents): { readonly events: readonly unknown[]; readonly through: readonly unknown[] } {
  const all = merged.logs.flatMap((_, log) => [0, 1].flatMap((index) => merged.event(log, index) ?? []));
  const copies = all.map((event) => {
    const speaking = merged.speaking(event);
    const others = merged.otherCopies(event).map(placeText);
    return [speaking && placeText(speaking), ...others.sort()];
  });
  const listed = merged.sides.flatMap(({ together, silenced }) =>
    Array.from({ length: together.rows.count }, (_, number) => number)
      .filter((number) => together.speaks(number) && !silenced.has(number))
      .map((number) => placeText(together.rows.event(number))),
  );
  return { events: listed.sort(), through: copies };
}

for (const open of [0, 1, 2, 3]) {
  test(`records with fields left out are listed once with the one that says all, ${open} of three logs open`, () => {
    const all = openLogsOf(analysesOf(logs));
    const onDisk = toEnd(RowsTogether.collect(all.slice(0, 3 - open), 0));
    const merged = new MergedEvents(all, onDisk, toEnd(RowsTogether.collect(all.slice(3 - open), 3 - open)), 0);
    const one = ['2/0', '0/0', '1/0', '1/1'];
    // An open log speaks for the same on disk.
    const two = open === 0 || open === 3 ? ['0/1', '2/1'] : ['2/1', '0/1'];
    const events = [one[0], two[0]].sort();
    assert.deepEqual(told(merged), { events, through: [one, two, one, one, one, two] });
  });
}
