import { callTexts, columns, factsOf, HANDED_OVER, type Intern, mayLieIn } from '../../core';
import { malformedNumber, serviceIn } from '../../core/store/rowState';
import type { Extractor } from '../../extract/extractor';
import type { Asked } from '../../places/asked';
import { Found, isWanted, type ScannedText } from '../../places/scanText';
import type { KeptRows } from './keptRows';
import { RecordTexts } from './recordTexts';

/**
 * The fast way through a log that stands as CloudTrail writes it, on one line or on many. Nearly all records of a trail are of
 * other services: those are read by the extractor, and never become objects. Records of WorkMail, and what the extractor hands
 * over, are read as JSON. What it does not take is read in full, in TypeScript.
 */

const SOURCE = callTexts.indexOf('source');

/**
 * @param bytes of the log's text
 * @param rows where rows are kept
 * @returns undefined where the log has to be read in full
 */
export function scanExtracted(
  bytes: Buffer,
  { service = 'workmail', window, answers }: Asked,
  extractor: Extractor,
  rows: KeptRows | undefined,
  intern: Intern,
): ScannedText | undefined {
  // A question may ask for anything in a record.
  const readsAll = service === 'all' || answers !== undefined;
  const before = extractor.count;
  const extraction = extractor.extract(bytes);
  if ('surprise' in extraction) return undefined;
  const found = new Found();
  const texts = new RecordTexts(bytes, extraction.isAscii);
  const others = new Map<number, number>();
  for (const piece of extractor.pieces(before)) {
    const [states, calls, times] = [
      piece.column(columns.state),
      piece.column(columns.call),
      piece.column(columns.time),
    ];
    const [starts, lengths] = [piece.column(columns.start), piece.column(columns.length)];
    for (let at = 0; at < piece.count; at++) {
      const row = piece.row + at;
      const index = row - before;
      const state = states[at] ?? 0;
      const call = calls[at] ?? 0;
      const isHandedOver = (state & HANDED_OVER) !== 0;
      if (!readsAll && !isHandedOver && serviceIn(state) === 'other' && sourceOf(extractor, call) !== service) {
        const time = 1000 * (times[at] ?? 0);
        if (window !== undefined && !mayLieIn(window, { time })) {
          found.outside++;
          continue;
        }
        others.set(call, (others.get(call) ?? 0) + 1);
        found.widen(time);
        rows?.addExtracted(row, index);
        continue;
      }
      const start = starts[at] ?? 0;
      const end = start + (lengths[at] ?? 0);
      const record = texts.record(start, end, index);
      if (record === undefined) {
        rows?.endFile();
        return undefined;
      }
      const facts = factsOf(record, intern);
      if (window !== undefined && !mayLieIn(window, facts)) {
        found.outside++;
      } else if (answers?.(record, () => texts.text(start, end)) === false) {
        found.leave(facts);
      } else {
        found.add(facts, isWanted(service, facts));
        if (isHandedOver) rows?.add(record);
        else rows?.addExtracted(row, index, facts.targets);
        states[at] = state | malformedNumber(record.malformed);
      }
    }
  }
  for (const [call, records] of others) found.count(sourceOf(extractor, call), records);
  return { ...found.told(texts.rangeOf), container: texts.isList ? 'array' : 'records', kind: undefined };
}

/** The eventSource of a call, in small letters. */
function sourceOf(extractor: Extractor, call: number): string {
  return extractor.callText(call, SOURCE).toLowerCase();
}
