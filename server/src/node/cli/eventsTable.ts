import { csv, type EventRow, type RowField, type RowGroup, rowFields, terminal } from '../../core';
import { jsonText } from './json';

/** For people, for programs, for spreadsheets. */
export type TableFormat = 'text' | 'json' | 'csv';

/** A column is no wider, but for the last one. */
const WIDEST = 44;

/** Events as lines, gone through twice for people; in JSON one object an event, whose names and order are a promise to programs. */
export function* rowsText(
  rows: Iterable<EventRow>,
  fields: readonly RowField[],
  format: TableFormat,
): Generator<string> {
  if (format === 'json') {
    for (const row of rows) yield `${jsonText(jsonOf(row))}\n`;
    return;
  }
  yield* linesOf([...fields], () => mapped(rows, (row) => fields.map((field) => text(rowFields[field](row)))), format);
}

/** Groups as lines: what their events have in common, how many there are, how many failed, the first and the last time. */
export function* groupsText(
  groups: readonly RowGroup[],
  fields: readonly RowField[],
  format: TableFormat,
): Generator<string> {
  if (format === 'json') {
    for (const { values, count, failed, first, last } of groups) {
      const named = Object.fromEntries(fields.map((field, at) => [field, told(values[at])]));
      yield `${jsonText({ ...named, count, failed, first: orNull(first), last: orNull(last) })}\n`;
    }
    return;
  }
  yield* linesOf(
    ['count', 'failed', 'first', 'last', ...fields],
    () => mapped(groups, ({ values, count, failed, first, last }) => [count, failed, first, last, ...values].map(text)),
    format,
  );
}

function* linesOf(
  heads: readonly string[],
  linesAgain: () => Iterable<readonly string[]>,
  format: TableFormat,
): Generator<string> {
  if (format === 'csv') {
    const line = (cells: readonly string[]): string => `${cells.map(csv).join(',')}\r\n`;
    yield line(heads);
    for (const cells of linesAgain()) yield line(cells);
    return;
  }
  // There may be a million lines, so they are made twice and not kept.
  const widths = heads.map((head) => Math.min(WIDEST, head.length));
  for (const cells of linesAgain())
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0;
      if (width < WIDEST && cell.length > 0) widths[at] = Math.max(width, Math.min(WIDEST, terminal(cell).length));
    }
  const line = (cells: readonly string[]): string => {
    const shown = cells.map((cell) => terminal(cell));
    const padded = shown.map((cell, at) => (at === shown.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)));
    return `${padded.join('  ').trimEnd()}\n`;
  };
  yield line(heads);
  for (const cells of linesAgain()) yield line(cells);
}

function* mapped<From, To>(each: Iterable<From>, change: (from: From) => To): Generator<To> {
  for (const one of each) yield change(one);
}

function text(cell: string | number | boolean | undefined): string {
  return cell === undefined ? '' : String(cell);
}

/** What a row does not say is null wherever it is told of. */
function told(value: RowGroup['values'][number]): RowGroup['values'][number] | null {
  return value === undefined || value === '' ? null : value;
}

function orNull(value: string): string | null {
  return value === '' ? null : value;
}

function jsonOf(row: EventRow): unknown {
  const session = { name: row.sessionName, issuer: row.sessionIssuer, created: row.sessionCreated };
  const isSession = Object.values(session).some((value) => value !== '');
  return {
    file: row.file,
    index: row.index,
    offset: row.start,
    length: row.end - row.start,
    time: orNull(row.eventTime),
    service: orNull(row.service),
    action: orNull(row.action),
    outcome: row.outcome,
    errorCode: orNull(row.errorCode),
    region: orNull(row.region),
    account: orNull(row.account),
    actor: {
      kind: orNull(row.actorKind),
      name: orNull(row.actor),
      arn: orNull(row.actorArn),
      id: orNull(row.actorId),
      invokedBy: orNull(row.invokedBy),
    },
    accessKeyId: orNull(row.accessKey),
    session: isSession
      ? {
          name: orNull(session.name),
          issuer: orNull(session.issuer),
          created: orNull(session.created),
          mfa: row.mfa ?? null,
        }
      : null,
    address: orNull(row.address),
    userAgent: orNull(row.userAgent),
    eventID: orNull(row.eventID),
    requestID: orNull(row.requestID),
    readOnly: row.readOnly ?? null,
    targets: row.targets,
    malformed: row.malformed,
  };
}
