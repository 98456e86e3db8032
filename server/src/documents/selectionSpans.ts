import { jsonParts, nested, type Span, spansAround } from '../core/index';
import { type Analysis, partedAt, recordIndexAt } from './analysis';
import { type AroundRecords, aroundRecords } from './aroundRecords';

/**
 * For each of some offsets what holds it, from the inside out: a value, its member, the object around it …, the event, the list of
 * events, what else stands around it, and the log. Yields now and then.
 *
 * @param offsets UTF-16, zero based
 * @returns as many lists as offsets, each with at least the log; every span of one holds the one before and is longer
 */
export function* selectionSpans(
  analysis: Analysis,
  offsets: readonly number[],
): Generator<void, readonly (readonly Span[])[]> {
  const around = yield* aroundRecords(analysis);
  const all: (readonly Span[])[] = [];
  for (const offset of offsets) {
    all.push(spansAt(analysis, around, offset));
    yield;
  }
  return all;
}

function spansAt(analysis: Analysis, around: AroundRecords, offset: number): readonly Span[] {
  const index = recordAtBorder(analysis, offset);
  const record = index === undefined ? undefined : partedAt(analysis, index);
  const log = { start: 0, end: analysis.text.length };
  if (index === undefined || record === undefined) {
    const at = around.toSource(offset);
    return grown([...outerSpans(around, { start: at, end: at }), log], log);
  }
  const at = around.placeOf(index);
  const outer = outerSpans(around, { start: at, end: at + 1 });
  return grown([...spansAround(analysis.text, record, offset), ...outer, log], log);
}

/** An empty log has nothing to grow to. */
function grown(spans: readonly Span[], log: Span): readonly Span[] {
  const found = nested(spans);
  return found.length === 0 ? [log] : found;
}

/** The record that holds an offset, or ends there. */
function recordAtBorder(analysis: Analysis, offset: number): number | undefined {
  return recordIndexAt(analysis, offset) ?? (offset > 0 ? recordIndexAt(analysis, offset - 1) : undefined);
}

function outerSpans({ source, inLog }: AroundRecords, inner: Span): readonly Span[] {
  const found: Span[] = [];
  for (const part of jsonParts(source)) {
    // The place of a record is a word of its own.
    const isPlace = part.kind === 'word' && inner.end > inner.start;
    if (part.start <= inner.start && inner.end <= part.end && !isPlace) found.push(inLog(part));
  }
  return found;
}
