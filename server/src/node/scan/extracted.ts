import { columns, factsOf, HANDED_OVER, type Intern, mayLieIn } from '../../core';
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
  const others = new CallCounts();
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
      if (!readsAll && !isHandedOver && serviceIn(state) === 'other' && extractor.sourceOf(call) !== service) {
        const time = 1000 * (times[at] ?? 0);
        if (window !== undefined && !mayLieIn(window, { time })) {
          found.outside++;
          continue;
        }
        others.add(call);
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
  for (const [call, records] of others.all()) found.count(extractor.sourceOf(call), records);
  return { ...found.told(texts.rangeOf), container: texts.isList ? 'array' : 'records', kind: undefined };
}

/** How many records of a log are of each call. Records of one call often follow each other. */
class CallCounts {
  readonly #counts = new Map<number, number>();
  #call = -1;
  #run = 0;

  add(call: number): void {
    if (call !== this.#call) this.#close(call);
    this.#run++;
  }

  all(): ReadonlyMap<number, number> {
    this.#close(-1);
    return this.#counts;
  }

  #close(next: number): void {
    if (this.#run > 0) this.#counts.set(this.#call, (this.#counts.get(this.#call) ?? 0) + this.#run);
    this.#call = next;
    this.#run = 0;
  }
}
