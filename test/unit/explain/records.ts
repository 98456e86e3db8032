/** Records for the tests of `explain`, made by hand. */
import type { Action, EventRecord, JsonObject, Service } from '../../../server/src/core/record';

const SERVICES: ReadonlyMap<string, Service> = new Map<string, Service>([
  ['workmail.amazonaws.com', 'workmail'],
  ['workmailMessageFlow.amazonaws.com', 'messageflow'],
]);

/** A call of CreateUser by an IAM user that went well. */
export const createUser: JsonObject = {
  eventVersion: '1.08',
  userIdentity: {
    type: 'IAMUser',
    principalId: 'AIDACKCEVSQ6C2EXAMPLE',
    arn: 'arn:aws:iam::111111111111:user/WMSDK',
    accountId: '111111111111',
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    userName: 'WMSDK',
  },
  eventTime: '2017-12-12T17:49:59Z',
  eventSource: 'workmail.amazonaws.com',
  eventName: 'CreateUser',
  awsRegion: 'us-west-2',
  sourceIPAddress: '203.0.113.12',
  userAgent: 'aws-cli/2.13.5 os/linux#5.15 lang/python#3.11.4 md/command#workmail.create-user',
  requestParameters: { name: 'janedoe', displayName: 'Jane Doe', organizationId: 'm-5b1c980000EXAMPLE' },
  responseElements: { userId: 'a3a9176d-EXAMPLE' },
  eventType: 'AwsApiCall',
  recipientAccountId: '111111111111',
};

/** A record that holds the fields of `createUser`, or what replaces them. */
export function recordOf(fields: JsonObject = {}): EventRecord {
  return recordOfEvent({ ...createUser, ...fields });
}

/** A record that holds an event and nothing else. */
export function recordOfEvent(event: JsonObject): EventRecord {
  const { eventSource, eventName } = event;
  const service = SERVICES.get(String(eventSource)) ?? 'other';
  const action: Action | undefined =
    (service !== 'workmail' && service !== 'messageflow') || typeof eventName !== 'string'
      ? undefined
      : { service, name: eventName };
  const text = JSON.stringify(event);
  return {
    index: 0,
    start: 0,
    end: text.length,
    form: 'object',
    event,
    service,
    action,
    malformed: null,
    problems: [],
    mends: [],
  };
}
