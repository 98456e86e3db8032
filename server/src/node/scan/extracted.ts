import { callTexts, columns, factsOf, HANDED_OVER, type Intern, mayLieIn } from '../../core';
import { malformedNumber, serviceIn } from '../../core/store/rowState';
import { rangesIn, rangesInLine } from '../../documents/textRanges';
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
  for (let index = 0; index < extraction.rows; index++) {
    const row = before + index;
    const state = extractor.number(row, columns.state);
    const isHandedOver = (state & HANDED_OVER) !== 0;
    const call = extractor.number(row, columns.call);
    if (!readsAll && !isHandedOver && serviceIn(state) === 'other' && sourceOf(extractor, call) !== service) {
      const time = 1000 * extractor.number(row, columns.time);
      if (window !== undefined && !mayLieIn(window, { time })) {
        found.outside++;
        continue;
      }
      others.set(call, (others.get(call) ?? 0) + 1);
      found.widen(time);
      rows?.addExtracted(row, index, NONE);
      continue;
    }
    const start = extractor.number(row, columns.start);
    const end = start + extractor.number(row, columns.length);
    const record = texts.record(start, end, index);
    if (record === undefined) {
      rows?.endFile();
      return undefined;
    }
    const facts = factsOf(record, intern);
    if (window !== undefined && !mayLieIn(window, facts)) {
      found.outside++;
      continue;
    }
    if (answers?.(record, () => texts.text(start, end)) === false) {
      found.leave(facts);
      continue;
    }
    found.add(facts, isWanted(service, facts));
    if (isHandedOver) {
      rows?.add(record);
    } else {
      extractor.setNumber(row, columns.state, state | malformedNumber(record.malformed));
      rows?.addExtracted(
        row,
        index,
        facts.targets.map(({ id }) => id),
      );
    }
  }
  for (const [call, records] of others) found.count(sourceOf(extractor, call), records);
  return {
    ...found.told(texts.isOneLine ? rangesInLine : rangesIn(texts.whole)),
    container: texts.isList ? 'array' : 'records',
    kind: undefined,
  };
}

const NONE: readonly never[] = [];

/** The eventSource of a call, in small letters. */
function sourceOf(extractor: Extractor, call: number): string {
  return extractor.callText(call, SOURCE).toLowerCase();
}
