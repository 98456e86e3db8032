import { isMailCall, otherContent } from '../core/index';
import { type Analysis, type FaultyRow, recordAt, spanAt } from './analysis';
import { EventTable, type RecordRow } from './logIndex/eventTable';

/** More of them are not looked for: each takes two records to be read again, after every keystroke. */
const MOST = 500;

/**
 * The WorkMail records of a log that have the eventID of an earlier one but tell something else. Found from the columns of
 * the index, so that only records whose id is met again are read; a copy that is the same letter for letter is not read either.
 */
export function* otherContents(analysis: Analysis): Generator<void, readonly FaultyRow[]> {
  const found: FaultyRow[] = [];
  const { table, indexes } = workmailRecords(analysis);
  if (indexes.length < 2) return found;
  yield;
  for (const [first = 0, ...later] of table.repeated()) {
    for (const record of later) {
      const row = differing(analysis, indexes[first] ?? 0, indexes[record] ?? 0);
      if (row !== undefined) found.push(row);
      if (found.length >= MOST) return found;
      yield;
    }
  }
  return found;
}

/** The records that are WorkMail's and whole, by their ids: the table numbers them in their order. */
function workmailRecords({ index }: Analysis): { readonly table: EventTable; readonly indexes: readonly number[] } {
  const indexes: number[] = [];
  const rows: RecordRow[] = [];
  const count = index.blocks.reduce((sum, { block }) => sum + block.ofWorkMail, 0);
  const table = new EventTable(count, (record) => rowAt(rows, record));
  for (const { block, first } of index.blocks) {
    if (block.ofWorkMail === 0) continue;
    for (let row = 0; row < block.count; row++) {
      if (!isMailCall(block.service(row)) || block.malformed(row) === 'syntax') continue;
      const at = { block, row };
      rows.push(at);
      table.add(indexes.length, at);
      indexes.push(first + row);
    }
  }
  return { table, indexes };
}

function rowAt(rows: readonly RecordRow[], record: number): RecordRow {
  const at = rows[record];
  if (at === undefined) throw new Error('A record that was not added.');
  return at;
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
