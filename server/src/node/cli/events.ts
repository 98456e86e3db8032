import {
  type EventRow,
  type GroupSort,
  GroupStored,
  type PickedRows,
  printQuestion,
  type Question,
  type RowField,
  type RowGroup,
  type SortBy,
  type SortedRows,
  SortStored,
  type StoredPlace,
  sortedGroups,
  type Window,
} from '../../core';
import type { Limits } from '../../host/limits';
import type { ReadMet } from '../scan/readMet';
import { AnsweringRows } from './answeringRows';
import type { CommandContext } from './commandContext';
import { groupsText, rowsText, type TableFormat } from './eventsTable';
import { readRows } from './readRows';

/** Which events are listed, and how. */
export interface Listing {
  readonly files: readonly string[];
  readonly question: Question;
  readonly window: Window | undefined;
  readonly limits: Limits;
  readonly table: Table;
  readonly limit: number;
  readonly format: TableFormat;
}

/** What the lines are: events in the order of the files, or groups of them by their size, if no other order is asked for. */
export type Table =
  | { readonly kind: 'events'; readonly fields: readonly RowField[]; readonly sort: SortBy | undefined }
  | { readonly kind: 'groups'; readonly by: readonly RowField[]; readonly sort: GroupSort | undefined };

/**
 * Lists the events of all services in all logs that answer a question, each once: copies of an event have its eventID. It
 * answers where any copy does, and of those that do the one that is damaged least speaks for all.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read could not be, or was not
 */
export async function events(listing: Listing, around: CommandContext, readMet: ReadMet): Promise<boolean> {
  const { window, limits, table, limit, format } = listing;
  const rows = new AnsweringRows(listing.question);
  const where = rows.asksTexts ? { where: printQuestion(listing.question) } : {};
  const isIncomplete = await readRows(
    { files: listing.files, limits, ...(window && { window }), ...where },
    around,
    readMet,
    ({ order, name, file }) => rows.add(order, name, file.stretches),
  );
  const lines =
    table.kind === 'groups'
      ? groupsText(groupsOf(rows, table).slice(0, limit), table.by, format)
      : rowsText(rowsOf(rows, table.sort, limit), table.fields, format);
  for (const piece of lines) await around.output.write(piece);
  return isIncomplete;
}

function groupsOf(rows: AnsweringRows, { by, sort }: Table & { readonly kind: 'groups' }): readonly RowGroup[] {
  const groups = new GroupStored(by, (chunk, row) => rows.row(chunk, row), rows.seed);
  for (const { chunk, rows: picked } of rows.answering()) groups.add(chunk, picked);
  return sort === undefined ? groups.groups() : sortedGroups(groups.groups(), by, sort);
}

/** The rows to list, made one by one each time they are gone through. */
function rowsOf(rows: AnsweringRows, sort: SortBy | undefined, limit: number): Iterable<EventRow> {
  const picked = rows.answering();
  const places = sort === undefined ? undefined : sorted(rows, sort, picked);
  return {
    *[Symbol.iterator]() {
      let count = 0;
      for (const { chunk, row } of places?.() ?? inOrder(picked)) {
        if (++count > limit) return;
        yield rows.row(chunk, row);
      }
    },
  };
}

function* inOrder(picked: readonly PickedRows[]): Generator<StoredPlace> {
  for (const { chunk, rows } of picked) for (const row of rows) yield { chunk, row };
}

const PAGE = 1000;

function sorted(rows: AnsweringRows, sort: SortBy, picked: readonly PickedRows[]): () => Generator<StoredPlace> {
  const stored = new SortStored(sort, (chunk, row) => rows.row(chunk, row));
  for (const { chunk, rows: of } of picked) stored.add(chunk, of);
  const all = finished(stored.sorted());
  return function* () {
    for (let offset = 0; offset < all.count; offset += PAGE) yield* all.page(offset, PAGE);
  };
}

function finished(steps: Generator<undefined, SortedRows>): SortedRows {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}
