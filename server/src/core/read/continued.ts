import type { JsonObject, JsonValue } from '../record';
import { COLON, COMMA, QUOTE, skipSpace } from './characters';
import { isCloudTrailRecord } from './evidence';
import { isKeyAt, keyText } from './starts';
import { valueEnd } from './valueEnd';
import { isObject } from './whole';

/** What every event has since version 1.02. Of these, an event that goes on behind a brace too many lacks some. */
const ALWAYS = [
  'eventVersion',
  'userIdentity',
  'eventTime',
  'eventSource',
  'eventName',
  'awsRegion',
  'sourceIPAddress',
  'eventID',
  'eventType',
];

/** So far what follows is looked at. */
const NEAR = 60_000;
/** More fields than this no event has left. */
const MOST_KEYS = 60;

/**
 * Whether a whole event that seems to end at `end` goes on there, because its brace is one too many: fields follow that
 * every event has and this one lacks, and none that it has. Anything else is what is left of another record.
 */
export function isContinued(text: string, end: number, event: JsonObject): boolean {
  let key = firstKey(text, end);
  // Behind nearly every event another one begins, and nothing more need be asked.
  if (text.charCodeAt(key) !== QUOTE || !isKeyAt(text, key)) return false;
  const lacking = lackedBy(event);
  if (lacking.length === 0) return false;
  let supplies = false;
  const limit = Math.min(text.length, end + NEAR);
  for (let keys = 0; keys < MOST_KEYS && key < limit && isKeyAt(text, key); keys++) {
    const name = keyText(text, key);
    if (Object.hasOwn(event, name.slice(1, -1))) return false;
    supplies ||= lacking.includes(name.slice(1, -1));
    const colon = skipSpace(text, key + name.length, text.length);
    if (name === '' || text.charCodeAt(colon) !== COLON) break;
    const from = skipSpace(text, colon + 1, text.length);
    const behind = valueEnd(text, from, limit);
    const comma = skipSpace(text, Math.max(from, behind), text.length);
    if (behind <= from || text.charCodeAt(comma) !== COMMA) break;
    key = skipSpace(text, comma + 1, text.length);
  }
  return supplies;
}

/** Fields whose values a service or a caller writes: objects of any content. */
const HOLDERS: ReadonlySet<string> = new Set([
  'requestParameters',
  'responseElements',
  'additionalEventData',
  'serviceEventDetails',
]);

/** Whether events that stand inside a whole one are its own: then it has all that every event has, and a field that can hold them. */
export function mayHoldEvents(event: JsonObject): boolean {
  if (lackedBy(event).length > 0) return false;
  return Object.entries(event).every(([key, value]) => {
    if (typeof value !== 'object' || value === null || (HOLDERS.has(key) && isObject(value))) return true;
    return !mentionsEvent(value);
  });
}

/** Whether a field of an event stands anywhere in a value, as a key or in a text. Goes without recursion: values can be deep. */
function mentionsEvent(value: JsonValue): boolean {
  const open: JsonValue[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string' && next.includes('"event')) return true;
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.keys(next).some((key) => key.startsWith('event'))) return true;
    for (const inner of Object.values<JsonValue>(next)) open.push(inner);
  }
  return false;
}

/**
 * An object that is an event by its content, and tells which one: no part of an event does, whatever brace stands before it,
 * since the fields that tell are at both ends of it.
 */
export function isWholeEvent(value: JsonObject | undefined): value is JsonObject {
  if (value === undefined || !isCloudTrailRecord(value)) return false;
  if (!Object.hasOwn(value, 'eventVersion') || !Object.hasOwn(value, 'eventTime')) return false;
  return Object.hasOwn(value, 'eventName') || Object.hasOwn(value, 'insightDetails');
}

function lackedBy(event: JsonObject): readonly string[] {
  if (Object.hasOwn(event, 'insightDetails')) return [];
  return ALWAYS.filter((field) => !Object.hasOwn(event, field));
}

/** Behind the end a comma stands, or a bracket that is one too many as well. */
function firstKey(text: string, end: number): number {
  let at = skipSpace(text, end, text.length);
  if (text[at] === '}' || text[at] === ']') at = skipSpace(text, at + 1, text.length);
  return text.charCodeAt(at) === COMMA ? skipSpace(text, at + 1, text.length) : at;
}
