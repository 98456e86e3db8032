import { isObject } from '../../server/src/core/read/whole';
import type { Container, JsonObject, JsonValue } from '../../server/src/core/record';

/** A way in which events become rows of a table, which holds a part of their fields. */
export interface TableForm {
  readonly container: Container;
  readonly write: (events: readonly JsonObject[]) => string;
}

const field = (event: JsonObject, name: string): string => String(event[name] ?? '');
const identity = (event: JsonObject): JsonObject => (isObject(event.userIdentity) ? event.userIdentity : {});
const spaced = (event: JsonObject): string => `${field(event, 'eventTime').replace('T', ' ').replace('Z', '')}.000`;

/** A struct as query engines print it. */
function struct(value: JsonValue | undefined): string {
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map(([name, member]) => `${name}=${struct(member)}`)
      .join(', ')}}`;
  }
  return Array.isArray(value) ? `[${value.map(struct).join(', ')}]` : String(value ?? 'null');
}

/** The same with the names of the identity's fields in small letters. */
const smallStruct = (value: JsonValue | undefined): string => struct(smallKeys(value));

function smallKeys(value: JsonValue | undefined): JsonValue {
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name.toLowerCase(), smallKeys(member)]));
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const plain = (cell: string): string => (/[",\r\n]/.test(cell) ? quoted(cell) : cell);
const csv = (rows: readonly (readonly string[])[], cell: (text: string) => string): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;

const CONSOLE_HEADER = [
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

const consoleRow = (event: JsonObject): string[] => [
  String(identity(event).userName ?? 'root'),
  String(identity(event).accessKeyId ?? ''),
  field(event, 'eventTime'),
  field(event, 'eventSource'),
  field(event, 'eventName'),
  field(event, 'awsRegion'),
  field(event, 'sourceIPAddress'),
  field(event, 'userAgent'),
  field(event, 'errorCode'),
  JSON.stringify([{ resourceType: 'AWS::WorkMail::User', resourceName: 'a3a9176d-EXAMPLE' }]),
  field(event, 'requestID'),
  field(event, 'eventID'),
  String(event.readOnly ?? false),
  field(event, 'eventType'),
  field(event, 'recipientAccountId'),
  String(event.eventCategory ?? 'Management'),
];

const ATHENA_TEXTS = [
  'eventversion',
  'eventtime',
  'eventsource',
  'eventname',
  'awsregion',
  'sourceipaddress',
  'useragent',
  'requestid',
  'eventid',
  'eventtype',
  'recipientaccountid',
];
const written = (event: JsonObject, column: string): string => {
  const name = Object.keys(event).find((each) => each.toLowerCase() === column);
  return name === undefined ? '' : field(event, name);
};

const athenaRow = (event: JsonObject): JsonObject => ({
  ...Object.fromEntries(ATHENA_TEXTS.map((column) => [column, written(event, column)])),
  useridentity: smallKeys(event.userIdentity),
  requestparameters: JSON.stringify(event.requestParameters ?? null),
  responseelements: JSON.stringify(event.responseElements ?? null),
});

const athenaCells = (event: JsonObject): string[] => [
  ...ATHENA_TEXTS.map((column) => written(event, column)),
  smallStruct(event.userIdentity),
  JSON.stringify(event.requestParameters ?? null),
  JSON.stringify(event.responseElements ?? null),
];
const ATHENA_HEADER = [...ATHENA_TEXTS, 'useridentity', 'requestparameters', 'responseelements'];

const lakeRow = (event: JsonObject): JsonObject[] => [
  { eventTime: spaced(event) },
  { eventName: field(event, 'eventName') },
  { eventSource: field(event, 'eventSource') },
  { eventID: field(event, 'eventID') },
  { awsRegion: field(event, 'awsRegion') },
  { userIdentity: smallStruct(event.userIdentity) },
  { requestParameters: struct(event.requestParameters) },
  { readOnly: String(event.readOnly ?? false) },
];

/** A header wherever the columns change, as Miller writes it: here, with every other event. */
export function withFurtherHeaders(events: readonly JsonObject[]): string {
  const table = (event: JsonObject, more: readonly string[]): string => {
    const cells = more.map((name) => field(event, name));
    return csv(
      [
        [...more, ...ATHENA_HEADER],
        [...cells, ...athenaCells(event)],
      ],
      quoted,
    );
  };
  return events.map((event, index) => table(event, index % 2 === 0 ? [] : ['errorcode', 'errormessage'])).join('\n');
}

const betweenBars = (events: readonly JsonObject[]): string => {
  const bars = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `# Events\n\n${[ATHENA_HEADER, ATHENA_HEADER.map(() => '---'), ...events.map(athenaCells)].map(bars).join('\n')}\n`;
};

export const TABLE_FORMS = {
  'Athena rows': { container: 'athena', write: (events) => JSON.stringify(events.map(athenaRow), null, 2) },
  'Athena rows on lines': {
    container: 'athena',
    write: (events) => `${events.map((event) => JSON.stringify(athenaRow(event))).join('\n')}\n`,
  },
  'Athena CSV': { container: 'csv', write: (events) => csv([ATHENA_HEADER, ...events.map(athenaCells)], quoted) },
  Markdown: { container: 'csv', write: betweenBars },
  'Lake results': {
    container: 'lake',
    write: (events) =>
      JSON.stringify(
        {
          QueryStatus: 'FINISHED',
          QueryStatistics: { ResultsCount: events.length, TotalResultsCount: events.length, BytesScanned: 9999 },
          QueryResultRows: events.map(lakeRow),
        },
        null,
        4,
      ),
  },
  'Lake CSV': {
    container: 'csv',
    write: (events) =>
      csv(
        [
          lakeRow({}).map((cell) => Object.keys(cell)[0] ?? ''),
          ...events.map((event) => lakeRow(event).map((cell) => String(Object.values(cell)[0] ?? ''))),
        ],
        plain,
      ),
  },
  'console CSV': {
    container: 'console-csv',
    write: (events) => csv([CONSOLE_HEADER, ...events.map(consoleRow)], plain),
  },
} as const satisfies Record<string, TableForm>;

export type TableFormName = keyof typeof TABLE_FORMS;
