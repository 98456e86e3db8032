/** Events that are a text under one key of a line, as shippers of logs write them. */
import { account, events, region } from './events.mjs';
import { BOM, crlf, json, jsonLines, pretty, whole } from './form.mjs';
import { bridge, millis } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function textsOfShippers() {
  return [...keys(), ...shippers()];
}

/** @returns {Form[]} */
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

/** @returns {Form[]} */
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
