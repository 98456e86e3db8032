import { csv, type EventRow, type RowField, type RowGroup, rowFields, terminal } from '../../core';
import { jsonText } from './json';

/** For people, for programs, for spreadsheets. */
export type TableFormat = 'text' | 'json' | 'csv';

/** A column is no wider, but for the last one. */
const WIDEST = 44;

/** Events as lines; in JSON one object an event, whose names and order are a promise to programs. */
export function* rowsText(
  rows: readonly EventRow[],
  fields: readonly RowField[],
  format: TableFormat,
): Generator<string> {
  if (format === 'json') {
    for (const row of rows) yield `${jsonText(jsonOf(row))}\n`;
    return;
  }
  yield* linesOf(
    [...fields],
    rows.map((row) => fields.map((field) => text(rowFields[field](row)))),
    format,
  );
}

/** Groups as lines: what their events have in common, how many there are, how many failed, the first and the last time. */
export function* groupsText(
  groups: readonly RowGroup[],
  fields: readonly RowField[],
  format: TableFormat,
): Generator<string> {
  if (format === 'json') {
    for (const { values, count, failed, first, last } of groups) {
      const named = Object.fromEntries(fields.map((field, at) => [field, values[at] ?? null]));
      yield `${jsonText({ ...named, count, failed, first: orNull(first), last: orNull(last) })}\n`;
    }
    return;
  }
  yield* linesOf(
    ['count', 'failed', 'first', 'last', ...fields],
    groups.map(({ values, count, failed, first, last }) => [count, failed, first, last, ...values].map(text)),
    format,
  );
}

function* linesOf(
  heads: readonly string[],
  lines: readonly (readonly string[])[],
  format: TableFormat,
): Generator<string> {
  if (format === 'csv') {
    for (const line of [heads, ...lines]) yield `${line.map(csv).join(',')}\r\n`;
    return;
  }
  const shown = [heads, ...lines].map((line) => line.map((cell) => terminal(cell)));
  const widths = heads.map((_, at) => Math.min(WIDEST, Math.max(...shown.map((line) => line[at]?.length ?? 0))));
  for (const line of shown) {
    yield `${line
      .map((cell, at) => (at === line.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()}\n`;
  }
}

function text(cell: string | number | boolean | undefined): string {
  return cell === undefined ? '' : String(cell);
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
