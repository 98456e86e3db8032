import { isWholeEvent } from '../../server/src/core/read/continued';
import { valueEnd } from '../../server/src/core/read/valueEnd';
import type { Span } from '../../server/src/core/record';

/**
 * Where the events of a text stand that is JSON throughout, the outermost ones: every object is parsed, and nothing else is asked.
 * What any reading must come to.
 */
export function eventsOfJson(text: string): readonly Span[] {
  const events: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const isObject = text[at] === '{';
    const end = isObject || text[at] === '"' ? valueEnd(text, at) : at + 1;
    const isEvent = isObject && isWholeEvent(JSON.parse(text.slice(at, end)));
    if (isEvent) events.push({ start: at, end });
    at = isObject && !isEvent ? at + 1 : end;
  }
  return events;
}
