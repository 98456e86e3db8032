import type { Container, JsonObject } from '../../server/src/core/record';
import { withSortedKeys } from './sortedKeys';

/** A way to write events as a log. */
export interface LogForm {
  readonly container: Container;
  readonly write: (events: readonly JsonObject[]) => string;
}

const lines = (events: readonly JsonObject[]): string[] => events.map((event) => JSON.stringify(event));
const thirds = (events: readonly JsonObject[]): (readonly JsonObject[])[] => {
  const middle = Math.ceil(events.length / 3);
  return [events.slice(0, middle), events.slice(middle, 2 * middle), events.slice(2 * middle)].filter(
    (part) => part.length > 0,
  );
};

/** Every form in which logs are met, by a name for test titles. */
export const LOG_FORMS = {
  'one line': { container: 'records', write: (events) => JSON.stringify({ Records: events }) },
  pretty: { container: 'records', write: (events) => JSON.stringify({ Records: events }, null, 2) },
  'pretty, CRLF': {
    container: 'records',
    write: (events) => JSON.stringify({ Records: events }, null, 4).replaceAll('\n', '\r\n'),
  },
  'Records last': {
    container: 'records',
    write: (events) => JSON.stringify({ trail: { name: 'x' }, Records: events }),
  },
  array: { container: 'array', write: (events) => JSON.stringify(events) },
  'pretty array': { container: 'array', write: (events) => `${JSON.stringify(events, null, 1)}\n` },
  'sorted keys': { container: 'records', write: (events) => `{"Records":[${events.map(withSortedKeys).join(',')}]}` },
  'pretty, sorted keys': {
    container: 'records',
    write: (events) =>
      JSON.stringify({ Records: events.map((event): unknown => JSON.parse(withSortedKeys(event))) }, null, 2),
  },
  'JSON Lines': { container: 'json-lines', write: (events) => `${lines(events).join('\n')}\n` },
  'JSON Lines, sorted keys, CRLF': {
    container: 'json-lines',
    write: (events) => events.map(withSortedKeys).join('\r\n'),
  },
  concatenated: { container: 'concatenated', write: (events) => lines(events).join('') },
  'pretty, concatenated': {
    container: 'concatenated',
    write: (events) => events.map((event) => JSON.stringify(event, null, 2)).join('\n'),
  },
  'several wrappers': {
    container: 'concatenated',
    write: (events) =>
      thirds(events)
        .map((part) => JSON.stringify({ Records: part }))
        .join(''),
  },
  'several wrappers on lines': {
    container: 'concatenated',
    write: (events) =>
      thirds(events)
        .map((part) => JSON.stringify({ Records: part }))
        .join('\n'),
  },
} as const satisfies Record<string, LogForm>;

export type LogFormName = keyof typeof LOG_FORMS;

export const LOG_FORM_NAMES = Object.keys(LOG_FORMS) as readonly LogFormName[];
