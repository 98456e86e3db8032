import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/projectRoot';

/** One of AWS's three example records, as the documentation has it. */
export function example(name: '1-CreateUser' | '2-CreateAlias' | '3-GetRawMessageContent'): string {
  return readFileSync(path.join(projectRoot(), 'samples', 'aws-examples', `${name}.json`), 'utf8');
}

/** A whole WorkMail record without a problem, made up. */
export function record(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    eventVersion: '1.08',
    userIdentity: {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLE00000000AA',
      arn: 'arn:aws:iam::111122223333:user/alice',
      accountId: '111122223333',
      accessKeyId: 'AKIAEXAMPLE00000000A',
      userName: 'alice',
    },
    eventTime: '2026-03-01T09:30:00Z',
    eventSource: 'workmail.amazonaws.com',
    eventName: 'ListUsers',
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.5',
    userAgent: 'aws-cli/2.15.0',
    requestParameters: { organizationId: 'm-0123456789abcdef0123456789abcdef' },
    responseElements: null,
    requestID: 'f1f6d0c0-0000-4000-8000-000000000001',
    eventID: 'f1f6d0c0-0000-4000-8000-000000000002',
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...fields,
  };
}

/** A record of a service that is not WorkMail. */
export function otherRecord(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return record({ eventSource: 's3.amazonaws.com', eventName: 'ListBuckets', requestParameters: null, ...fields });
}

/** A log file on one line, as CloudTrail delivers it. */
export function log(...records: readonly unknown[]): string {
  return JSON.stringify({ Records: records });
}
