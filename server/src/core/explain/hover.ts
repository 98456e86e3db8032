import { type Place, placeAt } from '../read/locate';
import type { EventRecord, JsonValue, Span, Text } from '../record';
import { hoverAt } from './hoverAt';
import { at } from './members';
import type { ExplainOptions } from './values/context';

/** An explanation and the characters it belongs to (absolute UTF-16 offsets, end exclusive). */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What the key or the value at an offset of a log means; works on damaged records as far as they can be read.
 *
 * @param text the whole log
 * @param record the record that holds the offset
 * @param offset UTF-16, zero based
 * @returns undefined outside the record and between its values
 */
export function hover(
  text: Text,
  record: EventRecord,
  offset: number,
  options: ExplainOptions = {},
): Hover | undefined {
  const place = placeAt(text, record, offset);
  const span = place && pointedSpan(text, place, offset);
  if (place === undefined || span === undefined) return undefined;
  const markdown = hoverAt(record, place, valueThere(text, record, place), options);
  return markdown === undefined ? undefined : { span, markdown };
}

/** Of an object or a list only the brackets are pointed at: white space and commas inside belong to nobody. */
function pointedSpan(text: Text, { part, key, value }: Place, offset: number): Span | undefined {
  if (part === 'key') return key;
  if (!'{['.includes(text.slice(value.start, value.start + 1))) return value;
  return offset === value.start || offset === value.end - 1 ? { start: offset, end: offset + 1 } : undefined;
}

/** The value as written at this place, so that of a key that stands twice each one is explained by its own value. */
function valueThere(text: Text, record: EventRecord, { path, value }: Place): JsonValue | undefined {
  if (record.form !== 'object') return at(record.event, ...path);
  try {
    return JSON.parse(text.slice(value.start, value.end)) as JsonValue;
  } catch {
    return at(record.event, ...path);
  }
}
