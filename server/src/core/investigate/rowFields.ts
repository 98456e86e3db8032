import { weights } from '../query/weights';
import type { EventRow } from './eventRow';

/** What a field of a row is for a list: a text, a number to sort by, or nothing. */
export type Cell = string | number | boolean | undefined;

/** The fields that rows are grouped, sorted and listed by, by the names that `events --json` gives them. */
export const rowFields = {
  time: (row) => row.eventTime,
  service: (row) => row.service,
  action: (row) => row.action,
  outcome: (row) => row.outcome,
  errorCode: (row) => row.errorCode,
  region: (row) => row.region,
  account: (row) => row.account,
  readOnly: (row) => row.readOnly,
  category: (row) => row.category,
  type: (row) => row.type,
  kind: (row) => row.actorKind,
  actor: (row) => row.actor,
  arn: (row) => row.actorArn,
  accessKeyId: (row) => row.accessKey,
  session: (row) => row.sessionName,
  issuer: (row) => row.sessionIssuer,
  invokedBy: (row) => row.invokedBy,
  address: (row) => row.address,
  userAgent: (row) => row.userAgent,
  eventID: (row) => row.eventID,
  requestID: (row) => row.requestID,
  sharedEventID: (row) => row.sharedEventID,
  targets: (row) => row.targets.join(' '),
  weight: (row) => row.weight,
  malformed: (row) => row.malformed,
  file: (row) => row.file,
  index: (row) => row.index,
} as const satisfies Readonly<Record<string, (row: EventRow) => Cell>>;

export type RowField = keyof typeof rowFields;

/** A field by its name, whatever the case of its letters. */
export function rowFieldNamed(name: string): RowField | undefined {
  const lower = name.trim().toLowerCase();
  for (const field of Object.keys(rowFields)) if (field.toLowerCase() === lower && isRowField(field)) return field;
  return undefined;
}

function isRowField(name: string): name is RowField {
  return Object.hasOwn(rowFields, name);
}

/** The order of two rows by a field; what has none comes last, and the heaviest first. */
export function byField(field: RowField): (left: EventRow, right: EventRow) => number {
  if (field === 'time')
    return (left, right) => byCell(left.time, right.time) || byCell(left.eventTime, right.eventTime);
  const cell = rowFields[field];
  const compare = byCellOf(field);
  return (left, right) => compare(cell(left), cell(right));
}

/** The same of what two rows say in the field. */
export function byCellOf(field: RowField): (left: Cell, right: Cell) => number {
  return field === 'weight' ? (left, right) => heaviness(left) - heaviness(right) : byCell;
}

function heaviness(weight: Cell): number {
  const lightestFirst: readonly Cell[] = weights;
  return weight === undefined ? 1 : -lightestFirst.indexOf(weight);
}

/** The order of what two rows say; nothing comes last. */
export function byCell(left: Cell, right: Cell): number {
  const [noLeft, noRight] = [isNothing(left), isNothing(right)];
  if (noLeft || noRight) return Number(noLeft) - Number(noRight);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [String(left), String(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function isNothing(cell: Cell): boolean {
  return cell === undefined || cell === '' || Number.isNaN(cell);
}
