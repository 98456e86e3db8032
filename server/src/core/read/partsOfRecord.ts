import type { EventRecord, Span, Text } from '../record';
import { type JsonPart, jsonParts } from './jsonParts';
import { viewOf } from './view';

/** What `partsOfRecord` needs to know of a record. */
export type PartedRecord = Pick<EventRecord, 'start' | 'end' | 'form' | 'mends' | 'columns'>;

/** A part that somebody wanted, with its characters in the log. */
export interface PickedPart<T> extends Span {
  readonly picked: T;
}

/**
 * Some parts of a record, whatever it stands in; of a damaged one, as it was mended. What stands inside comes before what holds
 * it. What only mending has put there is left out.
 *
 * @param text the whole log
 * @param pick is asked before a part is looked for in the log; undefined: it is not wanted. `source` is the record as JSON
 */
export function* partsOfRecord<T>(
  text: Text,
  record: PartedRecord,
  pick: (part: JsonPart, source: string) => T | undefined,
): Generator<PickedPart<T>> {
  const view = viewOf(text, record);
  for (const part of jsonParts(view.source)) {
    const picked = pick(part, view.source);
    if (picked === undefined) continue;
    const span = view.spanInLog(part);
    const start = Math.max(span.start, record.start);
    const end = Math.min(span.end, record.end);
    if (start < end) yield { start, end, picked };
  }
}

/**
 * What holds an offset, from the inside out: the characters of a text, the text with its quotes, its member, the object around it …
 * and the record. Each holds the one before and is longer.
 *
 * @param text the whole log
 * @param offset UTF-16, zero based, from the start of the record to its end
 */
export function spansAround(text: Text, record: PartedRecord, offset: number): readonly Span[] {
  const view = viewOf(text, record);
  const at = view.toSource(offset);
  const found: Span[] = [];
  for (const part of jsonParts(view.source)) {
    if (!holds(part, at)) continue;
    const inner = withoutQuotes(part);
    if (inner !== undefined && holds(inner, at)) found.push(view.spanInLog(inner));
    found.push(view.spanInLog(part));
  }
  // Where mending took characters away, a part of what is left may lie beside the place.
  return nested([...found.filter((span) => holds(span, offset)), { start: record.start, end: record.end }]);
}

/** Of spans from the inside out, those that grow. A cell of a row holds several parts, and mends leave some of them empty. */
export function nested(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    const last = kept.at(-1);
    if (last === undefined) {
      if (span.end > span.start) kept.push(span);
    } else if (span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start) {
      kept.push(span);
    }
  }
  return kept;
}

/** A cursor behind the last character belongs to a part, too. */
function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function withoutQuotes({ kind, start, end }: JsonPart): Span | undefined {
  return (kind === 'key' || kind === 'text') && end - start > 2 ? { start: start + 1, end: end - 1 } : undefined;
}
