import { teachesName } from '../investigate/ownParticulars';
import { type OwnLog, ownLogs } from '../read/own/ownLogs';
import type { AlikeRows } from './alikeRows';
import { noContentBytes } from './contentBytes';
import { grownNumbers } from './grownNumbers';
import { ALLOWED, ALLOWED_SHIFT, auditColumns, LOG_MASK, OWN_WIDTH } from './ownColumns';
import type { OwnRows } from './ownRows';
import { thingsOfLog } from './ownThings';
import {
  ERROR_MESSAGE,
  LEARNED_SHIFT,
  ORGANIZATION,
  type ParticularNumbers,
  TARGETS_SHIFT,
  THINGS,
} from './particularNumbers';
import { describedLesson } from './particularsWriter';
import { noParticulars, StoredParticulars } from './storedParticulars';

/** Columns behind those of `auditColumns`, where particulars are made of columns. */
export const behindColumns = {
  /** The number of the text of the organization. */
  organization: OWN_WIDTH,
  /** Of a field by which something is named, and that has its column together with another. */
  apart: OWN_WIDTH + 1,
  /** See `AlikeRows`. */
  who: OWN_WIDTH + 2,
  what: OWN_WIDTH + 3,
} as const;
export const WIDTH_OF_ALL = OWN_WIDTH + 4;

/** Positions of fields of a log that go to `behindColumns.apart`. Where there are several, its particulars don't follow from columns. */
export function fieldsApart(log: OwnLog): readonly number[] {
  const named = thingsOfLog(log, () => 0)?.named ?? [];
  const isShared = (column: string | undefined): boolean =>
    column !== undefined && log.fields.filter((field) => field.column === column).length > 1;
  return named.filter((position) => isShared(log.fields[position]?.column));
}

/** What follows from the columns of a chunk of which all rows are of flat logs. */
export interface ToldByColumns {
  /** With `behindColumns`. */
  readonly own: OwnRows;
  /** By number of a log what its targets are described by: see `describedTarget`. */
  readonly described: readonly number[];
}

/**
 * What rows of WorkMail's own logs say beyond their columns follows from their columns, where each log is one flat object: so it is made
 * when somebody asks for it, which is of few chunks. The same that `ParticularsWriter` writes.
 */
export class OwnParticulars extends StoredParticulars {
  readonly #columns: ToldByColumns;
  override readonly organizations: Uint32Array;
  override readonly alike: AlikeRows;
  #made: ParticularNumbers | undefined;

  constructor(columns: ToldByColumns) {
    super(noParticulars.told, columns.own.texts);
    this.#columns = columns;
    this.organizations = columns.own.column(behindColumns.organization);
    this.alike = { who: columns.own.column(behindColumns.who), what: columns.own.column(behindColumns.what) };
  }

  override get told(): ParticularNumbers {
    this.#made ??= numbersOf(this.#columns);
    return this.#made;
  }

  override organizationNumber(row: number): number {
    return this.organizations[row] ?? 0;
  }

  override organizationId(row: number): string {
    return this.texts.textOf(this.organizationNumber(row));
  }

  // What no record of these logs has is told without a look at any.
  override hasWeighty(): boolean {
    return false;
  }

  override hasMade(): boolean {
    return false;
  }

  override contents(): string {
    return '';
  }

  /** Nothing teaches a name that says none. */
  override teachingRows(from: number, to: number): readonly number[] {
    const names = this.#columns.own.audit('name').subarray(from, to);
    return names.every((name) => name === 0) ? [] : super.teachingRows(from, to);
  }
}

/** Own columns that things of a log are told by; 0 where it has no such field. */
interface PlacesOfThings {
  readonly owner: number;
  readonly user: number;
  readonly name: number;
  readonly named: readonly number[];
  /** Whether a record tells what its user is called, where it says both: if it worked, and else. */
  readonly teaches: { readonly allowed: boolean; readonly else: boolean };
}

function placesOf(log: OwnLog): PlacesOfThings | undefined {
  const things = thingsOfLog(log, () => 0);
  if (things === undefined) return undefined;
  const apart = fieldsApart(log);
  const columns: Readonly<Record<string, number>> = auditColumns;
  const columnOf = (position: number): number => columns[log.fields[position]?.column ?? ''] ?? 0;
  const tells = (allowed: boolean | undefined): boolean => teachesName({ log, allowed, user: 'user', name: 'name' });
  return {
    owner: columnOf(things.owner),
    user: columnOf(things.user),
    name: columnOf(things.name),
    named: things.named
      .map((position) => (apart.includes(position) ? behindColumns.apart : columnOf(position)))
      .filter((column) => column > 0),
    teaches: { allowed: tells(true), else: tells(undefined) },
  };
}

function numbersOf({ own, described }: ToldByColumns): ParticularNumbers {
  const { count } = own;
  const places = ownLogs().map(placesOf);
  const rows = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const names = new Map<number, boolean>();
  let numbers: Uint32Array = new Uint32Array(16 * count);
  let told = 0;
  let end = 0;
  for (let row = 0; row < count; row++) {
    const state = own.numberIn(auditColumns.state, row);
    const things = places[state & LOG_MASK];
    if (things === undefined) continue;
    numbers = grownNumbers(numbers, end + 16 + things.named.length);
    const written = writeRow(
      numbers,
      end,
      { own, row, things, organization: own.numberIn(behindColumns.organization, row), names },
      {
        isAllowed: ((state >> ALLOWED_SHIFT) & 3) === ALLOWED,
        described: described[state & LOG_MASK] ?? 0,
      },
    );
    if (written === end) continue;
    end = written;
    rows[told] = row;
    ends[told++] = end;
  }
  return {
    rows: rows.slice(0, told),
    ends: ends.slice(0, told),
    numbers: Uint32Array.from(numbers.subarray(0, end)),
    contents: noContentBytes,
  };
}

interface RowOfThings {
  readonly own: OwnRows;
  readonly row: number;
  readonly things: PlacesOfThings;
  readonly organization: number;
  /** Of names that were met, whether they are addresses. */
  readonly names: Map<number, boolean>;
}

/** @returns behind what was written; `begin` where there is nothing to say */
function writeRow(
  into: Uint32Array,
  begin: number,
  { own, row, things, organization, names }: RowOfThings,
  { isAllowed, described }: { readonly isAllowed: boolean; readonly described: number },
): number {
  const said = (column: number): number => (column === 0 ? 0 : own.numberIn(column, row));
  let end = begin + 1;
  let flags = 0;
  const error = isAllowed ? 0 : said(auditColumns.reason);
  if (error !== 0) {
    flags |= ERROR_MESSAGE;
    into[end++] = error;
  }
  if (organization !== 0) {
    flags |= ORGANIZATION;
    into[end++] = organization;
  }
  const owner = said(things.owner);
  if (owner !== 0) {
    flags |= 1 << TARGETS_SHIFT;
    into[end++] = owner;
    into[end++] = described;
  }
  const [user, name] = [said(things.user), said(things.name)];
  if (user !== 0 && name !== 0 && (isAllowed ? things.teaches.allowed : things.teaches.else)) {
    flags |= 1 << LEARNED_SHIFT;
    const isAddress = names.get(name) ?? own.texts.textOf(name).includes('@');
    names.set(name, isAddress);
    into[end++] = user;
    into[end++] = name;
    into[end++] = describedLesson('user', isAddress);
  }
  const first = end;
  if (organization !== 0) into[end++] = organization;
  for (const column of things.named) {
    const number = said(column);
    if (number === 0 || number === owner || into.subarray(first, end).includes(number)) continue;
    into[end++] = number;
  }
  if (end > first) {
    flags |= THINGS;
    into[end] = end - first;
    end++;
  }
  if (flags === 0) return begin;
  into[begin] = flags;
  return end;
}
