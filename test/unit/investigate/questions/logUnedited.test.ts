import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { asked, call, eventId } from './asked';

const organizationId = 'm-d281d0a2fd824be5b6cd3d3ce909fd27';
const mailbox = 'aaaaaaaa-1111-4222-8333-444444444444';
const requestParameters = { organizationId, entityId: mailbox, s3BucketName: 'away' };
const exported = call(1, 'StartMailboxExportJob', { requestParameters });

suite('whether a log was edited', () => {
  test('an eventID with two contents is told, in which fields they differ and where', () => {
    const edited = call(1, 'StartMailboxExportJob', {
      requestParameters: { ...requestParameters, s3BucketName: 'house-backup' },
      sourceIPAddress: '192.0.2.77',
    });
    const renamed = call(1, 'DescribeUser', { requestParameters: null, readOnly: true });
    const summary = (fields: string): string =>
      `2 records with the eventID ${eventId(1)} do not tell the same: they differ in ${fields}. CloudTrail gives an eventID to one event only, so one of them was edited, or CloudTrail did not write it so.`;
    const told = (events: readonly unknown[]): unknown => asked('log-unedited', events).findings;
    assert.deepEqual(
      [told([exported, edited]), told([exported, renamed])],
      ['sourceIPAddress, requestParameters', 'eventName, requestParameters'].map((fields) => [
        { kind: 'unlike-copies', weight: 'high', summary: summary(fields), events: [eventId(1), eventId(1)] },
      ]),
    );
  });

  test('events with values that CloudTrail does not write are told, and where to look', () => {
    assert.deepEqual(asked('log-unedited', [exported, call(2, 'ListUsers', { userIdentity: 'somebody' })]).findings, [
      {
        kind: 'damage',
        weight: 'medium',
        summary:
          '1 event that has to do with mail is broken, or not as CloudTrail writes events: the problems of its log tell what is wrong.',
        events: [eventId(2)],
      },
    ]);
  });

  test('an event that was delivered twice, or written by a tool in another way, is not accused', () => {
    const otherWay = call(1, 'StartMailboxExportJob', {
      requestParameters: { s3BucketName: 'away', entityId: mailbox, organizationId, roleArn: null },
      eventTime: '2026-03-01T08:01:00.000Z',
      eventID: eventId(1).toUpperCase(),
    });
    assert.deepEqual(asked('log-unedited', [exported, exported, otherWay]), {
      status: 'cannot-tell',
      sentence:
        'No record that has to do with mail is damaged. That nothing was edited, only the digest files of the trail can prove.',
      findings: [],
      notCovered: [],
    });
  });
});
