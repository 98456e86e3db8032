import { parseTime } from '../check/parseTime';
import { label } from '../explain/escape';
import { textAt } from '../explain/members';
import { prefixWord } from '../explain/values/keyPrefixes';
import { localText } from '../explain/values/timeText';
import { type Entities, entityOf, identifyText, nameIn } from '../investigate/entities';
import { organizationOf } from '../investigate/particulars';
import { thingsOf } from '../investigate/things';
import { spanOf } from '../read/locate';
import { isObject } from '../read/whole';
import type { EventRecord, JsonPath, JsonValue, Text } from '../record';
import { isMailCall } from '../record';

/** A few words behind a value. */
export interface Hint {
  /** Behind the value's last character: offset in the log. */
  readonly at: number;
  /** Safe as a label. */
  readonly words: string;
}

/** No request holds more; a stranger's may. */
const MOST_VALUES = 500;
const LONGEST = 60;

/**
 * What is written behind values of a record: the name behind an id, as the logs teach it, the kind of an access key, and the time at
 * the reader's place.
 *
 * @param text the whole log
 * @param timeZone of the reader; absent: times get no hint
 */
export function hintsIn(
  text: Text,
  record: EventRecord,
  entities: Entities,
  timeZone: string | undefined,
): readonly Hint[] {
  const hints: Hint[] = [];
  const add = (path: JsonPath, words: string | undefined): void => {
    const span = words === undefined ? undefined : spanOf(text, record, path, 'value');
    if (span !== undefined && words !== undefined) hints.push({ at: span.end, words: label(words, LONGEST) });
  };
  add(['eventTime'], localTime(textAt(record.event, 'eventTime'), timeZone));
  add(['userIdentity', 'accessKeyId'], keyKind(textAt(record.event, 'userIdentity', 'accessKeyId')));
  for (const [path, words] of namesIn(record, entities)) add(path, words);
  return hints.sort((left, right) => left.at - right.at);
}

function localTime(written: string | undefined, timeZone: string | undefined): string | undefined {
  const time = written === undefined ? undefined : parseTime(written);
  return time && localText(time.ms, timeZone);
}

function keyKind(key: string | undefined): string | undefined {
  const lifetime = key === undefined ? undefined : prefixWord(key)?.lifetime;
  return lifetime && `${lifetime} key`;
}

/** The values in request and answer that are ids of something whose name the logs teach. */
function* namesIn(record: EventRecord, entities: Entities): Generator<readonly [JsonPath, string]> {
  const { event, service } = record;
  if (event === undefined || !isMailCall(service)) return;
  const { made, named } = thingsOf(record, 'succeeded');
  const ids = new Set([...made, ...named]);
  if (ids.size === 0) return;
  const organizationId = organizationOf(event);
  for (const [path, text] of textsIn(event)) {
    if (!ids.has(text)) continue;
    const entity = entityOf(entities, organizationId, identifyText(entities, organizationId, text));
    const name = nameIn(entity);
    if (name !== undefined && name !== text) yield [path, name];
  }
}

/** The texts in request and answer, as far as anybody would read. */
function* textsIn({
  requestParameters,
  responseElements,
}: NonNullable<EventRecord['event']>): Generator<readonly [JsonPath, string]> {
  const visits: { readonly path: JsonPath; readonly value: JsonValue | undefined }[] = [
    { path: ['responseElements'], value: responseElements },
    { path: ['requestParameters'], value: requestParameters },
  ];
  let seen = 0;
  for (let visit = visits.pop(); visit !== undefined && seen < MOST_VALUES; visit = visits.pop(), seen++) {
    const { path, value } = visit;
    if (typeof value === 'string') yield [path, value];
    else if (Array.isArray(value)) {
      const entries = value.slice(0, MOST_VALUES) as readonly JsonValue[];
      for (const [at, entry] of entries.entries()) visits.push({ path: [...path, at], value: entry });
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value).slice(0, MOST_VALUES)) {
        visits.push({ path: [...path, name], value: member });
      }
    }
  }
}
