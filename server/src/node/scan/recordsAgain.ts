import { analyze, type FieldOrder, type JsonObject, parseObject, type RowChunk } from '../../core';
import { columns } from '../../core/store/columns';
import { formIn, malformedIn } from '../../core/store/rowState';

/** A row of a log whose record is wanted. */
export interface RowOfLog {
  readonly chunk: RowChunk;
  readonly row: number;
  /** Position among the records of its log. */
  readonly index: number;
}

/**
 * The records of some rows, from the text of their log: those that stand there as JSON are read where they stand, and nothing else. Where
 * one does not, the log is read in full, as it was when the rows were made.
 *
 * @param rows in the order of the log
 * @param orders that it was read with
 * @returns for each row its record; undefined where nothing of it can be read, or the log is another one by now
 */
export function recordsAgain(
  text: string,
  rows: readonly RowOfLog[],
  orders?: readonly FieldOrder[],
): readonly (JsonObject | undefined)[] {
  const read = rows.map((row) => standing(text, row));
  if (!read.includes(undefined)) return read;
  const wanted = new Map(rows.map(({ index }, at) => [index, at]));
  const found: (JsonObject | undefined)[] = rows.map(() => undefined);
  for (const { index, event } of analyze(text, undefined, orders)) {
    const at = wanted.get(index);
    const row = at === undefined ? undefined : rows[at];
    if (at !== undefined && row !== undefined && isOf(event, row)) found[at] = event;
  }
  return found;
}

function standing(text: string, row: RowOfLog): JsonObject | undefined {
  const { chunk, row: at } = row;
  const state = chunk.number(at, columns.state);
  if (formIn(state) !== 'object' || malformedIn(state) === 'syntax') return undefined;
  const event = parseObject(text.slice(chunk.start(at), chunk.end(at)));
  return event !== undefined && isOf(event, row) ? event : undefined;
}

/** Whether a record is that of a row, as far as its ids tell. */
function isOf(event: JsonObject | undefined, { chunk, row }: RowOfLog): boolean {
  const id = event !== undefined && Object.hasOwn(event, 'eventID') ? event.eventID : undefined;
  return (typeof id === 'string' ? id : '') === chunk.eventID(row);
}
