import { analyze, type FieldOrder, viewOf } from '../../core';
import { columns } from '../../core/store/columns';
import { formIn, malformedIn } from '../../core/store/rowState';
import type { RowOfLog } from './recordsAgain';

/** The JSON of a record, and whether it stands in its log like that. */
export interface TextAgain {
  readonly json: string;
  /** It had to be mended, or stood in other text or in a table. */
  readonly isMade: boolean;
}

/**
 * The JSON of some rows, from the text of their log: what stands there as JSON is cut out, and nothing else is read. Where one does not
 * stand there so, the log is read in full, as it was when the rows were made.
 *
 * @param rows in the order of the log
 * @param orders that it was read with
 * @returns for each row its text; undefined where nothing of it can be read, or the log is another one by now
 */
export function textsAgain(
  text: string,
  rows: readonly RowOfLog[],
  orders?: readonly FieldOrder[],
): readonly (TextAgain | undefined)[] {
  const found: (TextAgain | undefined)[] = rows.map((row) => standing(text, row));
  if (!found.includes(undefined)) return found;
  const wanted = new Map<number, number>();
  for (const [at, { index }] of rows.entries()) if (found[at] === undefined) wanted.set(index, at);
  for (const record of analyze(text, undefined, orders)) {
    const at = wanted.get(record.index);
    const row = at === undefined ? undefined : rows[at];
    if (at === undefined || row === undefined || record.event === undefined) continue;
    const { eventID } = record.event;
    if ((typeof eventID === 'string' ? eventID : '') !== row.chunk.eventID(row.row)) continue;
    found[at] = { json: jsonOf(viewOf(text, record).source, record.event), isMade: true };
  }
  return found;
}

function standing(text: string, { chunk, row }: RowOfLog): TextAgain | undefined {
  const state = chunk.number(row, columns.state);
  if (formIn(state) !== 'object' || malformedIn(state) === 'syntax') return undefined;
  const json = text.slice(chunk.start(row), chunk.end(row));
  const isIt = json.startsWith('{') && json.endsWith('}') && json.includes(chunk.eventID(row));
  return isIt ? { json, isMade: false } : undefined;
}

/** A view that is no JSON all the same says less than what was read of it. */
function jsonOf(source: string, event: object): string {
  try {
    JSON.parse(source);
    return source;
  } catch {
    return JSON.stringify(event);
  }
}
