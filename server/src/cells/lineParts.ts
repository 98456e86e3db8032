import type { ExportColumn } from '../core/export/exportColumn';
import { columns as columnOf, WIDTH } from '../core/store/columns';

/** Columns of rows that are the number of a text. */
const TEXTS: Partial<Readonly<Record<string, number>>> = {
  actorId: columnOf.principal,
  accessKey: columnOf.accessKey,
  address: columnOf.address,
  userAgent: columnOf.userAgent,
  sharedEventID: columnOf.sharedEventID,
};

/** What rows tell of who acted by its place in the record: see `Told` in `server/extractor/placed.ts`. */
const TOLD: readonly string[] = ['actor', 'actorKind', 'actorArn', 'sessionName', 'sessionIssuer', 'invokedBy'];

/** Behind the columns of rows the module has two more for each of these members, which say where it stands in the record. */
const MEMBERS: readonly string[] = ['errorMessage', 'requestParameters', 'responseElements'];

/** What parts of lines are made of, by their numbers in the module: see `Part` in `server/cells`. */
const parts = {
  call: 0,
  identity: 1,
  time: 2,
  eventID: 3,
  requestID: 4,
  targets: 5,
  file: 6,
  index: 7,
  text: 8,
  memberJson: 9,
  whole: 10,
  asked: 11,
  mark: 12,
  memberText: 13,
} as const;

type PartName = keyof typeof parts;

/** A part of lines: some columns that follow each other. */
export interface LinePart {
  /** Its number in the module. */
  readonly what: number;
  /** Which table of kept cells is its own, or which column it tells of. */
  readonly which: number;
  readonly columns: readonly ExportColumn[];
  /** Its cells are the same for all rows of an identity, unless something beside it tells them apart. */
  readonly isOfIdentity: boolean;
}

/** Which part a field of rows belongs to; the host is asked for any other. */
const partOfField: Partial<Readonly<Record<string, PartName>>> = {
  source: 'call',
  action: 'call',
  outcome: 'call',
  errorCode: 'call',
  weight: 'call',
  region: 'call',
  account: 'call',
  readOnly: 'call',
  category: 'call',
  type: 'call',
  malformed: 'call',
  actor: 'identity',
  actorKind: 'identity',
  actorArn: 'identity',
  actorId: 'text',
  accessKey: 'text',
  sessionName: 'identity',
  sessionIssuer: 'identity',
  invokedBy: 'identity',
  address: 'text',
  userAgent: 'text',
  sharedEventID: 'text',
  eventTime: 'time',
  eventID: 'eventID',
  requestID: 'requestID',
  targets: 'targets',
  file: 'file',
  index: 'index',
};

/** Of these, columns that follow each other are one part, whose cells are kept. */
const KEPT: readonly PartName[] = ['call', 'identity'];

/** The parts of the lines of a table. */
export function linePartsOf(columns: readonly ExportColumn[]): readonly LinePart[] {
  const made: LinePart[] = [];
  let tables = 0;
  for (let at = 0; at < columns.length; ) {
    const column = columns[at];
    if (column === undefined) break;
    const name = partOf(column);
    const isKept = KEPT.includes(name);
    let end = at + 1;
    for (let next = columns[end]; isKept && next !== undefined && partOf(next) === name; next = columns[++end]);
    const which = isKept ? tables++ : toldBy(column);
    made.push({ what: parts[name], which, columns: columns.slice(at, end), isOfIdentity: name === 'identity' });
    at = end;
  }
  return made;
}

/** The part behind all others, which is no cell: what tells the event apart. @param made the others */
export function markPartOf(made: readonly LinePart[]): LinePart {
  return { what: parts.mark, which: tablesOf(made), columns: [], isOfIdentity: false };
}

/** For each column of a part of an identity, which `Told` it is. */
export function toldIn({ columns, isOfIdentity }: LinePart): readonly number[] {
  return isOfIdentity ? columns.map(({ row = '' }) => TOLD.indexOf(row)) : [];
}

/** How many tables of kept cells they have. */
export function tablesOf(made: readonly LinePart[]): number {
  return made.filter(({ what }) => KEPT.some((name) => parts[name] === what)).length;
}

/** The column of a row that tells of it, where there is one. */
function toldBy({ member, row }: ExportColumn): number {
  if (member !== undefined) return WIDTH + 2 * Math.max(0, MEMBERS.indexOf(member));
  return TEXTS[row ?? ''] ?? 0;
}

function partOf({ whole, member, row, type }: ExportColumn): PartName {
  if (whole === true) return 'whole';
  if (member !== undefined && MEMBERS.includes(member)) return type === 'json' ? 'memberJson' : 'memberText';
  return partOfField[row ?? ''] ?? 'asked';
}
