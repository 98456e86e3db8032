import type { JsonObject } from '../record';
import type { Slice } from './slice';

/** The fields by which a record is listed. */
const LISTED_BY = ['eventSource', 'eventName', 'eventTime', 'eventID'];

/**
 * What a damaged record says, with those fields by which it is listed picked from its text where damage has moved them
 * out of their place. Undefined when nothing could be read at all.
 */
export function salvaged(text: string, slice: Slice): JsonObject | undefined {
  if (slice.damages.length === 0) return slice.value;
  const source = text.slice(slice.start, slice.end);
  const found: Record<string, string> = {};
  for (const field of LISTED_BY) {
    if (slice.value !== undefined && Object.hasOwn(slice.value, field)) continue;
    const match = new RegExp(`${field}"?\\s*:\\s*"([^"\\\\]{0,300})"`).exec(source);
    if (match?.[1] !== undefined) found[field] = match[1];
  }
  const { eventName } = slice.value ?? {};
  // A log that was wrapped at a column has line breaks in its names too.
  if (typeof eventName === 'string' && /[\r\n]/.test(eventName)) found.eventName = eventName.replace(/[\r\n]+/g, '');
  if (Object.keys(found).length === 0) return slice.value;
  return { ...slice.value, ...found };
}
