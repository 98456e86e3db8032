import type { JsonObject, JsonValue } from '../../server/src/core/record';
import { someEvents } from './generatedRecords';

/** A text that looks like the beginning, the end or the parting of records, or like a comment. */
const TEXTS = [
  '{"eventVersion":"1.08"',
  '{"eventVersion":"1.08","userIdentity":{"type":"Root"}},{"eventVersion":"1.08",',
  ']}',
  '"},{"',
  '// {"eventVersion"',
  '/* ',
  ' */',
  '<!-- { -->',
  '{"Records":[',
  '\\"}],\\',
  "{'eventVersion': '1.08'}",
  '\n{\n',
  '😀}{😀',
];

/** What a service sends of itself: none of the fields that only calls have. */
const serviceEvent = (eventID: string): JsonObject => ({
  eventVersion: '1.11',
  userIdentity: { accountId: '111111111111', invokedBy: 'kms.amazonaws.com' },
  eventTime: '2026-03-01T07:11:12Z',
  eventSource: 'kms.amazonaws.com',
  eventName: 'RotateKey',
  awsRegion: 'us-east-1',
  sourceIPAddress: 'kms.amazonaws.com',
  userAgent: 'kms.amazonaws.com',
  eventID,
  readOnly: false,
  resources: [{ ARN: 'arn:aws:kms:us-east-1:111111111111:key/k', accountId: '111111111111', type: 'AWS::KMS::Key' }],
  eventType: 'AwsServiceEvent',
  managementEvent: true,
  recipientAccountId: '111111111111',
  serviceEventDetails: { keyId: 'k' },
  eventCategory: 'Management',
});

function deep(levels: number): JsonValue {
  let value: JsonValue = 'core';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? { inner: value } : [value];
  return value;
}

/** Events of one log, of several services, some of them hard to read around: each with an eventID of its own. */
export function hostileEvents(seed: number, count: number): readonly JsonObject[] {
  return someEvents(seed, count).map((event, index) => {
    const kind = (index * 7 + seed * 3) % 10;
    const text = TEXTS[(index + seed * 5) % TEXTS.length] ?? '';
    const eventID = String(event.eventID);
    if (kind === 0) return serviceEvent(eventID);
    if (kind === 1) return { ...event, requestParameters: { organizationId: 'm-1', displayName: text } };
    if (kind === 2) return { ...event, userAgent: text };
    if (kind === 3) return { ...event, requestParameters: { policyDocument: JSON.stringify({ a: [{ b: text }] }) } };
    if (kind === 4) return { ...event, requestParameters: { filters: deep(40) } };
    if (kind === 5) return { ...event, errorCode: 'AccessDenied', errorMessage: text, requestParameters: null };
    return event;
  });
}
