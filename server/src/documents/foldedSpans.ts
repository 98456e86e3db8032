import { jsonParts, partsOfRecord, type Span } from '../core/index';
import { type Analysis, partedAt, spanAt } from './analysis';
import { aroundRecords } from './aroundRecords';

/** A stretch of text of more than one line. */
export interface FoldedSpan extends Span {
  /** The event that it is; undefined for what is more or less than an event. */
  readonly event: number | undefined;
}

/**
 * What can be folded in a log: what holds its events, its events, and in them the objects and lists. Where there is more than is
 * wanted, what lies further out comes first. Yields now and then.
 *
 * @param most how many are wanted
 * @returns in no order
 */
export function* foldedSpans(analysis: Analysis, most: number): Generator<void, readonly FoldedSpan[]> {
  const { text, recordCount } = analysis;
  /** What holds events, events, and what lies in them by the number of brackets around it. */
  const byDepth: FoldedSpan[][] = [];
  const add = (depth: number, span: FoldedSpan): void => {
    byDepth[depth] ??= [];
    const level = byDepth[depth];
    if (level.length < most && isOfLines(span)) level.push(span);
  };
  const isOfLines = ({ start, end }: Span): boolean => text.positionAt(start).line < text.positionAt(end).line;

  const around = yield* aroundRecords(analysis);
  for (const part of jsonParts(around.source)) {
    if (part.kind === 'object' || part.kind === 'list') add(0, { ...around.inLog(part), event: undefined });
  }
  const looksInside = recordCount < most;
  for (let event = 0; event < Math.min(recordCount, most); event++) {
    const span = spanAt(analysis, event);
    if (span === undefined || !isOfLines(span)) continue;
    add(1, { ...span, event });
    const record = looksInside ? partedAt(analysis, event) : undefined;
    if (record === undefined || record.form === 'row') continue;
    const brackets = partsOfRecord(text, record, ({ kind, depth }) =>
      depth > 0 && (kind === 'object' || kind === 'list') ? depth : undefined,
    );
    for (const { start, end, picked } of brackets) add(1 + picked, { start, end, event: undefined });
    yield;
  }
  const found: FoldedSpan[] = [];
  for (const level of byDepth) for (const span of level ?? []) if (found.length < most) found.push(span);
  return found;
}
