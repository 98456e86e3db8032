/** Values as tools rewrite them, and values that look like marks of JSON: sound all the same. */
import { account, events, region } from './events.mjs';
import { BOM, found, json, jsonLines, layered, lines, pretty, whole, without } from './form.mjs';
import { csv } from './printers/csv.mjs';
import { renamed, small } from './printers/structs.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function values() {
  return [...times(), ...scalars(), ...sheets(), ...hostile()];
}

/** @param {(event: Event) => object} change */
const records = (change) => pretty({ Records: events().map(change) });

/** @param {(time: string) => string} change */
const timed = (change) => records((event) => ({ ...event, eventTime: change(event.eventTime) }));

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
      records((event) => ({
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
      records((event) => ({
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
      records((event) => ({
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

/** @returns {Form[]} */
function sheets() {
  const some = events();
  const header = [
    'eventVersion',
    'eventTime',
    'eventSource',
    'eventName',
    'awsRegion',
    'sourceIPAddress',
    'userAgent',
    'eventID',
    'readOnly',
    'recipientAccountId',
  ];
  /** @param {Event} event @param {string} id */
  const row = (event, id) => [
    event.eventVersion,
    event.eventTime,
    event.eventSource,
    event.eventName,
    event.awsRegion,
    event.sourceIPAddress,
    event.userAgent,
    event.eventID,
    'FALSE',
    id,
  ];
  const consoleHeader = [
    'User name',
    'AWS access key',
    'Event time',
    'Event source',
    'Event name',
    'AWS region',
    'Source IP address',
    'User agent',
    'Error code',
    'Resources',
    'Request ID',
    'Event ID',
    'Read-only',
    'Event type',
    'Recipient Account Id',
    'Event category',
  ];
  return [
    whole(
      'sheet-zero-lost.csv',
      'Excel',
      'An account id lost its leading zero, Booleans are in capitals; CRLF.',
      csv([header, ...some.map((event) => row(event, '12345678901'))], ',', '\r\n'),
    ),
    whole(
      'sheet-exponent.csv',
      'Excel',
      'Account ids are 4.44456E+11.',
      csv([header, ...some.map((event) => row(event, '4.44456E+11'))], ',', '\r\n'),
    ),
    whole(
      'sheet-local-times.csv',
      'Excel in a European locale',
      'Semicolons, a byte order mark, times as 18.05.2026 14:02 without seconds.',
      BOM +
        csv(
          [
            header,
            ...some.map((event) =>
              row({ ...event, eventTime: `18.05.2026 ${event.eventTime.slice(11, 16)}` }, '4,44456E+11'),
            ),
          ],
          ';',
          '\r\n',
        ),
      without(found(), ['eventTimes']),
    ),
    whole(
      'sheet-console-download.csv',
      'CloudTrail console, download as CSV',
      'The sixteen columns of the console.',
      csv([
        consoleHeader,
        ...some.map((event) => [
          event.userIdentity.userName ?? 'kim.lee',
          event.userIdentity.accessKeyId,
          event.eventTime,
          event.eventSource,
          event.eventName,
          event.awsRegion,
          event.sourceIPAddress,
          event.userAgent,
          '',
          '[]',
          event.requestID,
          event.eventID,
          'false',
          event.eventType,
          account,
          'Management',
        ]),
      ]),
    ),
    whole(
      'sheet-console-excel.csv',
      'Excel, after the CloudTrail console',
      'The columns of the console with semicolons and American times.',
      csv(
        [
          consoleHeader,
          ...some.map((event) => [
            event.userIdentity.userName ?? 'kim.lee',
            event.userIdentity.accessKeyId,
            `5/18/2026 ${event.eventTime.slice(11, 16)}`,
            event.eventSource,
            event.eventName,
            event.awsRegion,
            event.sourceIPAddress,
            event.userAgent,
            '',
            '[]',
            event.requestID,
            event.eventID,
            'FALSE',
            event.eventType,
            '4.44456E+11',
            'Management',
          ]),
        ],
        ';',
        '\r\n',
      ),
      without(found(), ['eventTimes']),
    ),
    whole(
      'sheet-pasted.tsv',
      'Excel, cells that were copied',
      'Tabs between cells, a header, empty columns at the end.',
      lines([[...header, '', ''].join('\t'), ...some.map((event) => [...row(event, account), '', ''].join('\t'))]),
    ),
  ];
}

/** @returns {Form[]} */
function hostile() {
  const some = events().map(pretending);
  return [
    whole(
      'hostile-records.json',
      'an attacker who chooses names',
      'A display name, a user agent and a session name look like the beginning and the end of events.',
      json({ Records: some }),
    ),
    whole(
      'hostile-unknown-key.json',
      'an attacker who chooses names',
      'The same below an unknown key, pretty-printed.',
      pretty({ data: { items: some } }),
    ),
    whole(
      'hostile-text.jsonl',
      'an attacker who chooses names',
      'The same as texts in JSON.',
      jsonLines(some.map((event) => ({ log: json(event) }))),
    ),
    whole(
      'hostile-cell.csv',
      'an attacker who chooses names',
      'The same in the cell of a table.',
      csv([['id', 'raw'], ...some.map((event, index) => [String(index), json(event)])]),
    ),
    layered(
      'hostile-numbered.txt',
      'an attacker who chooses names',
      'The same, pretty-printed and numbered by cat -n.',
      lines(
        JSON.stringify({ Records: some }, null, 2)
          .split('\n')
          .map((line, index) => `${String(index + 1).padStart(6)}\t${line}`),
      ),
    ),
    whole(
      'hostile-lookup.json',
      'an attacker who chooses names',
      'The same as lookup-events prints it.',
      pretty({ Events: some.map(looked) }, 4),
    ),
    layered(
      'hostile-syslog.log',
      'an attacker who chooses names',
      'The same with a prefix of syslog on every line.',
      lines(some.map((event) => `May 18 14:05:14 collector trail[811]: ${json(event)}`)),
    ),
  ];
}

/**
 * An event whose caller wrote marks of JSON and halves of events wherever callers may write.
 *
 * @param {Event} event
 * @returns {Event}
 */
function pretending(event) {
  return {
    ...event,
    userAgent: 'curl/8.5.0 "},{" }]} {"eventVersion":"1.08","eventName":"DeleteOrganization"',
    requestParameters: {
      ...event.requestParameters,
      ...(event.eventName === 'CreateUser'
        ? { displayName: '{"eventVersion":"1.08","userIdentity":{"type":"Root"},' }
        : {}),
      ...(event.eventName === 'PutMailboxPermissions' ? { entityId: `board@example.org\\"}],"Records":[{` } : {}),
    },
    tlsDetails: { ...event.tlsDetails, clientProvidedHostHeader: `workmail.${region}.amazonaws.com` },
  };
}
