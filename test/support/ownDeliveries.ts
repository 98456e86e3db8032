import type { JsonObject, JsonValue } from '../../server/src/core/record';

/** The ways in which log deliveries, exports and log shippers hand on records of WorkMail's own logs. */

/** Every way in which such records are handed on, as a text. */
export const deliveries: Readonly<Record<string, (events: readonly JsonObject[]) => string>> = {
  lines: (events) => events.map((event) => JSON.stringify(event)).join('\n'),
  'lines of Windows': (events) => `\ufeff${events.map((event) => JSON.stringify(event)).join('\r\n')}\r\n`,
  list: (events) => JSON.stringify(events, null, 2),
  'get-log-events': (events) =>
    JSON.stringify(
      { events: events.map((event) => ({ timestamp: 0, message: JSON.stringify(event), ingestionTime: 2 })) },
      null,
      1,
    ),
  subscription: (events) =>
    JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: '111122223333',
      logGroup: 'g',
      logStream: 's',
      logEvents: events.map((event, at) => ({ id: String(at), timestamp: 0, message: JSON.stringify(event) })),
    }),
  'event a line': (events) =>
    events.map((event) => JSON.stringify({ timestamp: 0, message: JSON.stringify(event) })).join('\n'),
  'export task': (events) => events.map((event) => `1970-01-01T00:00:00.000Z ${JSON.stringify(event)}`).join('\n'),
  'lines of a terminal': (events) =>
    events.map((event) => `1970-01-01T00:00:00.000000+00:00 log/stream ${JSON.stringify(event)}`).join('\n'),
  'query results': (events) =>
    JSON.stringify({
      results: events.map((event) => [
        { field: '@message', value: JSON.stringify(event) },
        { field: '@timestamp', value: '1970-01-01 00:00:00.000' },
      ]),
      status: 'Complete',
    }),
  'query results with columns': (events) =>
    JSON.stringify({
      results: events.map((event) => [
        ...Object.entries(event).flatMap(([field, value]) => columnsOf(field, value)),
        { field: '@ptr', value: 'CnQK' },
      ]),
      status: 'Complete',
    }),
  w3c: (events) => valuesOf(events, '\t', (names) => `#Version: 1.0\n#Fields: ${names.join(' ')}`),
  csv: (events) => valuesOf(events, ',', (names) => names.join(',')),
  bars: (events) => valuesOf(events, '|', (names) => `#Fields: ${names.join('|')}`),
  insights: (events) => {
    const cells = events.map((event) => `0,"${JSON.stringify(event).replaceAll('"', '""')}"`);
    return ['@timestamp,@message', ...cells].join('\n');
  },
  digits: (events) => events.map((event) => JSON.stringify(withDigits(event))).join('\n'),
  nulls: (events) => {
    const names = namesOf(events);
    const full = events.map((event) => ({ ...Object.fromEntries(names.map((name) => [name, null])), ...event }));
    return full.map((event) => JSON.stringify(event)).join('\n');
  },
};

/** Logs Insights makes a column of each value in a list. */
function columnsOf(field: string, value: JsonValue): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap((each, at) => columnsOf(`${field}.${at}`, each));
  return [{ field, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

function namesOf(events: readonly JsonObject[]): readonly string[] {
  return Array.from(new Set(events.flatMap((event) => Object.keys(event))));
}

function withDigits(event: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      typeof value === 'number' || typeof value === 'boolean' ? String(value) : value,
    ]),
  );
}

function valuesOf(
  events: readonly JsonObject[],
  delimiter: string,
  head: (names: readonly string[]) => string,
): string {
  const names = namesOf(events);
  const cell = (value: JsonValue | undefined): string => {
    if (value === undefined || value === null) return '-';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = events.map((event) => names.map((name) => cell(event[name])).join(delimiter));
  return [head(names), ...lines].join('\n');
}
