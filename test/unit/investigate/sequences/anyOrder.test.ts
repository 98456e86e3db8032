import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSequences } from '../../../../server/src/core/investigate/sequences/findSequences';
import type { JsonObject } from '../../../../server/src/core/record';
import { evidenceOf } from '../../../support/evidenceOf';
import { SeededNumbers } from '../../../support/seededNumbers';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

const ROLE = { impersonationRoleId: 'role-1' };
const CALLS: readonly Omit<ShortRecord, 'at'>[] = [
  { call: 'workmail CreateImpersonationRole', answer: ROLE },
  { call: 'workmail AssumeImpersonationRole', request: ROLE },
  { call: 'workmail DeleteImpersonationRole', request: ROLE },
  { call: 'workmail PutMailboxPermissions', request: { entityId: 'u-1', granteeId: 'u-2' } },
  { call: 'workmail DeleteMailboxPermissions', request: { entityId: 'u-1', granteeId: 'u-2' } },
  { call: 'workmail DeleteEmailMonitoringConfiguration' },
  { call: 'workmail PutEmailMonitoringConfiguration' },
  { call: 'workmail PutInboundDmarcSettings', request: { enforced: false } },
  { call: 'workmail PutInboundDmarcSettings', request: { enforced: true } },
  {
    call: 'workmail StartMailboxExportJob',
    request: { entityId: 'u-1', roleArn: 'arn:aws:iam::111111111111:role/out' },
  },
  { call: 'workmail StartMailboxExportJob', request: { entityId: 'u-2' } },
  { call: 'workmail StartMailboxExportJob', request: { entityId: 'u-3' } },
  { call: 'workmail DeregisterFromWorkMail', request: { entityId: 'u-1' } },
  { call: 'iam CreateRole', request: { roleName: 'out' } },
  { call: 'iam CreateAccessKey', error: 'AccessDenied' },
  { call: 's3 ListBuckets', error: 'AccessDenied' },
  { call: 'workmail ResetPassword', error: 'AccessDenied' },
  { call: 'workmail CreateUser', error: 'AccessDenied' },
];

function randomRecords(numbers: SeededNumbers): readonly ShortRecord[] {
  return Array.from({ length: numbers.between(5, 60) }, () => ({
    ...numbers.one(CALLS),
    by: numbers.one(['jane', 'ben']),
    from: numbers.one(['203.0.113.12', '198.51.100.7']),
    at: `${numbers.between(1, 2)} ${numbers.between(8, 9)}:${numbers.between(0, 20)}:${numbers.between(0, 1)}`,
  }));
}

function shuffled<T>(all: readonly T[], numbers: SeededNumbers): readonly T[] {
  const places = all.map((each) => ({ each, place: numbers.share() }));
  return places.sort((left, right) => left.place - right.place).map(({ each }) => each);
}

function hitsIn(events: readonly JsonObject[], cut: number): unknown {
  const parts = [events.slice(0, cut), events.slice(cut)].map((Records) => JSON.stringify({ Records }));
  const hits = findSequences(evidenceOf({ a: parts[0] ?? '', b: parts[1] ?? '' }));
  return hits.map(({ sequence, sentence, steps, entities }) => ({
    id: sequence.id,
    sentence,
    steps: steps.map(({ acts }) => acts.map(({ row }) => row.eventID)),
    entities,
  }));
}

test('sequences are the same in whatever order files and records are read', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const numbers = new SeededNumbers(seed);
    const events = inFull(randomRecords(numbers));
    const again = shuffled(events, numbers);
    assert.deepEqual(
      hitsIn(again, numbers.between(0, again.length)),
      hitsIn(events, numbers.between(0, events.length)),
      `seed ${seed}`,
    );
  }
});
