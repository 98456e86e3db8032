/** Events whose quotes are written as code points, and events each of whose values stands in an object with its type. */
import { events } from './events.mjs';
import { json, layered, named, pretty } from './form.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function typedValues() {
  const some = events();
  const [first, second, third] = some;
  return [
    layered(
      'quotes-system-text-json.jsonl',
      'System.Text.Json',
      'A text with the event, in which each quote is \\u0022.',
      lines(some.map((event) => ({ message: json(event) }))),
    ),
    layered(
      'quotes-system-text-json-twice.jsonl',
      'System.Text.Json, twice',
      'A text in a text, each quote and each backslash written by the same serializer.',
      lines(some.map((event) => ({ outer: codePoints({ inner: json(event) }) }))),
    ),
    layered(
      'quotes-mixed.jsonl',
      'System.Text.Json behind another serializer',
      'A text in a text: the inner quotes have a backslash and \\u0022, or the other way round; one event is written as usual.',
      [
        codePoints({ outer: json({ inner: json(first) }) }),
        json({ outer: codePoints({ inner: json(second) }) }),
        json({ outer: json({ inner: json(third) }) }),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    ),
    named(
      'typed-dynamodb.json',
      'aws dynamodb scan',
      'Items of DynamoDB: each value in an object that names its type.',
      pretty({ Items: some.map((event) => ({ id: { S: event.eventID }, event: dynamo(event) })), Count: 3 }),
    ),
    named(
      'typed-struct.json',
      'google.protobuf.Struct printed as JSON',
      'Each value in an object that names its type.',
      pretty({ payloads: some.map(struct) }),
    ),
    named(
      'typed-otlp.json',
      'the file exporter of the OpenTelemetry Collector',
      'The body of a log record is a list of keys with typed values.',
      json({ resourceLogs: [{ scopeLogs: [{ logRecords: some.map((event) => ({ body: otlp(event) })) }] }] }),
    ),
  ];
}

/** @param {unknown} value as System.Text.Json writes it */
const codePoints = (value) => json(value).replaceAll('\\"', '\\u0022');

/** @param {readonly unknown[]} values */
const lines = (values) => values.map((value) => `${codePoints(value)}\n`).join('');

/**
 * @typedef {object} Types
 * @property {(text: string) => unknown} text
 * @property {(value: number | boolean) => unknown} scalar
 * @property {() => unknown} nothing
 * @property {(list: readonly unknown[]) => unknown} list
 * @property {(object: Record<string, unknown>) => unknown} object of typed values
 */

/**
 * @param {unknown} value
 * @param {Types} types
 * @returns {unknown}
 */
function typed(value, types) {
  if (typeof value === 'string') return types.text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return types.scalar(value);
  if (value === null || value === undefined) return types.nothing();
  if (Array.isArray(value)) return types.list(value.map((each) => typed(each, types)));
  return types.object(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, typed(each, types)])));
}

/** @param {unknown} value */
const dynamo = (value) =>
  typed(value, {
    text: (text) => ({ S: text }),
    scalar: (scalar) => (typeof scalar === 'number' ? { N: String(scalar) } : { BOOL: scalar }),
    nothing: () => ({ NULL: true }),
    list: (list) => ({ L: list }),
    object: (object) => ({ M: object }),
  });

/** @param {unknown} value */
const struct = (value) =>
  typed(value, {
    text: (text) => ({ stringValue: text }),
    scalar: (scalar) => (typeof scalar === 'number' ? { numberValue: scalar } : { boolValue: scalar }),
    nothing: () => ({ nullValue: null }),
    list: (list) => ({ listValue: { values: list } }),
    object: (object) => ({ structValue: { fields: object } }),
  });

/** @param {unknown} value */
const otlp = (value) =>
  typed(value, {
    text: (text) => ({ stringValue: text }),
    scalar: (scalar) => (typeof scalar === 'number' ? { intValue: String(scalar) } : { boolValue: scalar }),
    nothing: () => ({}),
    list: (list) => ({ arrayValue: { values: list } }),
    object: (object) => ({
      kvlistValue: { values: Object.entries(object).map(([key, each]) => ({ key, value: each })) },
    }),
  });
