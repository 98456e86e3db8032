import type { Span } from '../core/index';
import type { Analysis } from './analysis';

/** What stands around the records of a log: its text with a `0` in the place of each record. */
export interface AroundRecords {
  readonly source: string;
  /** A stretch of `source` in the log. */
  readonly inLog: (span: Span) => Span;
  /** Where the record of an index stands in `source`; its `0` ends one behind. */
  readonly placeOf: (index: number) => number;
  /** Where an offset of the log that no record holds lies in `source`. */
  readonly toSource: (offset: number) => number;
}

const PLACE = '0';

/**
 * Reads what stands around the records: of a log as CloudTrail writes it that is hardly more than commas. Yields now and then.
 * Takes the time of what is read, and some for each record.
 */
export function* aroundRecords({ text, index, recordCount }: Analysis): Generator<void, AroundRecords> {
  const places = new Float64Array(recordCount);
  const ends = new Float64Array(recordCount);
  const pieces: string[] = [];
  let length = 0;
  let at = 0;
  for (const { block, base, first } of index.blocks) {
    for (let row = 0; row < block.count; row++) {
      const gap = text.slice(at, Math.max(at, base + block.start(row)));
      pieces.push(gap, PLACE);
      places[first + row] = length + gap.length;
      length += gap.length + PLACE.length;
      at = Math.max(at, base + block.end(row));
      ends[first + row] = at;
    }
    yield;
  }
  pieces.push(text.slice(at, text.length));
  const toLog = (offset: number): number => {
    const before = countBelow(places, offset) - 1;
    return before < 0 ? offset : offset - (places[before] ?? 0) - PLACE.length + (ends[before] ?? 0);
  };
  return {
    source: pieces.join(''),
    inLog: ({ start, end }) => ({ start: toLog(start), end: toLog(end) }),
    placeOf: (record) => places[record] ?? 0,
    toSource: (offset) => {
      const before = countBelow(ends, offset + 1) - 1;
      return before < 0 ? offset : offset - (ends[before] ?? 0) + (places[before] ?? 0) + PLACE.length;
    },
  };
}

/** How many of some ascending numbers are less than `limit`. */
function countBelow(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
