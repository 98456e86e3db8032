/** Events that are a text in the answer of a store of logs. */
import { account, events, region } from './events.mjs';
import { json, jsonLines, pretty, whole } from './form.mjs';
import { millis } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function textsOfStores() {
  const some = events();
  return [
    whole(
      'text-loki-query-range.json',
      'Loki query_range',
      'values of a stream: pairs of nanoseconds and text.',
      json({
        status: 'success',
        data: {
          resultType: 'streams',
          result: [
            {
              stream: { job: 'cloudtrail', account },
              values: some.map((event) => [`${millis(event)}000000`, json(event)]),
            },
          ],
          stats: {},
        },
      }),
    ),
    whole(
      'text-grafana-explore.json',
      'Grafana Explore, download as JSON',
      'line holds the event, after no other key; timestamp and fields follow.',
      pretty(
        some.map((event) => ({
          line: json(event),
          timestamp: `${millis(event)}000000`,
          date: `${event.eventTime.slice(0, 19)}.000Z`,
          fields: { job: 'cloudtrail' },
        })),
      ),
    ),
    whole(
      'text-splunk-json-rows.json',
      'Splunk output_mode=json_rows',
      'fields name the columns once; rows are lists in which the event is a text.',
      json({
        preview: false,
        init_offset: 0,
        fields: ['_time', 'sourcetype', '_raw'],
        rows: some.map((event) => [event.eventTime.replace('Z', '.000+00:00'), 'aws:cloudtrail', json(event)]),
      }),
    ),
    whole(
      'text-splunk-results.json',
      'Splunk output_mode=json',
      'results with _raw, beside fields that Splunk took out of it under dotted names.',
      pretty({
        preview: false,
        messages: [],
        fields: [{ name: '_raw' }, { name: 'eventName' }],
        results: some.map((event) => ({
          _raw: json(event),
          _time: event.eventTime.replace('Z', '.000+00:00'),
          eventName: event.eventName,
          'userIdentity.arn': event.userIdentity.arn,
          'requestParameters.permissionValues{}': event.eventName === 'PutMailboxPermissions' ? ['FULL_ACCESS'] : [],
        })),
      }),
    ),
    whole(
      'text-sumo-logic.json',
      'Sumo Logic search job API',
      'messages[].map._raw holds the event among keys with a leading underscore.',
      pretty({
        fields: [{ name: '_raw', fieldType: 'string', keyField: false }],
        messages: some.map((event) => ({
          map: {
            _blockid: '-92',
            _messagetime: String(millis(event)),
            _raw: json(event),
            _sourcecategory: 'aws/trail',
          },
        })),
      }),
    ),
    whole(
      'text-graylog-search.json',
      'Graylog search API',
      'messages[].message.full_message holds the event; message is prose that names it.',
      json({
        query: 'source:workmail',
        total_results: 3,
        messages: some.map((event) => ({
          highlight_ranges: {},
          message: {
            _id: event.requestID,
            message: `${host(event)} ${event.eventName} in ${region} by ${event.userIdentity.arn}`,
            full_message: json(event),
            timestamp: `${event.eventTime.slice(0, 19)}.000Z`,
          },
          index: 'graylog_7',
        })),
      }),
    ),
    whole(
      'text-chronicle-entries.json',
      'Google Chronicle ingestion API',
      'entries[].log_text holds the event.',
      pretty({
        customer_id: '00000000-0000-4000-8000-000000000000',
        log_type: 'AWS_CLOUDTRAIL',
        entries: some.map((event) => ({ log_text: json(event), ts_rfc3339: event.eventTime })),
      }),
    ),
    whole(
      'text-elastic-message.json',
      'Elasticsearch without a pipeline',
      'A search answer whose _source has the event in message and empty ECS objects beside it.',
      pretty({
        took: 2,
        hits: {
          hits: some.map((event) => ({
            _index: '.ds-logs-aws-2026',
            _source: { agent: { type: 'filebeat' }, message: json(event), ecs: { version: '8.11.0' }, event: {} },
          })),
        },
      }),
    ),
    whole(
      'text-guardduty.jsonl',
      'a GuardDuty finding with additional information',
      'EventBridge events of another kind; service.additionalInfo.value holds the event.',
      jsonLines(
        some.map((event) => ({
          version: '0',
          id: '9c1e',
          'detail-type': 'GuardDuty Finding',
          source: 'aws.guardduty',
          account,
          region,
          detail: {
            schemaVersion: '2.0',
            type: 'Persistence:IAMUser/AnomalousBehavior',
            service: {
              serviceName: 'guardduty',
              action: {
                actionType: 'AWS_API_CALL',
                awsApiCallAction: { api: event.eventName, serviceName: event.eventSource },
              },
              additionalInfo: { value: json(event), type: 'default' },
            },
          },
        })),
      ),
    ),
    whole(
      'text-security-hub.json',
      'Security Hub, custom findings',
      'Findings whose resource details hold the event as a text.',
      pretty({
        Findings: some.map((event) => ({
          SchemaVersion: '2018-10-08',
          Id: `mail/${event.eventID}`,
          ProductArn: `arn:aws:securityhub:${region}:${account}:product/${account}/default`,
          Title: `${event.eventName} outside of office hours`,
          Severity: { Label: 'HIGH' },
          Resources: [{ Type: 'Other', Id: 'mail', Details: { Other: { event: json(event) } } }],
        })),
      }),
    ),
  ];
}

/** @param {Event} event */
const host = (event) => event.eventSource;
