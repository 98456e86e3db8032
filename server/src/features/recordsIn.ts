import type { EventRecord, Span } from '../core';
import { type Analysis, recordAt, spanAt } from '../documents/analysis';

/** The first records of a log that have a character in common with a stretch of its text. */
export function* recordsIn(analysis: Analysis, { start, end }: Span, most: number): Generator<EventRecord> {
  const before = analysis.index.countUpTo(start) - 1;
  const first = before >= 0 && (spanAt(analysis, before)?.end ?? 0) > start ? before : before + 1;
  for (let index = first; index < Math.min(analysis.recordCount, first + most); index++) {
    const record = recordAt(analysis, index);
    if (record === undefined || record.start > end) return;
    yield record;
  }
}
