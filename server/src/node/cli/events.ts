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
import type { ScannedFile } from '../../host/logFiles';
import { askedOf } from '../../places/asked';
import { fileOf, readHere } from '../scan/readHere';
import type { ReadMet } from '../scan/readMet';
import { AnsweringRows, byOrder, type LogOrder } from './answeringRows';
import type { CommandContext } from './commandContext';
import { groupsText, rowsText, type TableFormat } from './eventsTable';
import { namedLogs } from './namedLogs';
import { areSmall, Names, placesNamed, STDIN_URI } from './places';
import { readLog } from './readLog';

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

/** What is said of a log as a file. */
interface Complaint {
  readonly order: LogOrder;
  readonly label: string;
  readonly words: readonly string[];
}

/** No service is called so: events are listed from their rows, and none is wanted as a whole. */
const NO_SERVICE = 'none';

/**
 * Lists the events of all services in all logs that answer a question, each once: copies of an event have its eventID. It
 * answers where any copy does, and of those that do the one that is damaged least speaks for all.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read could not be, or was not
 */
export async function events(listing: Listing, around: CommandContext, readMet: ReadMet): Promise<boolean> {
  const { output, progress, stop } = around;
  const { window, limits, table, limit, format } = listing;
  const rows = new AnsweringRows(listing.question);
  const question = {
    service: NO_SERVICE,
    keepsRows: true,
    ...(window && { window }),
    ...(rows.asksTexts && { where: printQuestion(listing.question) }),
  };
  const places = await placesNamed(listing.files);
  const complaints: Complaint[] = [];
  let isIncomplete = false;
  const take = (order: LogOrder, name: string, label: string, file: ScannedFile): void => {
    rows.add(order, name, file.stretches);
    isIncomplete ||= file.isFailure;
    // Where the events of a log can't be read, its last reason says how they can.
    const words = file.container === 'unreadable' ? file.reasons : file.notes.map(({ message }) => message);
    if (words.length > 0) complaints.push({ order, label, words });
  };
  for (const [rank, { kind }] of places.entries()) {
    if (kind !== 'stdin') continue;
    const read = await readLog('-', around.stdin, limits);
    take(
      { rank, position: 0 },
      '-',
      'standard input',
      fileOf(STDIN_URI, read, askedOf(question)('-'), question.keepsRows),
    );
  }
  const readThem = (await areSmall(places)) ? readHere : readMet;
  let found = 0;
  let done = 0;
  const { isPartial } = await readThem(
    { question, limits },
    namedLogs(places, new Names(places), window),
    (part) => {
      if (part.kind === 'found') {
        found = part.files;
      } else {
        done += part.files.length;
        for (const { met, file } of part.files) take(met.order, met.name, met.name, file);
      }
      progress.tell(() => `${done} of ${found} files read`);
    },
    stop,
  );
  progress.clear();
  complaints.sort((left, right) => byOrder(left.order, right.order));
  for (const { label, words } of complaints) for (const each of words) await around.complain(label, each);
  const lines =
    table.kind === 'groups'
      ? groupsText(groupsOf(rows, table).slice(0, limit), table.by, format)
      : rowsText(rowsOf(rows, table.sort, limit), table.fields, format);
  for (const piece of lines) await output.write(piece);
  return isIncomplete || isPartial;
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
