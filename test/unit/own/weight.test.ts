import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, eventRow, factsOf } from '../../../server/src/core';
import { Picker } from '../../../server/src/core/store/picker';
import { placelessRow } from '../../../server/src/core/store/speakingRows';
import { RowsTogether } from '../../../server/src/events/rowsTogether';
import { ownChunk } from '../../support/ownChunk';
import { analysesOf, openLogsOf, toEnd } from '../events/given';

const read = {
  event_timestamp: 1_772_350_000_123,
  organization_arn: 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d',
  user_id: 'S-1-1-12-1-2-7-1001',
  owner_id: 'S-1-1-12-1-2-7-1001',
  action: 'read',
  item_id: 'AAMk1',
  action_allowed: true,
};
const { owner_id: _owner, ...ownerless } = read;
const records = [
  read,
  { ...read, user_id: 'S-1-1-12-1-2-7-1002' },
  { ...read, impersonator_id: '2a0fdb87-1239-435d-b327-0519e1d92598' },
  ownerless,
  { ...read, action: 'update_permissions' },
];
const weights = ['low', 'high', 'high', 'high', 'high'];

test('what is done in the mailbox of oneself weighs less, however it is asked', () => {
  const lines = records.map((record) => JSON.stringify(record));
  const text = lines.join('\n');
  const analyzed = Array.from(analyze(text));
  const chunk = ownChunk(text);
  const rows = Array.from(records.keys());
  const together = toEnd(RowsTogether.collect(openLogsOf(analysesOf([lines])), 0));
  const asked = new Picker(
    { kind: 'field', field: 'weight', values: [{ kind: 'weight', relation: '=', weight: 'low' }] },
    placelessRow,
  );
  assert.deepEqual(
    {
      facts: analyzed.map((record) => factsOf(record).weight),
      rows: analyzed.map((record) => eventRow(record, 'a').weight),
      stored: rows.map((row) => placelessRow(chunk, row).weight),
      low: [...asked.pickAll(chunk)],
      tree: rows.map((row) => together.byAction.weightOfRow(row)),
    },
    { facts: weights, rows: weights, stored: weights, low: [0], tree: [2, 4, 4, 4, 4] },
  );
});
