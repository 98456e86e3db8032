import { isObject } from '../../server/src/core/read/whole';
import type { Container, JsonObject } from '../../server/src/core/record';

/** A way in which a tool or a service hands events on whole. */
export interface CarriedForm {
  readonly container: Container;
  readonly write: (events: readonly JsonObject[]) => string;
}

type Event = JsonObject;
const text = (value: unknown): string => JSON.stringify(value);
const field = (event: Event, name: string): string => String(event[name] ?? '');
const ms = (event: Event): number => Date.parse(field(event, 'eventTime'));

function lookup(event: Event, time: unknown): object {
  const { userIdentity } = event;
  const identity = isObject(userIdentity) ? userIdentity : {};
  return {
    EventId: event.eventID,
    EventName: event.eventName,
    ReadOnly: text(event.readOnly ?? false),
    ...(identity.accessKeyId === undefined ? {} : { AccessKeyId: identity.accessKeyId }),
    EventTime: time,
    EventSource: event.eventSource,
    ...(identity.userName === undefined ? {} : { Username: identity.userName }),
    Resources: [{ ResourceType: 'AWS::WorkMail::User', ResourceName: 'a3a9176d-EXAMPLE' }],
    CloudTrailEvent: text(event),
  };
}

/** A moment as the AWS CLI writes it somewhere east of Greenwich. */
const abroad = (event: Event, separator: string): string =>
  `${new Date(ms(event) + 11 * 3_600_000).toISOString().slice(0, 19).replace('T', separator)}+11:00`;

const bridge = (event: Event): object => ({
  version: '0',
  id: 'ee376907-2647-4179-9203-343cfb3017a4',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.workmail',
  account: event.recipientAccountId,
  time: event.eventTime,
  region: event.awsRegion,
  resources: [],
  detail: event,
});

const sns = (message: string): object => ({
  Type: 'Notification',
  MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
  TopicArn: 'arn:aws:sns:us-east-1:111111111111:mail',
  Message: message,
  Timestamp: '2026-03-01T07:00:00.000Z',
});

const sqs = (body: string): object => ({
  messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
  receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
  body,
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1545082649183' },
  messageAttributes: {},
  md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:111111111111:mail',
  awsRegion: 'us-east-1',
});

const logEvent = (event: Event, index: number): object => ({
  logStreamName: '111111111111_CloudTrail_us-east-1',
  timestamp: ms(event),
  message: text(event),
  ingestionTime: ms(event) + 1000,
  eventId: `3${String(index).padStart(55, '0')}`,
});

const insightsRow = (event: Event): object[] => [
  { field: '@timestamp', value: `${field(event, 'eventTime').slice(0, 19).replace('T', ' ')}.000` },
  { field: '@message', value: text(event) },
  { field: '@ptr', value: 'CmEKJgoiMTExMTExMTExMTExOmNsb3VkdHJhaWw=' },
];

const elastic = (event: Event): object => ({
  '@timestamp': event.eventTime,
  event: { provider: event.eventSource, action: event.eventName, original: text(event), kind: 'event' },
  cloud: { region: event.awsRegion },
});

const splunk = (event: Event, index: number): object => ({
  preview: false,
  offset: index,
  result: { _raw: text(event), sourcetype: 'aws:cloudtrail', host: 'trail' },
});

const lines = (values: readonly unknown[]): string => `${values.map(text).join('\n')}\n`;

/** Containers of whole events, by a name for test titles. */
export const CARRIED_FORMS = {
  'lookup-events': {
    container: 'lookup-events',
    write: (events) =>
      `${JSON.stringify({ Events: events.map((event) => lookup(event, abroad(event, 'T'))), NextToken: 'Kb==' }, null, 4)}\n`,
  },
  'lookup-events, seconds': {
    container: 'lookup-events',
    write: (events) => text({ NextToken: 'Kb==', Events: events.map((event) => lookup(event, ms(event) / 1000)) }),
  },
  'lookup-events, bare array': {
    container: 'lookup-events',
    write: (events) =>
      JSON.stringify(
        events.map((event) => lookup(event, abroad(event, ' '))),
        null,
        2,
      ),
  },
  'lookup-events, JSON Lines': {
    container: 'lookup-events',
    write: (events) => lines(events.map((event) => lookup(event, abroad(event, 'T')))),
  },
  'event texts': { container: 'event-texts', write: (events) => JSON.stringify(events.map(text), null, 4) },
  'event texts on lines': { container: 'event-texts', write: (events) => lines(events.map(text)) },
  'filter-log-events': {
    container: 'cloudwatch-logs',
    write: (events) => JSON.stringify({ events: events.map(logEvent), searchedLogStreams: [] }, null, 4),
  },
  'get-log-events': {
    container: 'cloudwatch-logs',
    write: (events) =>
      text({
        events: events.map((event) => ({ timestamp: ms(event), message: text(event), ingestionTime: ms(event) })),
        nextForwardToken: 'f/3',
      }),
  },
  subscription: {
    container: 'logs-subscription',
    write: (events) =>
      text({
        messageType: 'DATA_MESSAGE',
        owner: '111111111111',
        logGroup: 'trail',
        logStream: '111111111111_CloudTrail_us-east-1',
        subscriptionFilters: ['all'],
        logEvents: events.map((event, index) => ({ id: `3${index}`, timestamp: ms(event), message: text(event) })),
      }),
  },
  'log export': {
    container: 'logs-export',
    write: (events) =>
      `${events.map((event) => `${field(event, 'eventTime').slice(0, 19)}.000Z ${text(event)}`).join('\n')}\n`,
  },
  'Logs Insights': {
    container: 'logs-insights',
    write: (events) => JSON.stringify({ results: events.map(insightsRow), status: 'Complete' }, null, 4),
  },
  EventBridge: { container: 'eventbridge', write: (events) => JSON.stringify(events.map(bridge), null, 2) },
  'EventBridge, JSON Lines': { container: 'eventbridge', write: (events) => lines(events.map(bridge)) },
  'EventBridge, concatenated': {
    container: 'eventbridge',
    write: (events) => events.map((event) => text(bridge(event))).join(''),
  },
  'EventBridge in SQS': {
    container: 'messages',
    write: (events) => JSON.stringify({ Records: events.map((event) => sqs(text(bridge(event)))) }, null, 2),
  },
  'EventBridge in SNS in SQS': {
    container: 'messages',
    write: (events) => text({ Records: events.map((event) => sqs(text(sns(text(bridge(event)))))) }),
  },
  'events in SQS': {
    container: 'messages',
    write: (events) =>
      text({ Messages: events.map((event) => ({ MessageId: '059f', ReceiptHandle: 'AQ', Body: text(event) })) }),
  },
  'Splunk export': { container: 'splunk', write: (events) => lines(events.map(splunk)) },
  'Splunk HEC': {
    container: 'splunk',
    write: (events) => lines(events.map((event) => ({ time: ms(event) / 1000, sourcetype: 'aws:cloudtrail', event }))),
  },
  'Elastic search answer': {
    container: 'elastic',
    write: (events) =>
      JSON.stringify(
        {
          took: 3,
          hits: {
            total: { value: events.length },
            hits: events.map((event) => ({ _index: 'logs', _source: elastic(event) })),
          },
        },
        null,
        1,
      ),
  },
  'Elastic documents': { container: 'elastic', write: (events) => lines(events.map(elastic)) },
  Wazuh: {
    container: 'wazuh',
    write: (events) =>
      lines(
        events.map((event) => ({
          timestamp: event.eventTime,
          rule: { level: 3, description: 'AWS Cloudtrail' },
          agent: { id: '000', name: 'wazuh' },
          data: {
            integration: 'aws',
            aws: { log_info: { s3bucket: 'trail-example' }, ...event, source: 'cloudtrail' },
          },
        })),
      ),
  },
} as const satisfies Record<string, CarriedForm>;

export type CarriedFormName = keyof typeof CARRIED_FORMS;
