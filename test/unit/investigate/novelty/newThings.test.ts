import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { newThings } from '../../../../server/src/core/investigate/novelty/newThings';
import type { Quiet } from '../../../../server/src/core/investigate/novelty/quiet';
import { evidenceOfEvents } from '../../../support/evidenceOf';
import { inFull, type ShortRecord } from '../../../support/shortRecords';

const UNTIL: Quiet = { until: Date.UTC(2026, 2, 2) };

function found(records: readonly ShortRecord[], quiet: Quiet = UNTIL): unknown {
  return newThings(evidenceOfEvents(inFull(records)), quiet).things.map(
    ({ kind, weight, actor, values, acts, weighty }) => ({
      kind,
      weight,
      actor,
      values,
      acts: acts.map(({ row }) => Number(row.eventID.slice(-12))),
      weighty: weighty.map(({ row }) => Number(row.eventID.slice(-12))),
    }),
  );
}

const before: readonly ShortRecord[] = [
  { at: '08:00:00', call: 'workmail ListUsers' },
  { at: '08:10:00', call: 'workmail ResetPassword', request: { userId: 'u-1' } },
  { at: '08:20:00', call: 'workmail StartMailboxExportJob', request: { entityId: 'u-1', s3BucketName: 'archive' } },
];

suite('new behaviour', () => {
  test('is none where everything was there before', () => {
    assert.deepEqual(found([...before, { ...(before[1] ?? { at: '', call: '' }), at: '2 09:00:00' }]), []);
  });

  test('is somebody new, once for all that he does', () => {
    const records: readonly ShortRecord[] = [
      ...before,
      { at: '2 09:00:00', call: 'workmail ListUsers', by: 'eve', from: '198.51.100.7' },
      { at: '2 09:01:00', call: 'workmail CreateUser', by: 'eve', agent: 'Boto3/1.40' },
    ];
    assert.deepEqual(found(records), [
      {
        kind: 'principal',
        weight: 'medium',
        actor: 'eve',
        values: ['arn:aws:iam::111111111111:user/eve'],
        acts: [3],
        weighty: [],
      },
    ]);
  });

  test('is another address of a known key, and weighs more where something weighty is done from there', () => {
    const there = { from: '198.51.100.7' };
    assert.deepEqual(
      [
        found([...before, { at: '2 09:00:00', call: 'workmail ListUsers', ...there }]),
        found([
          ...before,
          { at: '2 09:00:00', call: 'workmail ListUsers', ...there },
          { at: '2 09:01:00', call: 'workmail ResetPassword', request: { userId: 'u-2' }, ...there },
        ]),
      ],
      [
        [{ kind: 'address', weight: 'low', actor: 'jane', values: ['198.51.100.7'], acts: [3], weighty: [] }],
        [{ kind: 'address', weight: 'high', actor: 'jane', values: ['198.51.100.7'], acts: [3], weighty: [4] }],
      ],
    );
  });

  test('is another program, key, kind of call, account and bucket, each with its first event; another version is none', () => {
    const records: readonly ShortRecord[] = [
      ...before,
      { at: '2 09:00:00', call: 'workmail ListUsers', agent: 'aws-cli/2.30.0' },
      { at: '2 09:01:00', call: 'workmail ListUsers', agent: 'Boto3/1.40.11 md/Botocore' },
      { at: '2 09:02:00', call: 'workmail ListUsers', key: 'AKIASECONDKEYEXAMPLE' },
      { at: '2 09:03:00', call: 's3 ListBuckets' },
      { at: '2 09:04:00', call: 'workmail ListUsers', account: '222222222222', identity: janeOf('111111111111') },
      {
        at: '2 09:05:00',
        call: 'workmail StartMailboxExportJob',
        request: { entityId: 'u-1', s3BucketName: 'elsewhere' },
      },
    ];
    assert.deepEqual(found(records), [
      { kind: 'key', weight: 'medium', actor: 'jane', values: ['AKIASECONDKEYEXAMPLE'], acts: [5], weighty: [] },
      { kind: 'account', weight: 'medium', actor: 'jane', values: ['222222222222'], acts: [7], weighty: [] },
      { kind: 'bucket', weight: 'medium', actor: 'jane', values: ['elsewhere'], acts: [8], weighty: [] },
      { kind: 'program', weight: 'low', actor: 'jane', values: ['boto3'], acts: [4], weighty: [] },
      { kind: 'action', weight: 'low', actor: 'jane', values: ['s3 ListBuckets'], acts: [6], weighty: [] },
    ]);
  });

  test('is another hour of whoever has hours of his own', () => {
    const habits = Array.from({ length: 21 }, (_, at): ShortRecord => {
      return { at: `${(at % 3) + 1} 08:${String(at).padStart(2, '0')}:00`, call: 'workmail ListUsers' };
    });
    const records: readonly ShortRecord[] = [
      ...habits,
      { at: '5 09:30:00', call: 'workmail ListUsers' },
      { at: '5 23:30:00', call: 'workmail ListUsers' },
    ];
    assert.deepEqual(found(records, { until: Date.UTC(2026, 2, 4) }), [
      { kind: 'hour', weight: 'low', actor: 'jane', values: ['23:00'], acts: [22], weighty: [] },
    ]);
  });

  test('is told against other logs', () => {
    const baseline = evidenceOfEvents(inFull(before));
    assert.deepEqual(found([{ at: '08:00:00', call: 'workmail CreateUser' }], { baseline }), [
      { kind: 'action', weight: 'low', actor: 'jane', values: ['workmail CreateUser'], acts: [0], weighty: [] },
    ]);
  });

  test("of whoever never touches mail is nobody's business here", () => {
    assert.deepEqual(found([...before, { at: '2 09:00:00', call: 'iam CreateUser', by: 'ops' }]), []);
  });
});

function janeOf(accountId: string): NonNullable<ShortRecord['identity']> {
  return {
    type: 'IAMUser',
    principalId: 'AIDAJANEEXAMPLE',
    arn: `arn:aws:iam::${accountId}:user/jane`,
    accountId,
    accessKeyId: 'AKIAXXXXXJANEEXAMPLE',
    userName: 'jane',
  };
}
