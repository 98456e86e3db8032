import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseQuestion } from '../../../server/src/core';
import { evidenceOf, evidenceOfEvents } from '../../support/evidenceOf';
import { changed } from '../check/events';

const session = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:ben',
  arn: 'arn:aws:sts::111111111111:assumed-role/Admin/ben',
  accountId: '111111111111',
  accessKeyId: 'ASIASESSIONEXAMPLE22',
};
const id = (number: number): string => `7a1e7d2e-0000-4000-8000-00000000000${number}`;
const base = { requestID: undefined, requestParameters: null, responseElements: null };
const exported = changed({
  ...base,
  eventID: id(1),
  eventName: 'StartMailboxExportJob',
  eventTime: '2026-03-01T09:00:00Z',
  userIdentity: session,
  requestParameters: { organizationId: 'm-1', entityId: 'é' },
  responseElements: { jobId: 'j-1' },
});
const given = changed({
  ...base,
  eventID: id(2),
  eventName: 'AssumeRole',
  eventSource: 'sts.amazonaws.com',
  eventTime: '2026-03-01T08:00:00Z',
  readOnly: true,
  requestParameters: { roleArn: 'arn:aws:iam::111111111111:role/Admin', roleSessionName: 'ben' },
  responseElements: { credentials: { accessKeyId: 'ASIASESSIONEXAMPLE22' } },
});
const givenToAnother = changed({
  ...base,
  eventID: id(3),
  eventName: 'AssumeRole',
  eventSource: 'sts.amazonaws.com',
  readOnly: true,
  responseElements: { credentials: { accessKeyId: 'ASIAANOTHEREXAMPLE22' } },
});
const keyMade = changed({
  ...base,
  eventID: id(4),
  eventName: 'CreateAccessKey',
  eventSource: 'iam.amazonaws.com',
  eventTime: '2026-02-01T08:00:00Z',
});
const listed = changed({
  ...base,
  eventID: id(5),
  eventName: 'ListBuckets',
  eventSource: 's3.amazonaws.com',
  eventTime: '2026-03-01T10:00:00Z',
  userIdentity: session,
  readOnly: true,
  errorCode: 'AccessDenied',
});

suite('evidence is gathered', () => {
  test('of mail, of what belongs to it, and of what gave out the credentials, in the order it happened', () => {
    const { acts, mail } = evidenceOfEvents([exported, given, givenToAnother, keyMade, listed]);
    assert.deepEqual(
      { acts: acts.map(({ row }) => row.action), mail: mail.map(({ row }) => row.action) },
      { acts: ['CreateAccessKey', 'AssumeRole', 'StartMailboxExportJob'], mail: ['StartMailboxExportJob'] },
    );
  });

  test('with what a call asked and answered, whatever characters it has', () => {
    const [, act] = evidenceOfEvents([given, exported]).acts;
    assert.deepEqual(act?.contents, {
      requestParameters: { organizationId: 'm-1', entityId: 'é' },
      responseElements: { jobId: 'j-1' },
    });
  });

  test('of a call that failed without what it asked for', () => {
    const [act] = evidenceOfEvents([changed({ eventID: id(6), errorCode: 'EntityNotFoundException' })]).acts;
    assert.deepEqual(act?.contents, { requestParameters: null, responseElements: null });
  });

  test('each event once, however often it was delivered', () => {
    const text = JSON.stringify({ Records: [exported] });
    const { acts, reach } = evidenceOf({ 'one.json': text, 'two.json': text });
    assert.deepEqual(
      { acts: acts.map(({ row }) => `${row.file} ${row.index}`), events: reach.events, logs: reach.logs },
      { acts: ['one.json 0'], events: 1, logs: 2 },
    );
  });

  test('with how far the logs reach', () => {
    assert.deepEqual(evidenceOfEvents([exported, listed, listed]).reach, {
      logs: 1,
      losses: [],
      events: 2,
      malformed: 0,
      reads: 1,
      from: Date.UTC(2026, 2, 1, 9),
      to: Date.UTC(2026, 2, 1, 10),
      aside: 0,
      services: new Map([
        ['workmail', 1],
        ['s3', 1],
      ]),
      regions: new Map([['us-east-1', 2]]),
      accounts: new Map([['111111111111', 2]]),
    });
  });

  test('with what its actors were seen with elsewhere, and first where', () => {
    const found = evidenceOfEvents([exported, listed]).seenSince(Date.UTC(2026, 2, 1, 9, 30));
    assert.deepEqual(
      found.map(({ kind, principal, before, seen }) => ({
        kind,
        principal,
        before,
        seen: seen(2).map(({ value, act }) => [value, act.row.eventID]),
      })),
      [
        ['action', 's3 ListBuckets'],
        ['hour', '10:00'],
      ].map(([kind, value]) => ({
        kind,
        principal: session.arn,
        before: { calls: 1, days: 1, hours: 1 << 9 },
        seen: [[value, id(5)]],
      })),
    );
  });

  test('with what few calls of other services ask, where that says more than what they are about', () => {
    const switchedOff = changed({
      ...base,
      eventID: id(8),
      eventName: 'UpdateAccessKey',
      eventSource: 'iam.amazonaws.com',
      requestParameters: { accessKeyId: 'AKIAKEYEXAMPLE222222', status: 'Inactive' },
    });
    const found = evidenceOfEvents([listed, switchedOff]).find(parseQuestion('service:iam,s3').question, 2);
    assert.deepEqual(
      found.map(({ row, contents }) => [row.action, contents.requestParameters]),
      [
        ['UpdateAccessKey', { accessKeyId: 'AKIAKEYEXAMPLE222222', status: 'Inactive' }],
        ['ListBuckets', null],
      ],
    );
  });

  test('of all services for a question, the earliest first', () => {
    const { question } = parseQuestion('service:s3,sts');
    const found = evidenceOfEvents([listed, givenToAnother, given]).find(question, 2);
    assert.deepEqual(
      found.map(({ row }) => row.eventID),
      [id(3), id(2)],
    );
  });
});
