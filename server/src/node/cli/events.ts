import {
  analyze,
  byField,
  type EventRow,
  eventRow,
  groupRows,
  type LogOutline,
  matches,
  mayLieIn,
  type Question,
  type RowField,
  rowKey,
  type Window,
} from '../../core';
import type { Limits } from '../../host/limits';
import type { CommandContext } from './commandContext';
import { groupsText, rowsText, type TableFormat } from './eventsTable';
import { notesOn } from './inputNotes';
import { inputs } from './inputs';

/** Which events are listed, and how. */
export interface Listing {
  readonly files: readonly string[];
  readonly question: Question;
  readonly window: Window | undefined;
  readonly limits: Limits;
  /** Absent: events are listed, not groups of them. */
  readonly group: readonly RowField[] | undefined;
  /** Absent: in the order of the files, groups by their size. */
  readonly sort: { readonly field: RowField; readonly isDown: boolean } | undefined;
  readonly limit: number;
  readonly fields: readonly RowField[];
  readonly format: TableFormat;
}

/**
 * Lists the events of all services in all logs that answer a question, each once: copies of an event have its eventID.
 *
 * @returns whether something that should have been read could not be, or was not
 */
export async function events(listing: Listing, around: CommandContext): Promise<boolean> {
  const { output, progress, stop } = around;
  const test = matches(listing.question);
  /** Where the event of a key stands among the rows. */
  const known = new Map<string, number>();
  const rows: EventRow[] = [];
  let isIncomplete = false;
  let done = 0;
  for await (const input of inputs(listing.files, listing.window, listing.limits, around.stdin)) {
    progress.clear();
    const { read, file, label } = input;
    const outline = 'text' in read ? readRows(read.text, file) : NOTHING;
    for (const note of notesOn(input, outline)) {
      await around.complain(label, note.message);
      isIncomplete ||= note.isLoss;
    }
    isIncomplete ||= outline.container === 'unreadable';
    progress.tell(() => `${++done} files read`);
    if (stop.isCancellationRequested) {
      isIncomplete = true;
      break;
    }
  }
  progress.clear();
  const { group, sort, limit, fields, format } = listing;
  if (sort !== undefined) rows.sort(ordered(sort));
  const table =
    group === undefined
      ? rowsText(rows.slice(0, limit), fields, format)
      : groupsText(groupRows(rows, group).slice(0, limit), group, format);
  for (const piece of table) await output.write(piece);
  return isIncomplete;

  function readRows(text: string, file: string): LogOutline {
    const reading = analyze(text);
    for (let next = reading.next(); ; next = reading.next()) {
      if (next.done) return next.value;
      const row = eventRow(next.value, file);
      if (!mayLieIn(listing.window ?? {}, { time: Number.isNaN(row.time) ? undefined : row.time })) continue;
      if (!test({ ...row, raw: () => text.slice(row.start, row.end) })) continue;
      const key = rowKey(row);
      const at = known.get(key);
      if (at === undefined) {
        known.set(key, rows.length);
        rows.push(row);
        // The first copy speaks for all, unless it is damaged and another one is whole.
      } else if (rows[at]?.malformed === true && !row.malformed) {
        rows[at] = row;
      }
    }
  }
}

const NOTHING: LogOutline = { container: 'none', problems: [], kind: undefined };

function ordered({ field, isDown }: NonNullable<Listing['sort']>): (left: EventRow, right: EventRow) => number {
  const order = byField(field);
  return isDown ? (left, right) => order(right, left) : order;
}
