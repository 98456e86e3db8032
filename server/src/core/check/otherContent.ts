import { recordSchema } from '../../generated/schemas';
import { eventOf, type Readable } from '../read/view';
import { isObject } from '../read/whole';
import type { EventRecord, JsonObject, JsonValue, Problem, Text } from '../record';
import { isMailCall } from '../record';
import { accountText, restoredAccount } from './accountId';
import { sameId } from './eventId';
import { eventTimeMs } from './eventTime';
import { isMasked } from './markers';
import { problemAt } from './problem';
import { truthOf } from './retyped';

/**
 * Records of one log that have the eventID of an earlier one but tell something else: one of the two was changed. Trails
 * deliver the same event more than once, and tools write its values in other ways; those are copies, of which nothing is said.
 *
 * Only WorkMail's records are looked at, and only whole ones. An event is read again where its id is met a second time.
 */
export class IdsOfLog {
  readonly #text: Text;
  readonly #first = new Map<string, Readable>();

  constructor(text: Text) {
    this.#text = text;
  }

  /** What is wrong with a record beside those that were given before it, if its id is one of theirs. */
  problemOf(record: EventRecord): Problem | undefined {
    const { start, end, form, mends, columns, service, malformed, event } = record;
    if (!isMailCall(service) || malformed === 'syntax' || typeof event?.eventID !== 'string') return undefined;
    const id = sameId(event.eventID);
    if (!UNIQUE_ID.test(id)) return undefined;
    const first = this.#first.get(id);
    if (first === undefined) {
      this.#first.set(id, { start, end, form, mends, ...(columns && { columns }) });
      return undefined;
    }
    const text = this.#text.slice(first.start, first.end);
    if (form === first.form && text === this.#text.slice(start, end)) return undefined;
    return otherContent(eventOf(this.#text, first), event);
  }
}

/** Examples and anonymised logs give one made-up id to different events; AWS's own examples do. */
const UNIQUE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is said of a record whose id is that of an earlier one; undefined where both tell the same. */
export function otherContent(earlier: JsonObject | undefined, later: JsonObject | undefined): Problem | undefined {
  if (earlier === undefined || later === undefined) return undefined;
  const fields = differingFields(earlier, later);
  if (fields.length === 0) return undefined;
  const named = fields.slice(0, MOST_NAMED).join(', ');
  const more = fields.length > MOST_NAMED ? ` and ${fields.length - MOST_NAMED} more` : '';
  return problemAt('other-content', ['eventID'], 'value', { fields: named + more });
}

const MOST_NAMED = 5;

/** The fields of the envelope of which two records do not say the same. What tools add beside those is not looked at. */
function differingFields(left: JsonObject, right: JsonObject): readonly string[] {
  const known = Array.from(recordSchema().properties?.keys() ?? []);
  return known.filter((field) => !saysSame(own(left, field), own(right, field)));
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether two values say the same, whatever the order of keys, and however tools have written what is in them. */
export function saysSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  const pairs: (readonly [JsonValue | undefined, JsonValue | undefined])[] = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (isObject(a) && isObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) pairs.push([own(a, key), own(b, key)]);
    } else if (isList(a) && isList(b)) {
      for (let at = 0; at < Math.max(a.length, b.length); at++) pairs.push([a[at], b[at]]);
    } else if (!isSamePlain(a, b)) return false;
  }
  return true;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isSamePlain(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b || (isNothing(a) && isNothing(b)) || isMasked(a) || isMasked(b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const truth = truthOf(a);
  if (truth !== undefined) return truth === truthOf(b);
  // Lines that were wrapped have broken texts, too.
  return sameId(withoutSpace(a)) === sameId(withoutSpace(b)) || isSameTime(String(a), String(b)) || isSameAccount(a, b);
}

function withoutSpace(value: string | number | boolean): string {
  return String(value).replace(/\s+/g, '');
}

function isPlain(value: JsonValue | undefined): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** How tools write what is absent: not at all, as null, as an empty text, or as an object or a list of nothing. */
function isNothing(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every((member) => member === null);
}

function isSameTime(x: string, y: string): boolean {
  const time = eventTimeMs(x);
  return time !== undefined && time === eventTimeMs(y);
}

function isSameAccount(a: JsonValue, b: JsonValue): boolean {
  const [x = '', y = ''] = [accountText(a), accountText(b)];
  return /^\d{9,12}$/.test(x) && /^\d{9,12}$/.test(y) && restoredAccount(x) === restoredAccount(y);
}
