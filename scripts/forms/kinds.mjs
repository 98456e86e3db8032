/** Records of other kinds than management events, and files beside logs. */
import { account, events, region } from './events.mjs';
import { found, json, jsonLines, named, pretty, whole, without } from './form.mjs';
import { csv } from './printers/csv.mjs';
import { flat, snake } from './printers/structs.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function kinds() {
  return [...others(), ...elastic()];
}

/** @returns {Form[]} */
function others() {
  const some = events();
  const pair = [some[1], network(some[1], 5)];
  const insights = ['Start', 'End'].map(insight);
  return [
    whole(
      'kind-insights.json',
      'CloudTrail Insights',
      'Two records about an unusual rate of calls of WorkMail: no caller, no name of an action.',
      json({ Records: insights }),
      { events: 2, names: [], malformed: 0 },
    ),
    whole(
      'kind-insights-lookup.json',
      'aws cloudtrail lookup-events --event-category insight',
      'Two Insights records as texts.',
      pretty(
        {
          Events: insights.map((each) => ({
            EventId: each.eventID,
            EventTime: `${each.eventTime.slice(0, 19)}+00:00`,
            CloudTrailEvent: json(each),
          })),
        },
        4,
      ),
      { events: 2, names: [], malformed: 0 },
    ),
    whole(
      'kind-network-activity.json',
      'CloudTrail, network activity of VPC endpoints',
      'The three calls as records of an endpoint; one was refused there.',
      json({ Records: some.map((event, index) => network(event, index + 1)) }),
      { ...found(), eventIDs: some.map((event, index) => network(event, index + 1).eventID) },
    ),
    whole(
      'kind-both-categories.json',
      'CloudTrail',
      'One call twice: as a management event and as network activity, with ids of their own.',
      pretty({ Records: pair }),
      {
        events: 2,
        names: pair.map(({ eventName }) => eventName),
        malformed: 0,
        eventIDs: pair.map(({ eventID }) => eventID),
        eventTimes: pair.map(({ eventTime }) => eventTime),
      },
    ),
    whole('kind-empty-records.json', 'CloudTrail', 'A log without records.', '{"Records":[]}', {
      events: 0,
      names: [],
      malformed: 0,
    }),
    named(
      'kind-digest.json',
      'CloudTrail',
      'A digest file.',
      json({
        awsAccountId: account,
        digestStartTime: '2026-05-18T13:10:00Z',
        digestEndTime: '2026-05-18T14:10:00Z',
        digestS3Bucket: 'trail-example',
        digestS3Object: `AWSLogs/${account}/CloudTrail-Digest/${region}/2026/05/18/x.json.gz`,
        digestPublicKeyFingerprint: '0'.repeat(32),
        digestSignatureAlgorithm: 'SHA256withRSA',
        newestEventTime: '2026-05-18T14:05:09Z',
        oldestEventTime: '2026-05-18T14:02:51Z',
        previousDigestS3Bucket: null,
        logFiles: [
          { s3Bucket: 'trail-example', s3Object: 'x.json.gz', hashValue: '0'.repeat(64), hashAlgorithm: 'SHA-256' },
        ],
      }),
      { events: 0, names: [], malformed: 0 },
    ),
  ];
}

/** @param {Event} event @param {number} number */
function network(event, number) {
  const { readOnly, managementEvent, requestParameters, responseElements, tlsDetails, ...kept } = event;
  return {
    ...kept,
    ...(event.eventName === 'ResetPassword'
      ? { errorCode: 'VpceAccessDenied', errorMessage: 'The request was denied due to a VPC endpoint policy' }
      : {}),
    requestParameters: null,
    responseElements: null,
    additionalEventData: { isVpceEvent: 'true' },
    eventID: `e4f1c2d3-7a86-4b95-9d0e-00000000d40${number}`,
    eventType: 'AwsVpceEvents',
    vpcEndpointId: 'vpce-0a1b2c3d4e5f60718',
    vpcEndpointAccountId: account,
    eventCategory: 'NetworkActivity',
  };
}

/** @param {string} state @param {number} index */
const insight = (state, index) => ({
  eventVersion: '1.09',
  eventTime: `2026-05-18T14:0${index * 6}:00Z`,
  awsRegion: region,
  eventID: `e4f1c2d3-7a86-4b95-9d0e-00000000e50${index + 1}`,
  eventType: 'AwsCloudTrailInsight',
  recipientAccountId: account,
  sharedEventID: 'e4f1c2d3-7a86-4b95-9d0e-00000000f600',
  insightDetails: {
    state,
    eventSource: 'workmail.amazonaws.com',
    eventName: 'ResetPassword',
    insightType: 'ApiCallRateInsight',
    insightContext: {
      statistics: {
        baseline: { average: 0.0012 },
        insight: { average: 9.4 },
        insightDuration: 6,
        baselineDuration: 10080,
      },
    },
  },
  eventCategory: 'Insight',
});

/** @returns {Form[]} */
function elastic() {
  const some = events();
  const flats = some.map((event) => Object.fromEntries(flat(ecs(event), (list, path) => [[path, list]])));
  const columns = [
    '@timestamp',
    'event.action',
    'event.provider',
    'event.id',
    'cloud.region',
    'source.ip',
    'aws.cloudtrail.user_identity.arn',
    'aws.cloudtrail.event_version',
  ];
  return [
    named(
      'ecs-nested.json',
      'Elastic, AWS integration',
      'Documents of the Elastic Common Schema, nested, without event.original.',
      pretty(some.map(ecs)),
    ),
    named('ecs-flat.jsonl', 'Elastic, AWS integration', 'The same with dotted names on lines.', jsonLines(flats)),
    whole(
      'ecs-original.jsonl',
      'Filebeat, module aws',
      'The same, with the event as text in event.original.',
      jsonLines(
        some.map((event) => {
          const document = ecs(event);
          return { ...document, event: { ...document.event, original: json(event) } };
        }),
      ),
    ),
    named(
      'ecs-hits.json',
      'Elasticsearch',
      'The same as _source of a search answer.',
      json({
        took: 3,
        hits: {
          total: { value: 3 },
          hits: some.map((event) => ({
            _index: 'logs-aws.cloudtrail-default',
            _id: event.eventID,
            _source: ecs(event),
          })),
        },
      }),
    ),
    named(
      'ecs-fields.json',
      'Kibana, fields of a search answer',
      'Dotted names with a list of one value each, below `fields`.',
      pretty({
        hits: {
          hits: flats.map((row) => ({
            _id: row['event.id'],
            fields: Object.fromEntries(
              Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
            ),
          })),
        },
      }),
    ),
    named(
      'ecs-kibana.csv',
      'Kibana, CSV report',
      'Dotted columns; times as May 18, 2026 @ 14:02:51.000.',
      csv([
        columns,
        ...flats.map((row, index) =>
          columns.map((name) =>
            name === '@timestamp' ? `May 18, 2026 @ ${some[index]?.eventTime.slice(11, 19)}.000` : String(row[name]),
          ),
        ),
      ]),
      without(found(), ['eventTimes']),
    ),
  ];
}

/** @param {Event} event */
const ecs = (event) => ({
  '@timestamp': event.eventTime.replace('Z', '.000Z'),
  aws: {
    cloudtrail: {
      event_category: event.eventCategory,
      event_type: event.eventType,
      event_version: event.eventVersion,
      read_only: event.readOnly,
      request_id: event.requestID,
      recipient_account_id: event.recipientAccountId,
      request_parameters: javaText(event.requestParameters),
      ...(event.responseElements === null ? {} : { response_elements: javaText(event.responseElements) }),
      user_identity: Object.fromEntries(
        Object.entries(event.userIdentity)
          .filter(([, value]) => typeof value === 'string')
          .map(([name, value]) => [snake(name), value]),
      ),
    },
  },
  cloud: { account: { id: account }, provider: 'aws', region: event.awsRegion },
  event: {
    action: event.eventName,
    created: '2026-05-18T14:09:55.201Z',
    id: event.eventID,
    kind: 'event',
    outcome: 'success',
    provider: event.eventSource,
    type: 'info',
  },
  source: { address: event.sourceIPAddress, ip: event.sourceIPAddress },
  user_agent: { original: event.userAgent },
});

/** @param {Record<string, unknown> | null} value the text that Elastic makes of an object */
const javaText = (value) =>
  `{${Object.entries(value ?? {})
    .map(([name, member]) => `${name}=${Array.isArray(member) ? `[${member.join(', ')}]` : member}`)
    .join(', ')}}`;
