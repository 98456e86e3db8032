import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { actOf, type JsonObject } from '../../../server/src/core';
import { actorOf } from '../../../server/src/core/explain/actor';
import { RowWriter } from '../../../server/src/core/store/rowWriter';
import { readLog } from '../../support/readLog';

const text = (...texts: readonly string[]): fc.Arbitrary<string | undefined> => fc.constantFrom(...texts, undefined);

/** Identities that have much in common, and what tells them apart missing here and there. */
const identity = fc.record({
  type: text(
    'IAMUser',
    'AssumedRole',
    'Role',
    'Root',
    'AWSService',
    'AWSAccount',
    'FederatedUser',
    'IdentityCenterUser',
  ),
  arn: text(
    'arn:aws:iam::111111111111:user/jane',
    'arn:aws:sts::111111111111:assumed-role/Admin/ben',
    'arn:aws:sts::111111111111:assumed-role/Admin/',
    'arn:aws:iam::111111111111:user/***',
    'arn:aws:iam::****1111:user/jane',
    'jane',
  ),
  principalId: text('AROAEXAMPLE:ben', 'AROAEXAMPLE:eve', '111111111111'),
  accountId: text('111111111111'),
  userName: text('jane'),
  invokedBy: text('s3.amazonaws.com'),
  sessionContext: fc.constantFrom(
    undefined,
    { sessionIssuer: { arn: 'arn:aws:iam::111111111111:role/Admin', userName: 'Admin' } },
    { sessionIssuer: { userName: 'Admin' } },
  ),
});

suite('who acted', () => {
  test('is told of rows that have an identity in common as of the record of each', () => {
    fc.assert(
      fc.property(fc.array(identity, { minLength: 1, maxLength: 8 }), (identities) => {
        const events = identities.map((userIdentity) => eventBy(userIdentity));
        const { records } = readLog(JSON.stringify({ Records: events }));
        const writer = new RowWriter(records.length);
        for (const record of records) writer.add(record);
        const chunk = writer.take();
        // Once for what is made, and once for what is kept.
        for (const _ of [1, 2])
          assert.deepEqual(
            records.map((_, row) => toldOf(chunk.doer(row))),
            records.map((record) => toldOf(actOf(record, 0, 'a.json').doer)),
          );
        assert.deepEqual(
          records.map((_, row) => chunk.tables.actorNames.textOf(chunk.actors[row] ?? 0)),
          records.map(({ event }) => actorOf(event).name),
        );
      }),
      { numRuns: 500 },
    );
  });
});

function toldOf({ key, isService, who }: ReturnType<typeof actOf>['doer']): object {
  return { key, isService, who };
}

function eventBy(userIdentity: object): JsonObject {
  return JSON.parse(
    JSON.stringify({
      eventVersion: '1.11',
      userIdentity,
      eventTime: '2026-03-01T08:00:00Z',
      eventSource: 's3.amazonaws.com',
      eventName: 'ListBuckets',
      awsRegion: 'us-east-1',
      eventType: 'AwsApiCall',
    }),
  );
}
