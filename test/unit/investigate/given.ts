/** Logs and facts for tests: each test names only what it is about. */

import { analyze, type EventFacts, type EventInLog, factsOf, type JsonObject } from '../../../server/src/core';
import { EventsTogether } from '../../support/eventsTogether';

export const organizationId = 'm-0123456789abcdef0123456789abcdef';

/** An id in the form WorkMail gives to users; `number` makes it one of its own. */
export function userId(number: number): string {
  return `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`;
}

const iamUser: JsonObject = {
  type: 'IAMUser',
  principalId: 'AIDAEXAMPLE',
  arn: 'arn:aws:iam::111122223333:user/alice',
  accountId: '111122223333',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  userName: 'alice',
};

export const roleSession: JsonObject = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:bob',
  arn: 'arn:aws:sts::111122223333:assumed-role/Admin/bob',
  accountId: '111122223333',
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROAEXAMPLE',
      arn: 'arn:aws:iam::111122223333:role/Admin',
      accountId: '111122223333',
      userName: 'Admin',
    },
    attributes: { creationDate: '2026-03-01T07:00:00Z', mfaAuthenticated: 'true' },
  },
};

/** A whole WorkMail record of an IAM user; `own` replaces and adds fields. */
export function recordOf(eventName: string, own: JsonObject = {}): JsonObject {
  return {
    eventVersion: '1.08',
    userIdentity: iamUser,
    eventTime: '2026-03-01T08:00:00Z',
    eventSource: 'workmail.amazonaws.com',
    eventName,
    awsRegion: 'us-east-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2.15.0',
    requestParameters: { organizationId },
    responseElements: null,
    requestID: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
    eventID: 'ffffffff-0000-4000-8000-000000000001',
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...own,
  };
}

/** The facts of all records of a text. */
export function factsIn(text: string): readonly EventFacts[] {
  return Array.from(analyze(text), (record) => factsOf(record));
}

/** The facts of these records, as one log of the form CloudTrail delivers. */
export function factsOfAll(records: readonly JsonObject[]): readonly EventFacts[] {
  return factsIn(JSON.stringify({ Records: records }));
}

/** The facts of one record; `eventID` and `index` are those of the only record of a log. */
export function factsOfOne(record: JsonObject): EventFacts {
  const [facts] = factsOfAll([record]);
  if (facts === undefined) throw new Error('The record was not recognised.');
  return facts;
}

/** Records of several logs with their places; the position of a list is that of its log. */
export function placed(...logs: readonly (readonly JsonObject[])[]): readonly EventInLog[] {
  return logs.flatMap((records, log) => factsOfAll(records).map((facts) => ({ log, facts })));
}

/** What identifies events in an expectation: `0/3` is the fourth record of the first log. */
export function places(events: { slice(): readonly EventInLog[] }): readonly string[] {
  return events.slice().map(({ log, facts }) => `${log}/${facts.index}`);
}

/** Events of logs that are numbered from a first one on, looked at together. */
export function togetherOf(events: readonly EventInLog[], first = 0): EventsTogether {
  const logs: EventFacts[][] = [];
  for (const { log, facts } of events) {
    while (logs.length <= log - first) logs.push([]);
    logs[log - first]?.push(facts);
  }
  const collecting = EventsTogether.collect(logs, first);
  let next = collecting.next();
  while (!next.done) next = collecting.next();
  return next.value;
}
