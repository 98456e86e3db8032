/** Tables and flat objects in which fields of events are columns, under the names that tools give them. */
import { account, events, names } from './events.mjs';
import { BOM, found, json, jsonLines, lines, named, pretty, whole, without } from './form.mjs';
import { csv, csvAllQuoted } from './printers/csv.mjs';
import { duckStruct, flat, javaStruct, pascal, renamed, small, snake } from './printers/structs.mjs';

/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly import('./form.mjs').Form[]} */
export function tableColumns() {
  return [...smallNames(), ...snakes(), ...dotted(), ...duck()];
}

/**
 * A value as the cell of a table.
 *
 * @param {unknown} value
 */
const cell = (value) => (typeof value === 'string' ? value : value === null || value === undefined ? '' : json(value));

/** @param {Event} event */
const spaced = (event) => event.eventTime.replace('T', ' ').replace('Z', '');

/** @returns {import('./form.mjs').Form[]} */
function smallNames() {
  const some = events();
  const header = Object.keys(some[0]).map(small);
  /** @param {Event} event */
  const athena = (event) =>
    Object.entries(event).map(([name, value]) =>
      name === 'userIdentity' || name === 'tlsDetails' ? javaStruct(value, small) : cell(value),
    );
  return [
    whole(
      'columns-athena.csv',
      'Athena, download of results',
      'Columns in small letters, all cells in quotes; userIdentity is a struct, requestParameters JSON.',
      csvAllQuoted([header, ...some.map(athena)]),
    ),
    named(
      'columns-athena-result-set.json',
      'aws athena get-query-results',
      'Rows of Data of VarCharValue, the first of which is the header.',
      pretty(
        {
          ResultSet: {
            Rows: [header, ...some.map(athena)].map((row) => ({
              Data: row.map((value) => (value === '' ? {} : { VarCharValue: value })),
            })),
            ResultSetMetadata: { ColumnInfo: header.map((name) => ({ Name: name, Type: 'varchar' })) },
          },
          UpdateCount: 0,
        },
        4,
      ),
    ),
    whole(
      'columns-trino.jsonl',
      'Trino, JSON output',
      'Names in small letters at every depth; requestParameters and responseElements are texts.',
      jsonLines(
        some.map((event) => ({
          ...Object.fromEntries(Object.entries(event).map(([name, value]) => [small(name), renamed(value, small)])),
          requestparameters: json(event.requestParameters),
          responseelements: event.responseElements === null ? null : json(event.responseElements),
        })),
      ),
    ),
    whole(
      'columns-lake.json',
      'aws cloudtrail get-query-results',
      'Rows of one-key maps, all values texts; structs are not JSON and times have a space.',
      pretty(
        {
          QueryStatus: 'FINISHED',
          QueryStatistics: { ResultsCount: 3, TotalResultsCount: 3, BytesScanned: 9142 },
          QueryResultRows: some.map((event) =>
            Object.entries(event).map(([name, value]) => ({
              [name]: name === 'eventTime' ? `${spaced(event)}.000` : typeof value === 'string' ? value : lake(value),
            })),
          ),
        },
        4,
      ),
    ),
    whole(
      'columns-lake-saved.csv',
      'CloudTrail Lake, saved results',
      'Columns with CloudTrail names, structs in cells that are not JSON.',
      csvAllQuoted([
        Object.keys(some[0]),
        ...some.map((event) =>
          Object.entries(event).map(([name, value]) =>
            name === 'eventTime' ? `${spaced(event)}.000` : typeof value === 'string' ? value : lake(value),
          ),
        ),
      ]),
    ),
  ];
}

/** @param {unknown} value */
const lake = (value) => (value === null ? '' : javaStruct(value, small));

/** @returns {import('./form.mjs').Form[]} */
function snakes() {
  const some = events();
  /** @param {Event} event */
  const tailpipe = (event) => ({
    tp_id: `cq${event.eventID.slice(-4)}`,
    tp_timestamp: event.eventTime,
    tp_index: account,
    ...Object.fromEntries(
      Object.entries(event).map(([name, value]) => [
        snake(name),
        name === 'userIdentity' || name === 'tlsDetails' ? renamed(value, snake) : value,
      ]),
    ),
  });
  const rows = some.map(tailpipe);
  return [
    whole(
      'columns-tailpipe.json',
      'Tailpipe, JSON output',
      'rows of objects with names in snake_case, also inside user_identity; columns of the tool come first.',
      pretty({ rows }, 1),
    ),
    whole(
      'columns-tailpipe.csv',
      'Tailpipe, CSV output',
      'Columns in snake_case, user_identity and request_parameters as JSON.',
      csv([Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cell))]),
    ),
    whole(
      'columns-snake.jsonl',
      'a service that renames keys',
      'Whole events with names in snake_case at every depth.',
      jsonLines(some.map((event) => renamed(event, snake))),
    ),
    whole(
      'columns-pascal.json',
      'a .NET program',
      'Whole events with names in PascalCase at every depth, in a list under an unknown key.',
      pretty({ TrailEvents: some.map((event) => renamed(event, pascal)) }),
    ),
    whole(
      'columns-steampipe.csv',
      'Steampipe, CSV output',
      'Only what lookup-events tells, in snake_case: no caller but a user name, no request.',
      csv([
        ['event_id', 'event_name', 'event_source', 'event_time', 'read_only', 'username', 'access_key_id', 'resources'],
        ...some.map((event) => [
          event.eventID,
          event.eventName,
          event.eventSource,
          event.eventTime,
          'false',
          event.userIdentity.userName ?? 'kim.lee',
          event.userIdentity.accessKeyId,
          '[]',
        ]),
      ]),
    ),
    whole(
      'columns-sentinel-us.csv',
      'Microsoft Sentinel portal, export in an American browser',
      'Columns in PascalCase after TimeGenerated [UTC]; times with AM and PM.',
      BOM +
        csv([
          ['TimeGenerated [UTC]', ...sentinel(some[0]).map(([name]) => name)],
          ...some.map((event) => [
            `5/18/2026, ${event.eventTime.slice(11, 19).replace('14:', '2:')}.000 PM`,
            ...sentinel(event).map(([, value]) => cell(value)),
          ]),
        ]),
    ),
    whole(
      'columns-sentinel-query.json',
      'az monitor log-analytics query',
      'Objects with names in PascalCase, every value a text, requests as JSON texts.',
      pretty(
        some.map((event) => ({
          TableName: 'PrimaryResult',
          TimeGenerated: event.eventTime,
          ...Object.fromEntries(sentinel(event).map(([name, value]) => [name, cell(value)])),
        })),
      ),
    ),
    named(
      'columns-log-analytics.json',
      'Log Analytics API',
      'tables[].columns name the columns once, rows are lists.',
      json({
        tables: [
          {
            name: 'PrimaryResult',
            columns: ['TimeGenerated', ...sentinel(some[0]).map(([name]) => name)].map((name) => ({
              name,
              type: 'string',
            })),
            rows: some.map((event) => [event.eventTime, ...sentinel(event).map(([, value]) => cell(value))]),
          },
        ],
      }),
    ),
  ];
}

/**
 * The columns of Sentinel's table AWSCloudTrail.
 *
 * @param {Event} event
 * @returns {[string, unknown][]}
 */
function sentinel(event) {
  const { userIdentity } = event;
  const isRole = userIdentity.type === 'AssumedRole';
  return [
    ['AwsEventId', event.eventID],
    ['EventVersion', event.eventVersion],
    ['EventSource', event.eventSource],
    ['EventTypeName', event.eventType],
    ['EventName', event.eventName],
    ['UserIdentityType', userIdentity.type],
    ['UserIdentityPrincipalid', userIdentity.principalId],
    ['UserIdentityArn', userIdentity.arn],
    ['UserIdentityAccountId', userIdentity.accountId],
    ['UserIdentityAccessKeyId', userIdentity.accessKeyId],
    ['UserIdentityUserName', userIdentity.userName],
    ['SessionMfaAuthenticated', isRole ? 'true' : ''],
    ['SessionIssuerArn', isRole ? `arn:aws:iam::${account}:role/MailSupport` : ''],
    ['AWSRegion', event.awsRegion],
    ['SourceIpAddress', event.sourceIPAddress],
    ['UserAgent', event.userAgent],
    ['ErrorCode', ''],
    ['RequestParameters', event.requestParameters],
    ['ResponseElements', event.responseElements],
    ['AwsRequestId_', event.requestID],
    ['ReadOnly', 'false'],
    ['ManagementEvent', 'true'],
    ['RecipientAccountId', event.recipientAccountId],
    ['Type', 'AWSCloudTrail'],
  ];
}

/** @returns {import('./form.mjs').Form[]} */
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

/** @returns {import('./form.mjs').Form[]} */
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
