/** Events as stores and collectors keep them in JSON. */
import { account, events, region } from './events.mjs';
import { jsonLines, pretty, whole } from './form.mjs';

/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonStores() {
  const some = events();
  return [
    whole(
      'json-opensearch-hits.json',
      'OpenSearch',
      'A search answer in which _source is the event itself, beside fields of one-value lists.',
      pretty({
        took: 7,
        timed_out: false,
        _shards: { total: 5, successful: 5, skipped: 0, failed: 0 },
        hits: {
          total: { value: 3, relation: 'eq' },
          max_score: null,
          hits: some.map((event) => ({
            _index: 'cwl-2026.05.18',
            _id: event.eventID,
            _score: null,
            _source: { '@id': '38950', ...event, '@message': '', '@owner': account },
            fields: { eventTime: [event.eventTime], eventName: [event.eventName] },
            sort: [Date.parse(event.eventTime)],
          })),
        },
      }),
    ),
    whole(
      'json-kafka-connect.jsonl',
      'Kafka Connect JsonConverter',
      'schema before payload, in which the event is.',
      jsonLines(
        some.map((event) => ({
          schema: {
            type: 'struct',
            fields: [{ type: 'string', optional: true, field: 'eventVersion' }],
            optional: false,
          },
          payload: event,
        })),
      ),
    ),
    whole(
      'json-datadog-archive.jsonl',
      'Datadog log archives',
      'Lines in which attributes hold the event, with keys of the vendor between those of the event.',
      jsonLines(
        some.map((event) => ({
          _id: `AZbg${event.eventID.slice(-4)}AAAExample`,
          date: `${event.eventTime.slice(0, 19)}.000Z`,
          service: 'cloudtrail',
          host: `arn:aws:s3:::trail-example`,
          attributes: { ...event, evt: { name: event.eventName }, network: { client: { ip: event.sourceIPAddress } } },
          source: 'cloudtrail',
          status: 'info',
          tags: ['source:cloudtrail', 'forwardername:datadog-forwarder'],
        })),
      ),
    ),
    whole(
      'json-wazuh-alert.json',
      'Wazuh',
      'One alert pretty-printed after the other: data.aws holds the event among keys of the integration.',
      some.map((event) => pretty(wazuh(event))).join(''),
    ),
    whole(
      'json-logs-insights-copied.json',
      'CloudWatch Logs Insights, copied as JSON',
      'Rows of a query whose @message is an object in place of a text.',
      pretty(
        some.map((event) => ({
          '@timestamp': `${event.eventTime.slice(0, 19).replace('T', ' ')}.000`,
          '@logStream': `${account}_CloudTrail_${region}_3`,
          '@message': event,
        })),
        4,
      ),
    ),
    whole(
      'json-steampipe-rows.json',
      'Steampipe',
      'columns, then rows in which cloud_trail_event is an object beside event_id and event_name.',
      pretty(
        {
          columns: ['event_id', 'event_name', 'event_time', 'cloud_trail_event'].map((name) => ({
            name,
            data_type: name === 'cloud_trail_event' ? 'jsonb' : 'text',
          })),
          rows: some.map((event) => ({
            event_id: event.eventID,
            event_name: event.eventName,
            event_time: event.eventTime,
            cloud_trail_event: event,
          })),
        },
        1,
      ),
    ),
  ];
}

/** @param {Event} event */
const wazuh = (event) => ({
  timestamp: '2026-05-18T14:09:12.430+0000',
  rule: { level: 3, description: `AWS Cloudtrail: ${event.eventName}.`, id: '80202', groups: ['amazon', 'aws'] },
  agent: { id: '000', name: 'manager' },
  data: {
    integration: 'aws',
    aws: {
      log_info: { aws_account_alias: '', log_file: 'AWSLogs/x.json.gz', s3bucket: 'trail-example' },
      ...event,
      source: 'cloudtrail',
      aws_account_id: account,
    },
  },
  location: 'Wazuh-AWS',
});
