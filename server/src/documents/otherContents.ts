import { otherContent } from '../core/index';
import { type Analysis, type FaultyRow, recordAt, spanAt } from './analysis';
import { EventTable } from './logIndex/eventTable';

/** More of them are not looked for: each takes two records to be read again, after every keystroke. */
const MOST = 500;

/**
 * The WorkMail records of a log that have the eventID of an earlier one but tell something else. Found from the columns of
 * the index, so that only records whose id is met again are read; a copy that is the same letter for letter is not read either.
 */
export function* otherContents(analysis: Analysis): Generator<void, readonly FaultyRow[]> {
  const found: FaultyRow[] = [];
  const indexes = workmailRecords(analysis);
  if (indexes.length < 2) return found;
  yield;
  for (const [first = 0, ...later] of repeatedIn(analysis, indexes).repeated()) {
    for (const record of later) {
      const row = differing(analysis, indexes[first] ?? 0, indexes[record] ?? 0);
      if (row !== undefined) found.push(row);
      if (found.length >= MOST) return found;
      yield;
    }
  }
  return found;
}

/** The indexes of records that are WorkMail's and whole. */
function workmailRecords({ index }: Analysis): readonly number[] {
  const indexes: number[] = [];
  for (const { block, first } of index.blocks) {
    const { counts } = block;
    if (counts.workmail + counts.malformed === 0) continue;
    for (let row = 0; row < block.count; row++) {
      if (block.service(row) !== 'other' && block.malformed(row) !== 'syntax') indexes.push(first + row);
    }
  }
  return indexes;
}

function repeatedIn({ index }: Analysis, indexes: readonly number[]): EventTable {
  const table = new EventTable(indexes.length);
  for (const [record, at] of indexes.entries()) index.at(at, (block, row) => table.addById(record, block, row));
  return table;
}

function differing(analysis: Analysis, first: number, later: number): FaultyRow | undefined {
  if (isWrittenAlike(analysis, first, later)) return undefined;
  const record = recordAt(analysis, later);
  const problem = record && otherContent(recordAt(analysis, first)?.event, record.event);
  return problem && { start: record.start, problems: [problem], record: () => record };
}

function isWrittenAlike(analysis: Analysis, first: number, later: number): boolean {
  const [a, b] = [spanAt(analysis, first), spanAt(analysis, later)];
  if (a === undefined || b === undefined || a.end - a.start !== b.end - b.start) return false;
  return analysis.text.slice(a.start, a.end) === analysis.text.slice(b.start, b.end);
}
