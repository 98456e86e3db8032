/** Fields of events as columns, as tools for tables write them. */
import { events, names } from './events.mjs';
import { found, json, jsonLines, lines, named, whole, without } from './form.mjs';
import { cell, spaced } from './logs.mjs';
import { csv, csvAllQuoted } from './printers/csv.mjs';
import { duckStruct, flat, pascal } from './printers/structs.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function columnsOfTools() {
  return [...dotted(), ...duck()];
}

/** @returns {Form[]} */
function dotted() {
  const some = events();
  // pandas puts what has members behind what has none.
  const normalized = some.map((event) => {
    const row = flat(event, (list, path) => [[path, list]]);
    return new Map([...row.filter(([name]) => !name.includes('.')), ...row.filter(([name]) => name.includes('.'))]);
  });
  const columns = [...new Set(normalized.flatMap((row) => [...row.keys()]))];
  /** @param {unknown} value as pandas writes it */
  const panda = (value) =>
    Array.isArray(value)
      ? `[${value.map((each) => `'${each}'`).join(', ')}]`
      : typeof value === 'boolean'
        ? pascal(String(value))
        : cell(value);
  return [
    whole(
      'columns-normalized.csv',
      'json_normalize and to_csv of pandas',
      'Columns with dotted names; Booleans with a capital, lists as Python prints them.',
      csv([columns, ...normalized.map((row) => columns.map((name) => panda(row.get(name))))]),
    ),
    whole(
      'columns-normalized.json',
      'to_json of pandas',
      'Objects with dotted names, all columns in each, null where an event has none; slashes are escaped.',
      json(
        normalized.map((row) => Object.fromEntries(columns.map((name) => [name, row.get(name) ?? null]))),
      ).replaceAll('/', '\\/'),
    ),
    whole(
      'columns-miller.csv',
      'Miller',
      'Another header after an empty line wherever the columns change.',
      some
        .map((event) => flat(event, (list, path) => list.map((each, index) => [`${path}.${index + 1}`, each])))
        .map((row) => csv([row.map(([name]) => name), row.map(([, value]) => (value === null ? 'null' : cell(value)))]))
        .join('\n'),
    ),
    whole(
      'columns-wazuh-dashboard.csv',
      'the dashboard of Wazuh, CSV of a search',
      'Dotted columns below data.aws, beside columns of rules and agents.',
      csvAllQuoted([
        ['timestamp', 'rule.description', ...wazuh(some[0]).map(([name]) => name)],
        ...some.map((event) => [
          'May 18, 2026 @ 14:09:12.430',
          `AWS Cloudtrail: ${event.eventName}.`,
          ...wazuh(event).map(([, value]) => value),
        ]),
      ]),
    ),
  ];
}

/** @returns {Form[]} */
function duck() {
  const some = events().map(padded);
  const header = Object.keys(some[0] ?? {});
  return [
    whole(
      'columns-duckdb.csv',
      'DuckDB, COPY to CSV',
      'Structs with names in single quotes and most texts without any; NULL for keys that other rows have; times with a space.',
      csv(
        [
          header,
          ...some.map((event) =>
            Object.values(event).map((value) => (isText(value) ? value : value === null ? '' : duckStruct(value))),
          ),
        ],
        ',',
        '\n',
        /["#\r\n]/,
      ),
    ),
    whole(
      'columns-duckdb.jsonl',
      'DuckDB, COPY to JSON',
      'Whole events with null for keys that other rows have, and times with a space and no zone.',
      jsonLines(some),
    ),
    named(
      'columns-duckdb-box.txt',
      'DuckDB, on the screen',
      'A drawn table of three columns.',
      lines([
        '┌─────────────────────┬───────────────────────┬────────────────────────┐',
        '│      eventTime      │       eventName       │      eventSource       │',
        '│      timestamp      │        varchar        │        varchar         │',
        '├─────────────────────┼───────────────────────┼────────────────────────┤',
        ...events().map((event) => `│ ${spaced(event)} │ ${event.eventName.padEnd(21)} │ ${event.eventSource} │`),
        '└─────────────────────┴───────────────────────┴────────────────────────┘',
      ]),
      without(found(), ['eventIDs']),
    ),
    named(
      'columns-markdown.md',
      'a report',
      'A Markdown table of times, names and callers, between paragraphs.',
      lines([
        '# What happened',
        '',
        `All ${names.length} calls came from one address.`,
        '',
        '| eventTime | eventName | eventSource | eventID |',
        '| --- | --- | --- | --- |',
        ...events().map(
          (event) => `| ${event.eventTime} | ${event.eventName} | ${event.eventSource} | ${event.eventID} |`,
        ),
        '',
        'Nothing else was found.',
      ]),
    ),
  ];
}

/**
 * @param {Event} event
 * @returns {[string, string][]}
 */
const wazuh = (event) => [
  ['data.aws.eventTime', event.eventTime],
  ['data.aws.eventSource', event.eventSource],
  ['data.aws.eventName', event.eventName],
  ['data.aws.eventID', event.eventID],
  ['data.aws.awsRegion', event.awsRegion],
  ['data.aws.sourceIPAddress', event.sourceIPAddress],
  ['data.aws.userIdentity.type', event.userIdentity.type],
  ['data.aws.userIdentity.arn', event.userIdentity.arn],
  ['data.aws.requestParameters.organizationId', String(event.requestParameters?.organizationId)],
];

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string';

/**
 * What DuckDB makes of an event: one type for each column, so that keys that other events have are null.
 *
 * @param {Event} event
 */
function padded(event) {
  const all = events();
  const request = Object.assign({}, ...all.map((each) => renamedToNull(each.requestParameters)));
  const { sessionContext, ...identity } = event.userIdentity;
  return {
    ...event,
    userIdentity: {
      ...renamedToNull(all[0].userIdentity),
      ...identity,
      sessionContext: sessionContext === undefined ? null : withSpacedTimes(sessionContext),
    },
    eventTime: spaced(event),
    requestParameters: { ...request, ...event.requestParameters },
  };
}

/** @param {object | null} value */
const renamedToNull = (value) => Object.fromEntries(Object.keys(value ?? {}).map((key) => [key, null]));

/** @param {unknown} value @returns {unknown} */
const withSpacedTimes = (value) => JSON.parse(json(value).replace(/(\d)T(\d\d:\d\d:\d\d)Z/g, '$1 $2'));
