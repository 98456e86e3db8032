import { once } from '../../once';
import type { JsonValue } from '../../record';
import { jsonOfStruct } from '../tables/structText';
import { isObject, parseObject } from '../whole';
import { ownLogs } from './ownLogs';

/** Names that stand deeper than the fields of a log, or around them. */
const AROUND = ['traceId', 'event', 'emailAddress', 'mailFrom', 'recipients', 'address', 'action', 'reason', 'status'];

const spellings = /* @__PURE__ */ once(
  () =>
    new Map(
      [
        ...AROUND,
        ...ownLogs().flatMap(({ family, fields }) => (family === 'mail' ? fields : []).map(({ name }) => name)),
      ].map((name) => [name.toLowerCase(), name]),
    ),
);

/** A name of the logs of mail as they write it: query engines make small letters of all. */
export function mailName(name: string): string {
  return spellings().get(name.toLowerCase()) ?? name;
}

/**
 * What happened to a mail as one cell of a table holds it, in JSON or as query engines print structs, as JSON. Undefined for what is neither, and
 * where it is not sure what happened: a struct does not quote what strangers have written.
 */
export function mailCell(text: string): string | undefined {
  const value = parseObject(text);
  if (value !== undefined) return JSON.stringify(renamed(value));
  let acts = 0;
  const json = jsonOfStruct(text, (key) => {
    const name = mailName(key);
    if (name === 'eventName') acts++;
    return name;
  });
  return acts === 1 ? json : undefined;
}

function renamed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(renamed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [mailName(name), renamed(member)]));
}
