/** Tables in which a cell holds the whole event as JSON, under a column of any name. */
import { account, events, region } from './events.mjs';
import { BOM, crlf, json, layered, lines, whole } from './form.mjs';
import { csv, csvAllQuoted, psql } from './printers/csv.mjs';
import { bySize } from './printers/jsonb.mjs';
import { looked, millis } from './wrappers.mjs';

/** @returns {readonly import('./form.mjs').Form[]} */
export function tableTexts() {
  return [...plain(), ...products(), ...databases()];
}

/** @returns {import('./form.mjs').Form[]} */
function plain() {
  const some = events();
  return [
    whole(
      'table-unknown-column.csv',
      'the csv module of Python',
      'The event is JSON in the last column, which has a name of its own; CRLF.',
      csv(
        [['row', 'seen', 'raw_event'], ...some.map((event, index) => [String(index), 'yes', json(event)])],
        ',',
        '\r\n',
      ),
    ),
    whole(
      'table-first-column.csv',
      'a spreadsheet that somebody kept',
      'The event is JSON in the first column, notes of people with commas and quotes follow.',
      csv([['Payload', 'Note'], ...some.map((event) => [json(event), `looks "odd", ask ${account}`])]),
    ),
    whole(
      'table-semicolon.csv',
      'Excel in a European locale',
      'Semicolons between cells, a byte order mark, CRLF; the event is JSON in the middle.',
      BOM +
        csv(
          [['Nr', 'Ereignis', 'Status'], ...some.map((event, index) => [`${index + 1}`, json(event), 'offen'])],
          ';',
          '\r\n',
        ),
    ),
    whole(
      'table-tab-header.tsv',
      'mysql --batch',
      'Tabs between cells, JSON without quotes around it.',
      lines(['id\tevent', ...some.map((event, index) => `${index + 1}\t${json(event)}`)]),
    ),
    whole(
      'table-multiline-cell.csv',
      'an export with pretty-printed cells',
      'The event in the cell has line breaks.',
      csvAllQuoted([['id', 'details'], ...some.map((event) => [event.eventID, JSON.stringify(event, null, 2)])]),
    ),
    whole(
      'table-no-header.csv',
      'cut and paste of rows',
      'Rows without a header; the second cell is the event.',
      csv(some.map((event) => [event.eventTime, json(event), 'x'])),
    ),
    whole(
      'table-backslash.csv',
      'Spark',
      'Quotes in the cell are escaped by backslashes in place of being doubled.',
      lines(['id,value', ...some.map((event, index) => `${index},${json(json(event))}`)]),
    ),
  ];
}

/** @returns {import('./form.mjs').Form[]} */
function products() {
  const some = events();
  return [
    whole(
      'table-splunk.csv',
      'Splunk, export of results',
      'All cells in quotes; _raw is the last column.',
      csvAllQuoted([
        ['_serial', '_time', 'source', 'sourcetype', 'host', 'index', 'splunk_server', '_raw'],
        ...some.map((event, index) => [
          String(index),
          event.eventTime.replace('Z', '.000+0000'),
          's3://trail-example/x.json.gz',
          'aws:cloudtrail',
          'collector',
          'aws',
          'idx1',
          json(event),
        ]),
      ]),
    ),
    whole(
      'table-logs-insights.csv',
      'CloudWatch Logs Insights, export as CSV',
      '@timestamp and @message, the latter the event.',
      csv([
        ['@timestamp', '@message', '@logStream'],
        ...some.map((event) => [
          `${event.eventTime.slice(0, 19).replace('T', ' ')}.000`,
          json(event),
          `${account}_CloudTrail_${region}_3`,
        ]),
      ]),
    ),
    whole(
      'table-datadog.csv',
      'Datadog, download as CSV',
      'Date, Host, Service and Content; Content is the event.',
      csvAllQuoted([
        ['Date', 'Host', 'Service', 'Content'],
        ...some.map((event) => [`${event.eventTime.slice(0, 19)}.000Z`, 'trail', 'cloudtrail', json(event)]),
      ]),
    ),
    whole(
      'table-export-csv.csv',
      'Export-Csv of Windows PowerShell',
      'A line #TYPE before the header, all cells in quotes; CloudTrailEvent is the event, Resources the name of a type.',
      crlf(
        lines(['#TYPE Amazon.CloudTrail.Model.Event']) +
          csvAllQuoted([
            [
              'AccessKeyId',
              'CloudTrailEvent',
              'EventId',
              'EventName',
              'EventSource',
              'EventTime',
              'ReadOnly',
              'Resources',
              'Username',
            ],
            ...some
              .map(looked)
              .map((entry) => [
                entry.AccessKeyId,
                entry.CloudTrailEvent,
                entry.EventId,
                entry.EventName,
                entry.EventSource,
                `5/18/2026 ${entry.EventTime.slice(11, 19).replace('14:', '2:')} PM`,
                'false',
                'System.Collections.Generic.List`1[Amazon.CloudTrail.Model.Resource]',
                entry.Username,
              ]),
          ]),
      ),
    ),
  ];
}

/** @returns {import('./form.mjs').Form[]} */
function databases() {
  const some = events();
  return [
    whole(
      'table-psql-copy.tsv',
      'COPY of PostgreSQL',
      'No header, \\N for nothing, and JSON as jsonb prints it: spaces after colons, keys by their length.',
      lines(some.map((event, index) => `${index + 1}\t\\N\t${bySize(event)}`)),
    ),
    layered(
      'table-psql-aligned.txt',
      'psql',
      'A drawn table with one column of jsonb, and the count of rows after it.',
      psql(
        ['id', 'event'],
        some.map((event, index) => [String(index + 1), bySize(event)]),
      ),
    ),
    layered(
      'table-psql-expanded.txt',
      'psql -x',
      'A line with dashes before each record, and the name of the column before the event.',
      expanded(some.map(bySize)),
    ),
    layered(
      'table-sqlite-dump.sql',
      'sqlite3 .dump',
      'INSERT statements with JSON in single quotes, in which an apostrophe is doubled.',
      lines([
        'PRAGMA foreign_keys=OFF;',
        'BEGIN TRANSACTION;',
        'CREATE TABLE events(id int, event text);',
        ...some.map((event, index) => `INSERT INTO events VALUES(${index + 1},'${apostrophe(json(event))}');`),
        'COMMIT;',
      ]),
    ),
    layered(
      'table-mysqldump.sql',
      'mysqldump',
      'One INSERT of many rows, JSON in single quotes with a backslash before every double quote.',
      lines([
        '/*!40101 SET NAMES utf8mb4 */;',
        'LOCK TABLES `events` WRITE;',
        `INSERT INTO \`events\` VALUES ${some.map((event, index) => `(${index + 1},'${json(event).replaceAll('"', '\\"')}')`).join(',')};`,
        'UNLOCK TABLES;',
      ]),
    ),
    layered(
      'table-markdown-json.md',
      'a wiki page',
      'A Markdown table whose second column is the event in backticks.',
      lines([
        '| When | Event |',
        '| --- | --- |',
        ...some.map((event) => `| ${new Date(millis(event)).toISOString().slice(11, 16)} | \`${json(event)}\` |`),
      ]),
    ),
  ];
}

/** @param {string} text with an apostrophe in a name, which SQL doubles */
const apostrophe = (text) => text.replace('Rosa Ortiz', "Rosa O'Ortiz").replaceAll("'", "''");

/** @param {readonly string[]} cells */
function expanded(cells) {
  const width = 'event | '.length + Math.max(...cells.map(({ length }) => length));
  const records = cells.flatMap((each, index) => [
    `-[ RECORD ${index + 1} ]`.padEnd(width, '-'),
    `id    | ${index + 1}`,
    `event | ${each}`,
  ]);
  return lines([...records, '']);
}
