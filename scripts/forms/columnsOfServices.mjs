/** Fields of events as columns, under the names that AWS, Microsoft and Turbot give them. */
import { account, events } from './events.mjs';
import { BOM, json, jsonLines, named, pretty, whole } from './form.mjs';
import { cell, spaced } from './logs.mjs';
import { csv, csvAllQuoted } from './printers/csv.mjs';
import { javaStruct, pascal, renamed, small, snake } from './printers/structs.mjs';

/** @typedef {import('./form.mjs').Form} Form */
/** @typedef {import('./events.mjs').Event} Event */

/** @returns {readonly Form[]} */
export function columnsOfServices() {
  return [...smallNames(), ...snakes()];
}

/** @returns {Form[]} */
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

/** @returns {Form[]} */
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

/** @param {unknown} value */
const lake = (value) => (value === null ? '' : javaStruct(value, small));

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
