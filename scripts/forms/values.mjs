/** Values as tools rewrite them: sound all the same. */
import { account, events } from './events.mjs';
import { found, json, jsonLines, lines, pretty, whole } from './form.mjs';
import { renamed, small } from './printers/structs.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function values() {
  return [...times(), ...scalars()];
}

/** @returns {Form[]} */
function times() {
  return [
    whole(
      'value-time-without-zone.json',
      'a database',
      'eventTime without a zone.',
      timed((time) => time.replace('Z', '')),
    ),
    whole(
      'value-time-offset.json',
      'isoformat of Python',
      'eventTime ends with +00:00.',
      timed((time) => time.replace('Z', '+00:00')),
    ),
    whole(
      'value-time-space.json',
      'a database',
      'eventTime with a space in place of T, without a zone.',
      timed((time) => time.replace('T', ' ').replace('Z', '')),
    ),
    whole(
      'value-time-space-offset.json',
      'str of Python',
      'eventTime with a space and +00:00.',
      timed((time) => time.replace('T', ' ').replace('Z', '+00:00')),
    ),
    whole(
      'value-time-millis.json',
      'toISOString of JavaScript',
      'eventTime with .000.',
      timed((time) => time.replace('Z', '.000Z')),
    ),
    whole(
      'value-time-panther.jsonl',
      'Panther',
      'eventTime with a space and nine digits; columns p_* behind the fields.',
      jsonLines(
        events().map((event) => ({
          ...event,
          eventTime: `${event.eventTime.replace('T', ' ').replace('Z', '')}.000000000`,
          p_event_time: event.eventTime,
          p_log_type: 'AWS.CloudTrail',
          p_row_id: event.eventID.replaceAll('-', ''),
          p_any_aws_account_ids: [account],
        })),
      ),
    ),
    whole(
      'value-time-logstash.jsonl',
      'the cloudtrail codec of Logstash',
      '@timestamp in place of eventTime, @version.',
      jsonLines(
        events().map(({ eventTime, ...event }) => ({
          ...event,
          '@timestamp': eventTime.replace('Z', '.000Z'),
          '@version': '1',
        })),
      ),
    ),
  ];
}

/** @returns {Form[]} */
function scalars() {
  const some = events();
  const ids = found();
  return [
    whole(
      'value-nulls.json',
      'a warehouse that writes every column',
      'null for everything that an event does not have, Booleans too.',
      changed((event) => ({
        ...event,
        readOnly: null,
        managementEvent: null,
        errorCode: null,
        errorMessage: null,
        resources: null,
        apiVersion: null,
        additionalEventData: null,
        serviceEventDetails: null,
        sharedEventID: null,
        vpcEndpointId: null,
        sessionCredentialFromConsole: null,
        edgeDeviceDetails: null,
      })),
    ),
    whole(
      'value-text-booleans.jsonl',
      'a query engine',
      'Rows with names in small letters, in which Booleans are texts: false, True.',
      jsonLines(
        some.map((event) => ({
          ...Object.fromEntries(Object.entries(event).map(([name, value]) => [small(name), renamed(value, small)])),
          readonly: 'false',
          managementevent: 'True',
        })),
      ),
    ),
    whole(
      'value-masked.json',
      'a person who masks ids',
      'Stars in place of the middle of keys, principals and addresses.',
      `${json({ Records: some }).replaceAll('AKIAI44QH8DHBEXAMPLE', 'AKIA****************').replaceAll('ASIAI44QH8DHBEXAMPLE', 'ASIA************MPLE').replaceAll('AROAQFORMSDESKEXAMPLE:', 'AROA****:').replaceAll('AROAQFORMSDESKEXAMPLE', 'AROA****').replaceAll('203.0.113.45', '203.0.x.x')}\n`,
    ),
    whole(
      'value-redacted-account.json',
      'a person who masks ids',
      'Account numbers are <ACCOUNT>, also inside ARNs.',
      pretty({ Records: JSON.parse(json(some).replaceAll(account, '<ACCOUNT>')) }),
    ),
    whole(
      'value-ids-in-capitals.json',
      'a .NET program',
      'eventID and requestID in capitals.',
      changed((event) => ({
        ...event,
        eventID: event.eventID.toUpperCase(),
        requestID: event.requestID.toUpperCase(),
      })),
      ids,
    ),
    whole(
      'value-source-in-capitals.json',
      'a program that normalises',
      'eventSource in other capitals in each event.',
      changed((event) => ({
        ...event,
        eventSource: ['WorkMail.amazonaws.com', 'WORKMAIL.AMAZONAWS.COM', 'workmail.AmazonAWS.com'][
          Number(event.eventID.at(-1)) - 1
        ],
      })),
    ),
    whole(
      'value-escaped-slashes.json',
      'json_encode of PHP',
      'Slashes escaped, names beyond ASCII as \\u.',
      json({ Records: some }).replaceAll('/', '\\/').replaceAll('Ortiz', 'Ort\\u00edz'),
    ),
    whole(
      'value-unicode-escapes.jsonl',
      'Gson',
      'Equals signs, apostrophes and angle brackets as \\u003d, \\u0027, \\u003c.',
      lines(some.map((event) => json(event).replaceAll('Rosa Ortiz', 'Rosa \\u003cO\\u0027Ortiz\\u003e \\u003d'))),
    ),
    whole(
      'value-mixed-with-others.json',
      'a trail of a whole account',
      'Events of other services stand between.',
      pretty({
        Records: [
          other('iam.amazonaws.com', 'ListRoles', 1),
          ...some.slice(0, 2),
          other('s3.amazonaws.com', 'GetBucketAcl', 2),
          ...some.slice(2),
        ],
      }),
      { events: 5, names: found().names, malformed: 0 },
    ),
  ];
}

/** @param {(event: Event) => object} change */
const changed = (change) => pretty({ Records: events().map(change) });

/** @param {(time: string) => string} change */
const timed = (change) => changed((event) => ({ ...event, eventTime: change(event.eventTime) }));

/** @param {string} eventSource @param {string} eventName @param {number} number */
const other = (eventSource, eventName, number) => ({
  ...events()[0],
  eventSource,
  eventName,
  readOnly: true,
  requestParameters: null,
  responseElements: null,
  eventID: `e4f1c2d3-7a86-4b95-9d0e-00000000c30${number}`,
  tlsDetails: { tlsVersion: 'TLSv1.3' },
});
