/** Tables in whose cells stand the events in what another tool has put around them, or not in every row. */
import { account, events, region } from './events.mjs';
import { crlf, json, jsonLines, lines, whole } from './form.mjs';
import { csv, csvAllQuoted, quoted } from './printers/csv.mjs';
import { bridge, notification, queued } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function tableCells() {
  return [...wrappers(), ...texts(), ...rows(), ...beside()];
}

/** @returns {Form[]} */
function wrappers() {
  const some = events();
  return [
    whole(
      'cell-notification.csv',
      'a table of SQS messages',
      'Each cell is an SNS notification, in whose Message the event is a text.',
      csv([['id', 'body'], ...some.map((event, index) => [String(index), json(notification(json(event)))])]),
    ),
    whole(
      'cell-queue-of-topic.csv',
      'a table of Lambda invocations',
      'The event is a text in a text in a text, three times escaped, in a cell.',
      csv([
        ['id', 'payload'],
        ...some.map((event, index) => [
          String(index),
          json({ payload: json(queued(json(notification(json(event))))) }),
        ]),
      ]),
    ),
    whole(
      'cell-records.csv',
      'a table of objects of S3',
      'A cell is a log file of CloudTrail with all three events.',
      csv([
        ['key', 'content'],
        ['a.json', json({ Records: some })],
      ]),
    ),
    whole(
      'cell-detail.csv',
      'an archive of EventBridge',
      'Each cell is an event of EventBridge with the event under detail.',
      csv([['time', 'event'], ...some.map((event) => [event.eventTime, json(bridge(event))])]),
    ),
    whole(
      'cell-list.csv',
      'json_agg of PostgreSQL',
      'A cell is a list of events.',
      csv([
        ['who', 'events'],
        ['kim', json(some.slice(0, 2))],
        ['all', json(some.slice(2))],
      ]),
    ),
    whole(
      'cell-json-string.csv',
      'Redshift, SUPER unloaded as CSV',
      'A cell is a string of JSON in which the event is a text.',
      csv([['id', 'payload'], ...some.map((event, index) => [String(index), json(json(event))])]),
    ),
  ];
}

/** @returns {Form[]} */
function texts() {
  const [first, second, third] = events();
  return [
    whole(
      'cell-log-lines.csv',
      'QRadar and other collectors of syslog',
      'In each cell a header of syslog stands before the event, in the last one a word behind it.',
      csv([
        ['Event Name', 'Log Source', 'Payload'],
        ['x', 'AWS', `<13>May 18 14:02:51 collector ${json(first)}`],
        ['x', 'AWS', `<13>May 18 14:03:37 collector ${json(second)}`],
        ['x', 'AWS', `<13>May 18 14:05:09 collector ${json(third)} forwarded`],
      ]),
    ),
    whole(
      'cell-two-events.csv',
      'a spreadsheet that somebody kept',
      'Two events one after the other in a cell, one in the next.',
      csv([
        ['ticket', 'events'],
        ['1', `${json(first)}\n${json(second)}`],
        ['2', json(third)],
      ]),
    ),
    whole(
      'cell-ticket.csv',
      'Jira, export as CSV',
      'Pretty-printed in a block of code in the description, on one line in a comment; another comment is empty.',
      csv([
        ['Summary', 'Issue key', 'Description', 'Comment', 'Comment', 'Comment'],
        [
          'Mail export',
          'SEC-12',
          `h3. Event\n{code:json}\n${JSON.stringify(first, null, 2)}\n{code}\nplease look`,
          `10/May/26 9:00;bob;{noformat}${json(second)}{noformat}`,
          `11/May/26 9:00;kim;and this: ${json(third)}`,
          '',
        ],
      ]),
    ),
    whole(
      'cell-event-viewer.csv',
      'the Event Viewer of Windows',
      'The header lacks the name of the last column, in which the event stands behind a word.',
      crlf(
        csv([
          ['Level', 'Date and Time', 'Source', 'Event ID', 'Task Category'],
          ...[first, second, third].map((event) => [
            'Information',
            '5/18/2026 2:02:53 PM',
            'Forwarder',
            '1',
            'None',
            `Received ${json(event)}`,
          ]),
        ]),
      ),
    ),
  ];
}

/** @returns {Form[]} */
function rows() {
  const [first, second, third] = events();
  const empty = Array.from({ length: 24 }, (_, index) => [String(index), `START RequestId: ${index}`]);
  return [
    whole(
      'cell-late.csv',
      'CloudWatch Logs Insights over all log groups',
      'The first event stands in the 25th row.',
      csv([['@ptr', '@message'], ...empty, ...[first, second, third].map((event) => ['e', json(event)])]),
    ),
    whole(
      'cell-mixed.csv',
      'a table of messages of many kinds',
      'An event, a log file in a cell, an event of EventBridge, and rows of which none is one.',
      csv([
        ['id', 'raw'],
        ['1', json(first)],
        ['2', json({ Records: [second] })],
        ['3', json({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put', awsRegion: region })],
        ['4', json(bridge(third))],
        ['5', ''],
      ]),
    ),
    whole(
      'cell-two-columns.csv',
      'a comparison of two exports',
      'Two columns hold events, and a row has one in the second only.',
      csv([
        ['id', 'before', 'after'],
        ['1', json(first), json(second)],
        ['2', '', json(third)],
      ]),
    ),
    whole(
      'cell-caret.csv',
      'a loader of a database',
      'Carets between cells.',
      csv([['id', 'raw'], ...[first, second, third].map((event, index) => [String(index), json(event)])], '^'),
    ),
    whole(
      'cell-annotated.csv',
      'InfluxDB, annotated CSV',
      'Three lines with types and defaults before the header.',
      lines([
        '#datatype,string,long,dateTime:RFC3339,string',
        '#group,false,false,false,false',
        '#default,_result,,,',
      ]) +
        csv([
          ['', 'result', 'table', '_time', '_value'],
          ...[first, second, third].map((event) => ['', '', '0', event.eventTime, json(event)]),
        ]),
    ),
  ];
}

/** @returns {Form[]} */
function beside() {
  const [first, second, third] = events();
  return [
    whole(
      'cell-then-lines.txt',
      'two exports in one file',
      'A table with an event in a cell, then JSON on one line and on several.',
      csv([
        ['id', 'raw'],
        ['1', json(first)],
      ]) +
        jsonLines([second]) +
        `${JSON.stringify({ account, Records: [third] }, null, 2)}\n`,
    ),
    whole(
      'cell-all-quoted-late.csv',
      'an export with all cells in quotes',
      'Line breaks in cells, and no event in the first five rows.',
      csvAllQuoted([
        ['id', 'note', 'payload'],
        ...['a', 'b', 'c', 'd', 'e'].map((id) => [id, 'two\nlines', '']),
        ...[first, second, third].map((event) => ['x', 'one', json({ message: json(event) })]),
      ]).replace(quoted('b'), quoted('b "b"')),
    ),
  ];
}
