/** Events for the tests of `check`, made by hand. */
import type { JsonObject, Problem } from '../../../server/src/core/record';
import { nameOf, readLog } from '../../support/readLog';

export const identity: JsonObject = {
  type: 'IAMUser',
  principalId: 'AIDACKCEVSQ6C2EXAMPLE',
  arn: 'arn:aws:iam::111111111111:user/WMSDK',
  accountId: '111111111111',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  userName: 'WMSDK',
};

/** A call of CreateUser that went well, of which no rule has anything to say. */
export const createUser: JsonObject = {
  eventVersion: '1.08',
  userIdentity: identity,
  eventTime: '2026-03-01T07:01:00Z',
  eventSource: 'workmail.amazonaws.com',
  eventName: 'CreateUser',
  awsRegion: 'us-east-1',
  sourceIPAddress: '203.0.113.12',
  userAgent: 'aws-cli/2.13.5',
  requestParameters: {
    name: 'jane',
    displayName: 'Jane Doe',
    organizationId: 'm-d281d0a2fd824be5b6cd3d3ce909fd27',
  },
  responseElements: { userId: 'S-1-1-12-3456789012-345678901-2345678901-2345' },
  requestID: '7a1e7d2e-0000-4000-8000-000000000001',
  eventID: '7a1e7d2e-0000-4000-8000-000000000002',
  readOnly: false,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: '111111111111',
  eventCategory: 'Management',
};

/** The event with some fields replaced; `undefined` takes a field out. */
export function changed(fields: Readonly<Record<string, JsonObject[string] | undefined>>): JsonObject {
  const result: Record<string, JsonObject[string]> = { ...createUser };
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) delete result[field];
    else result[field] = value;
  }
  return result;
}

/** The problems of an event that stands alone in its log. */
export function problemsOfEvent(event: JsonObject): readonly Problem[] {
  return readLog(`{"Records":[${JSON.stringify(event)}]}`).records.flatMap(({ problems }) => problems);
}

/** Problems as `missing-field eventName`: the rule, and the place or the field it names. */
export function named(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) =>
    `${nameOf(problem)} ${problem.path.join('.') || (problem.detail.field ?? '')}`.trim(),
  );
}
