/** Events that stand as objects in JSON of any shape. */
import { account, events, region } from './events.mjs';
import { BOM, crlf, json, jsonLines, pretty, whole } from './form.mjs';
import { bridge } from './wrappers.mjs';

/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonObjects() {
  return [...lists(), ...objects(), ...stores(), ...services()];
}

/** @returns {import('./form.mjs').Form[]} */
function lists() {
  const some = events();
  const [first, second, third] = some;
  return [
    whole(
      'json-data-records.json',
      'an HTTP API',
      'A list Records below an unknown key, on one line.',
      json({ data: { Records: some } }),
    ),
    whole(
      'json-rds.json',
      'a hand-written export',
      'The only key is an unknown, short name with the list of events; CRLF.',
      crlf(pretty({ Rds: some })),
    ),
    whole(
      'json-hits-list.json',
      'a search API',
      'The list stands under `hits`, after keys with numbers and a query.',
      pretty({ took: 4, timed_out: false, query: 'eventSource:workmail*', total: 3, hits: some }, 4),
    ),
    whole('json-list-in-list.json', 'jq -s', 'Lists of events in a list.', pretty([[first, second], [third]])),
    whole(
      'json-paged.json',
      'jq -s over pages',
      'Several wrappers in a list, each with a list of events under a key that is not Records.',
      json([{ items: [first], nextToken: 'AAAB' }, { items: [second, third] }]),
    ),
    whole(
      'json-deep-lists.json',
      'a notebook',
      'Events five levels deep, in lists and objects by turns.',
      pretty({ run: [{ pages: [[{ found: some }]] }] }, 1),
    ),
    whole(
      'json-sorted-keys.json',
      'python -m json.tool --sort-keys',
      'Keys of events in the order of the alphabet, so that eventVersion is far from the beginning, under an unknown key.',
      pretty({ trail_events: some.map(sorted) }, 4),
    ),
    whole(
      'json-reversed-keys.jsonl',
      'a stream processor',
      'Events on lines with keys in reverse order, each inside `value`.',
      jsonLines(some.map((event) => ({ offset: 17, value: Object.fromEntries(Object.entries(event).reverse()) }))),
    ),
    whole(
      'json-keys-before.json',
      'a case management system',
      'Long prose, numbers, an empty list and an object stand before the list of events.',
      pretty({
        case: { id: 'IR-2026-051', title: 'Mailbox of the board opened', owner: null, tags: [] },
        summary: 'eventName and eventSource were looked at; "Records" of the trail follow. {not json}',
        confidence: 0.85,
        evidence: { kind: 'cloudtrail', sha256: '0'.repeat(64), content: some },
        closed: false,
      }),
    ),
    whole(
      'json-utf16.json',
      'redirection in Windows PowerShell',
      'UTF-16 with a byte order mark and CRLF, the list of events under an unknown key.',
      Buffer.from(BOM + crlf(pretty({ Result: some })), 'utf16le'),
    ),
    whole(
      'json-utf8-bom.json',
      'Windows PowerShell',
      'A byte order mark and CRLF before and inside `{"events":[...]}` of whole events.',
      BOM + crlf(pretty({ events: some }, 4)),
    ),
  ];
}

/** @returns {import('./form.mjs').Form[]} */
function objects() {
  const some = events();
  return [
    whole(
      'json-payload-alert-raw.jsonl',
      'an alert pipeline',
      'One alert a line; the event is three keys deep.',
      jsonLines(some.map((event) => ({ id: event.requestID, payload: { alert: { severity: 'high', raw: event } } }))),
    ),
    whole(
      'json-map-by-event-id.json',
      'jq INDEX(.eventID)',
      'An object whose keys are the ids of the events.',
      pretty(Object.fromEntries(some.map((event) => [event.eventID, event]))),
    ),
    whole(
      'json-map-by-name.json',
      'a test suite of detections',
      'An object whose keys are names of actions, inside `cases`.',
      pretty({ cases: Object.fromEntries(some.map((event) => [event.eventName, { event, expect: true }])) }, 4),
    ),
    whole(
      'json-map-by-time.json',
      'jq group_by',
      'Lists of events by hour and by caller.',
      pretty({ '2026-05-18T14': { 'mail-operator': [some[0], some[2]], 'kim.lee': [some[1]] } }),
      inOrder([0, 2, 1]),
    ),
    whole(
      'json-id-first.json',
      'MongoDB Compass',
      'A list of events whose first key is the _id of the store.',
      pretty(some.map((event, index) => ({ _id: { $oid: `66a1f0c2d3e4b5a69788790${index}` }, ...event }))),
    ),
    whole(
      'json-mongoexport.jsonl',
      'mongoexport',
      'Events on lines, first an _id, at the end keys of the importer.',
      jsonLines(
        some.map((event, index) => ({
          _id: { $oid: `66a1f0c2d3e4b5a69788790${index}` },
          ...event,
          ingested: { $date: '2026-05-18T14:10:00Z' },
        })),
      ),
    ),
    whole(
      'json-couchdb.json',
      'CouchDB _all_docs',
      'rows[].doc is the event, with _id and _rev before its own keys.',
      json({
        total_rows: 3,
        offset: 0,
        rows: some.map((event) => ({
          id: event.eventID,
          key: event.eventID,
          value: { rev: '1-0a1b' },
          doc: { _id: event.eventID, _rev: '1-0a1b', ...event },
        })),
      }),
    ),
    whole(
      'json-dynamodb-text-keys.json',
      'jq to_entries',
      'The outermost list has objects of key and value, where value is the event.',
      pretty(some.map((event, index) => ({ key: index, value: event }))),
    ),
  ];
}

/** @returns {import('./form.mjs').Form[]} */
function stores() {
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

/** @returns {import('./form.mjs').Form[]} */
function services() {
  const some = events();
  return [
    whole(
      'json-eventbridge-replay.jsonl',
      'EventBridge archive',
      'Replayed events: a key replay-name stands before detail.',
      jsonLines(some.map((event) => bridge(event, { 'replay-name': 'mail-may' }))),
    ),
    whole(
      'json-lambda-test-events.json',
      'Lambda test events',
      'Saved test events by name, each an EventBridge event.',
      pretty({ testEvents: Object.fromEntries(some.map((event) => [`test${event.eventName}`, bridge(event)])) }),
    ),
    whole(
      'json-put-events.json',
      'EventBridge PutEvents',
      'Entries with Detail as an object, PascalCase around it.',
      pretty({
        Entries: some.map((event) => ({
          Source: 'custom.trail',
          DetailType: 'AWS API Call via CloudTrail',
          EventBusName: 'mail',
          Detail: event,
        })),
      }),
    ),
    whole(
      'json-pagerduty.json',
      'PagerDuty',
      'A webhook of incidents: the event stands in the details of each alert.',
      json({
        event: {
          event_type: 'incident.triggered',
          occurred_at: '2026-05-18T14:06:00Z',
          data: { alerts: some.map((event) => ({ id: 'PT4', body: { type: 'alert_body', details: event } })) },
        },
      }),
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

/** @param {Event} event */
const sorted = (event) => sortedValue(event);

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function sortedValue(value) {
  if (Array.isArray(value)) return value.map(sortedValue);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sortedValue(member)]));
}

/**
 * What is found when the events stand in another order.
 *
 * @param {readonly [number, number, number]} order
 * @returns {import('./form.mjs').Expected}
 */
function inOrder(order) {
  const some = events();
  const ordered = order.map((index) => some[index] ?? some[0]);
  return {
    events: 3,
    names: ordered.map(({ eventName }) => eventName),
    malformed: 0,
    eventIDs: ordered.map(({ eventID }) => eventID),
    eventTimes: ordered.map(({ eventTime }) => eventTime),
  };
}
