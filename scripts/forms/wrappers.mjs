/** What AWS services put around an event. */
import { account, region } from './events.mjs';
import { json } from './form.mjs';

/** @typedef {import('./events.mjs').Event} Event */

/** @param {Event} event */
export const millis = (event) => Date.parse(event.eventTime);

/**
 * @param {Event} event
 * @param {object} [more] keys between `resources` and `detail`
 */
export const bridge = (event, more = {}) => ({
  version: '0',
  id: event.requestID.replace('b7a90c55', '5d20c1f4'),
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.workmail',
  account,
  time: event.eventTime,
  region,
  resources: [],
  ...more,
  detail: event,
});

/** @param {string} message */
export const notification = (message) => ({
  Type: 'Notification',
  MessageId: '0d7f5e1c-6f1b-5a0e-9d55-07a1b2c3d4e5',
  TopicArn: `arn:aws:sns:${region}:${account}:mail-changes`,
  Message: message,
  Timestamp: '2026-05-18T14:05:12.118Z',
  SignatureVersion: '1',
});

/** @param {string} body */
export const queued = (body) => ({
  messageId: '6a1c0f5e-9b7d-4c31-8f2a-5e4d3c2b1a09',
  receiptHandle: 'AQEBzFORMSexample',
  body,
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1779112980123' },
  messageAttributes: {},
  md5OfBody: '00000000000000000000000000000000',
  eventSource: 'aws:sqs',
  eventSourceARN: `arn:aws:sqs:${region}:${account}:mail-changes`,
  awsRegion: region,
});

/**
 * An entry of `aws cloudtrail lookup-events`.
 *
 * @param {Event} event
 */
export const looked = (event) => ({
  EventId: event.eventID,
  EventName: event.eventName,
  ReadOnly: 'false',
  AccessKeyId: event.userIdentity.accessKeyId,
  EventTime: `${event.eventTime.slice(0, 19)}+00:00`,
  EventSource: event.eventSource,
  Username: event.userIdentity.userName ?? 'kim.lee',
  Resources: [],
  CloudTrailEvent: json(event),
});

/**
 * What CloudWatch Logs hands to a subscriber, before it is packed.
 *
 * @param {readonly Event[]} some
 */
export const subscription = (some) => ({
  messageType: 'DATA_MESSAGE',
  owner: account,
  logGroup: 'trail/mail',
  logStream: `${account}_CloudTrail_${region}_3`,
  subscriptionFilters: ['workmail'],
  logEvents: some.map((event, index) => ({
    id: `3895${String(index).padStart(52, '0')}`,
    timestamp: millis(event),
    message: json(event),
  })),
});
