/** Events that stand as text in JSON: escaped once, twice or three times, alone or among other words. */
import { account, events, permission, region } from './events.mjs';
import { BOM, crlf, found, json, jsonLines, pretty, whole } from './form.mjs';
import { bridge, looked, millis, notification, queued } from './wrappers.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function jsonTexts() {
  return [...keys(), ...shippers(), ...stores(), ...nested()];
}

/** @returns {import('./form.mjs').Form[]} */
function keys() {
  const some = events();
  return [
    whole(
      'text-msg.jsonl',
      'a log shipper',
      'The event is the text of `msg`, last on each line.',
      jsonLines(some.map((event) => ({ ts: millis(event) / 1000, level: 'info', msg: json(event) }))),
    ),
    whole(
      'text-message-bom-crlf.jsonl',
      'a log shipper on Windows',
      'A byte order mark, CRLF, and the event as the text of `message`, first on each line.',
      BOM + crlf(jsonLines(some.map((event) => ({ message: json(event), channel: 'Trail' })))),
    ),
    whole(
      'text-raw-log.json',
      'a detection platform',
      'raw_log holds the event as a text, below a list of results.',
      pretty({ results: some.map((event) => ({ rule: 'mail-access', raw_log: json(event), score: 71 })) }),
    ),
    whole(
      'text-cloud-trail-event.json',
      'Steampipe older than 0.20',
      'cloud_trail_event is a text.',
      json(some.map((event) => ({ event_id: event.eventID, username: null, cloud_trail_event: json(event) }))),
    ),
    whole(
      'text-lambda-payload.json',
      'aws lambda invoke',
      'Payload is the text of a list of all three events.',
      pretty({ StatusCode: 200, ExecutedVersion: '$LATEST', Payload: json(some) }, 4),
    ),
    whole(
      'text-trailing-newline.jsonl',
      'Docker json-file',
      'The text of `log` ends with an escaped line break; stream and time follow.',
      jsonLines(
        some.map((event) => ({ log: `${json(event)}\n`, stream: 'stdout', time: '2026-05-18T14:05:14.000817625Z' })),
      ),
    ),
    whole(
      'text-pretty-in-text.json',
      'a ticket system',
      'The events are pretty-printed inside texts, with escaped line breaks.',
      pretty({ comments: some.map((event) => ({ author: 'noc', body: `${JSON.stringify(event, null, 2)}\n` })) }),
    ),
    whole(
      'text-fenced-in-text.json',
      'a chat webhook',
      'Prose and a Markdown fence stand around the event inside the text.',
      jsonLines(
        some.map((event) => ({
          channel: '#mail-alerts',
          text: `:warning: *${event.eventName}* in ${account}\n\`\`\`\n${JSON.stringify(event, null, 2)}\n\`\`\`\nWho was it?`,
        })),
      ),
    ),
    whole(
      'text-lambda-log.json',
      'a Lambda function that logs what it got',
      'filter-log-events of the function: an INFO prefix before the EventBridge event, and START and REPORT lines without one.',
      pretty(
        {
          events: [
            logged('START RequestId: 4d1f Version: $LATEST\n', 0),
            ...some.map((event, index) =>
              logged(`2026-05-18T14:05:13.113Z\t4d1f\tINFO\tEVENT: ${json(bridge(event))}\n`, index + 1),
            ),
            logged('REPORT RequestId: 4d1f\tDuration: 12.31 ms\tBilled Duration: 13 ms\n', 4),
          ],
          searchedLogStreams: [],
        },
        4,
      ),
    ),
  ];
}

/**
 * @param {string} message
 * @param {number} index
 */
const logged = (message, index) => ({
  logStreamName: '2026/05/18/[$LATEST]0f1e',
  timestamp: 1779113113113 + index,
  message,
  ingestionTime: 1779113119113,
  eventId: `3895${index}`,
});

/** @returns {import('./form.mjs').Form[]} */
function shippers() {
  const some = events();
  return [
    whole(
      'text-fluent-bit-partial.jsonl',
      'Fluent Bit, CRI parser absent',
      'A time, a stream and a flag stand before the event inside `log`; `date` comes first.',
      jsonLines(
        some.map((event) => ({
          date: millis(event) / 1000 + 0.815,
          log: `2026-05-18T14:05:14.815231907Z stdout F ${json(event)}`,
          kubernetes: { namespace_name: 'audit', labels: { app: 'trail-reader' } },
        })),
      ),
    ),
    whole(
      'text-vector.jsonl',
      'Vector aws_s3 source',
      'message holds the event, after bucket, object and region.',
      jsonLines(
        some.map((event) => ({
          bucket: 'trail-example',
          message: json(event),
          object: `AWSLogs/${account}/CloudTrail/${region}/2026/05/18/x.json.gz`,
          region,
          source_type: 'aws_s3',
          timestamp: '2026-05-18T14:09:55.201Z',
        })),
      ),
    ),
    whole(
      'text-gelf.jsonl',
      'GELF',
      'full_message holds the event, short_message its name only.',
      jsonLines(
        some.map((event) => ({
          version: '1.1',
          host: 'trail-reader',
          short_message: `CloudTrail ${event.eventName}`,
          full_message: json(event),
          timestamp: millis(event) / 1000,
          level: 6,
          _account: account,
        })),
      ),
    ),
    whole(
      'text-journald.jsonl',
      'journalctl -o json',
      'MESSAGE holds the event among many keys in capitals, all values texts.',
      jsonLines(
        some.map((event) => ({
          __REALTIME_TIMESTAMP: String(millis(event) * 1000),
          _HOSTNAME: 'collector',
          PRIORITY: '6',
          SYSLOG_IDENTIFIER: 'trail-reader',
          MESSAGE: json(event),
          _PID: '811',
        })),
      ),
    ),
    whole(
      'text-step-functions.json',
      'aws stepfunctions describe-execution',
      'Documents one after the other; input is the text of an EventBridge event, output another text.',
      some
        .map((event) =>
          pretty(
            {
              executionArn: `arn:aws:states:${region}:${account}:execution:mail-response:${event.requestID}`,
              stateMachineArn: `arn:aws:states:${region}:${account}:stateMachine:mail-response`,
              name: event.requestID,
              status: 'SUCCEEDED',
              startDate: 1779113120.31,
              input: json(bridge(event)),
              inputDetails: { included: true },
              output: '{"ticket":"IR-2026-051"}',
            },
            4,
          ),
        )
        .join(''),
    ),
  ];
}

/** @returns {import('./form.mjs').Form[]} */
function stores() {
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

/** @param {import('./events.mjs').Event} event */
const host = (event) => event.eventSource;

/** @returns {import('./form.mjs').Form[]} */
function nested() {
  const some = events();
  return [
    whole(
      'text-twice.json',
      'a queue of a queue',
      'The event is a text in a text: escaped twice.',
      jsonLines(some.map((event) => ({ meta: 1, outer: json({ inner: json(event) }) }))),
    ),
    whole(
      'text-three-times.json',
      'a log of a queue of a queue',
      'The event is a text in a text in a text: escaped three times.',
      jsonLines(some.map((event) => ({ log: json({ body: json({ Message: json(event) }) }) }))),
    ),
    whole(
      'text-sns-in-sqs-in-pipe.json',
      'EventBridge Pipes',
      'An EventBridge event whose detail is an SQS message, whose body is an SNS notification, whose Message is an EventBridge event.',
      jsonLines(
        some.map((event) => ({
          version: '0',
          id: '3c5e',
          'detail-type': 'Event from SQS',
          source: 'Pipe mail-changes',
          account,
          time: '2026-05-18T14:05:20Z',
          region,
          resources: [],
          detail: queued(json(notification(json(bridge(event))))),
        })),
      ),
    ),
    whole(
      'text-sqs-batch.json',
      'an SQS trigger of Lambda',
      'A batch whose bodies are the events themselves.',
      json({ Records: some.map((event) => queued(json(event))) }),
    ),
    whole(
      'text-har.json',
      'the network panel of a browser',
      'A HAR file: the text of the answer is a whole lookup-events.',
      pretty({
        log: {
          version: '1.2',
          creator: { name: 'Firefox', version: '139.0' },
          entries: [
            {
              startedDateTime: '2026-05-18T14:20:01.310Z',
              request: {
                method: 'POST',
                url: `https://cloudtrail.${region}.amazonaws.com/`,
                headers: [],
                postData: { text: '{"MaxResults":50}' },
              },
              response: {
                status: 200,
                headers: [{ name: 'Content-Type', value: 'application/x-amz-json-1.1' }],
                content: {
                  size: 4711,
                  mimeType: 'application/x-amz-json-1.1',
                  text: json({ Events: some.map(looked) }),
                },
              },
            },
          ],
        },
      }),
    ),
    whole(
      'text-one-json-string.json',
      'jq tojson',
      'The whole file is one JSON text with a log in it.',
      `${json(json({ Records: some }))}\n`,
    ),
    whole(
      'text-single-under-key.json',
      'a form on a web page',
      'One event as a text, the only value of the file.',
      pretty({ cloudtrail: json(permission()) }),
      found([1]),
    ),
  ];
}
