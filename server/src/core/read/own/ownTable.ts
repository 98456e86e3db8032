import type { JsonObject } from '../../record';
import { applyEdits } from '../edits';
import type { Gap } from '../gaps';
import { cellEdits } from '../tables/cellEvents';
import { parseObject } from '../whole';
import type { FieldOrder } from './fieldOrder';
import { mailName } from './mailCell';
import { DELIMITERS, NamelessLines } from './namelessLines';
import { ownKindOf } from './ownKind';
import { signOf } from './ownLogs';
import type { OwnPiece } from './ownPiece';
import { ownTime } from './ownReading';
import { cellsOfLine, ownRowView } from './ownRow';
import { isNothing } from './ownView';
import { QuotedRows } from './quotedRows';
import { UntoldValues } from './untoldValues';
import { isOrganization, ORGANIZATION } from './valueForm';

/** So many lines are asked what they are. */
const LINES_ASKED = 40;

/** Lines of values, and what is known of them. */
export interface OwnTable {
  /** What stands between the values, then the names of the values; see `ownRowView`. */
  readonly columns: readonly string[];
  /** The line of the first values. */
  readonly body: number;
  /** Where no line says the names: each line of values is asked for its columns. */
  readonly nameless?: NamelessLines;
  /** Values may stand in quotes, and go on in the next line. */
  readonly isQuoted?: true;
}

/**
 * Lines of values of WorkMail's own logs: with the names of the fields in a line of their own (W3C, CSV), or without any where the values
 * themselves prove which field each is. Undefined for all other text.
 *
 * @param orders of fields that calls have told
 */
export function ownTableOf(text: string, orders: readonly FieldOrder[] = []): OwnTable | undefined {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let asked = 0; asked < LINES_ASKED && at < text.length; asked++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    const next = end + 1;
    if (line.startsWith('#')) {
      const columns = columnsOfW3c(line, firstValues(text, next));
      if (columns !== undefined) return { columns, body: next };
    } else if (line !== '') {
      const columns = columnsOfHeader(line);
      if (columns !== undefined) return { columns, body: next, isQuoted: true };
      return namelessTable(text, at, orders);
    }
    at = next;
  }
  return undefined;
}

/** A line of values, with the white space at its end: that may stand between two values, of which the last one is empty. */
function valuesOf(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The first line at or behind an offset that is no comment. */
function firstValues(text: string, from: number): string {
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line !== '' && !line.startsWith('#')) return line;
    at = end + 1;
  }
  return '';
}

const W3C_FIELDS = /^#\s*Fields:\s*(.+)$/i;

/** @param values the line behind it, which shows what stands between two of them: customers choose it */
function columnsOfW3c(line: string, values: string): readonly string[] | undefined {
  const written = W3C_FIELDS.exec(line)?.[1];
  if (written === undefined) return undefined;
  const names = written.split(/[^\w.@-]+/).filter((name) => name !== '');
  if (!areNames(names)) return undefined;
  const organization = names.indexOf('organization_arn');
  const fitting = delimitersIn(values).find((each) => {
    const cells = cellsOfLine(values, each);
    const { text = '' } = cells[organization] ?? {};
    return cells.length === names.length && (isNothing(text) || isOrganization(text));
  });
  const any = DELIMITERS.find((each) => each !== ' ' && values.includes(each)) ?? '\t';
  return [fitting ?? any, ...names];
}

/** So many texts between values are tried. */
const MOST_DELIMITERS = 100;

/** What may stand between the values of a line: the longest first, as a shorter one may be a part of it, then the usual ones. */
function delimitersIn(values: string): readonly string[] {
  const seen = [...new Set(values.match(/[^A-Za-z0-9"]{2,5}/g))].slice(0, MOST_DELIMITERS);
  // Ids, addresses and times have the others in them.
  const single = [...new Set(values.match(/[^A-Za-z0-9"\s./:@_-]/g))].slice(0, MOST_DELIMITERS);
  return [...seen.sort((left, right) => right.length - left.length), ...DELIMITERS, ...single];
}

function columnsOfHeader(line: string): readonly string[] | undefined {
  for (const delimiter of DELIMITERS) {
    const names = cellsOfLine(line, delimiter).map(({ text }) => text);
    if (names.length > 1 && (areNames(names) || holdsMessages(names))) return [delimiter, ...names];
  }
  return undefined;
}

/** Whether enough names are those of fields, and one of them nobody else uses. */
function areNames(names: readonly string[]): boolean {
  if (names.includes('organization_arn')) return true;
  const audit = names.map(signOf);
  if (audit.filter((sign) => sign !== undefined).length >= 2 && audit.some((sign) => (sign ?? 0) >= 2)) return true;
  const mail = names.map((name) => name.split('.').map(mailName).join('.'));
  return (
    mail.includes('event.eventName') || (mail.includes('traceId') && mail.some((name) => /^event(?:\.|$)/.test(name)))
  );
}

/** Columns of CloudWatch Logs Insights, and of tables that were exported here: a record stands in a cell. */
function holdsMessages(names: readonly string[]): boolean {
  if (names.includes('event') && names.includes('eventSource')) return true;
  return names.some((name) => MESSAGES.has(name.toLowerCase())) && names.some((name) => TIMES.has(name.toLowerCase()));
}

const MESSAGES: ReadonlySet<string> = new Set(['@message', 'message']);
const TIMES: ReadonlySet<string> = new Set(['@timestamp', 'timestamp', 'ingestiontime', '@ingestiontime', 'eventtime']);

/** The first lines of values that are asked what they prove. */
const PROVING = 100;

/** Lines of values without a header: most are those of an organization, and at least one of the first ones can be read. */
function namelessTable(text: string, from: number, orders: readonly FieldOrder[]): OwnTable | undefined {
  const lines: string[] = [];
  for (let at = from; at < text.length && lines.length < PROVING; ) {
    const end = lineEnd(text, at);
    // The last line of what is a part of a text may be a part itself.
    const line = valuesOf(text.slice(at, end));
    if (line.trim() !== '') lines.push(line);
    at = end + 1;
  }
  // What is damaged, or got into the log, costs no other line.
  const valued = lines.filter((line) => ORGANIZATION.test(line));
  if (valued.length === 0 || 2 * valued.length < lines.length) return undefined;
  const nameless = new NamelessLines(valued, orders);
  return valued.some((line) => nameless.columnsOf(line) !== undefined)
    ? { columns: [], body: from, nameless }
    : undefined;
}

/**
 * All records of lines of values, in their order.
 *
 * @returns what can't be told of lines that have no names
 */
export function* piecesInTable(text: string, table: OwnTable): Generator<OwnPiece, readonly Gap[]> {
  const untold = new UntoldValues();
  const quoted = table.isQuoted === true ? new QuotedRows(text) : undefined;
  let { columns, nameless } = table;
  for (let at = table.body; at < text.length; ) {
    const ofLine = lineEnd(text, at);
    const end = quoted?.endOf(at, ofLine, columns) ?? ofLine;
    const written = text.slice(at, end);
    const line = nameless === undefined ? written.trimEnd() : valuesOf(written);
    const header = line.startsWith('#') ? columnsOfW3c(line, firstValues(text, end + 1)) : undefined;
    if (header !== undefined) {
      columns = header;
      nameless = undefined;
    } else if (line.trim() !== '' && !line.startsWith('#')) {
      const span = { start: at, end: at + line.length };
      const names = nameless === undefined ? columns : nameless.columnsOf(line);
      if (nameless !== undefined && ORGANIZATION.test(line)) untold.take(span, names);
      const piece = names && pieceOfLine(line, at, names);
      if (piece !== undefined) yield piece;
    }
    at = end + 1;
  }
  return untold.gaps();
}

function pieceOfLine(line: string, start: number, columns: readonly string[]): OwnPiece | undefined {
  const { source } = ownRowView(line, columns);
  const value = parseObject(source);
  const log = ownKindOf(value);
  if (value === undefined || log === undefined) return pieceInCell(line, start, columns);
  const [delimiter = '\t', ...names] = columns;
  const around = timeAround(names, cellsOfLine(line, delimiter));
  const place = { start, end: start + line.length, form: 'delimited', source, value, damages: [], edits: [] } as const;
  return { ...place, columns, log, ...(around !== undefined && { around }) };
}

/** When CloudWatch has an event, in a column beside the record. */
function timeAround(names: readonly string[], cells: readonly { readonly text: string }[]): number | undefined {
  const times = cells.map(({ text }, at) => (TIMES.has((names[at] ?? '').toLowerCase()) ? ownTime(text) : undefined));
  return times.find((time) => time !== undefined);
}

/** A record that stands in one cell, as exports of CloudWatch Logs have it. */
function pieceInCell(
  line: string,
  start: number,
  [delimiter = '\t', ...names]: readonly string[],
): OwnPiece | undefined {
  const cells = cellsOfLine(line, delimiter);
  for (const cell of cells) {
    if (!cell.text.startsWith('{')) continue;
    const written = line.slice(cell.start, cell.end);
    const source = applyEdits(written, cellEdits(written));
    const value: JsonObject | undefined = parseObject(source);
    const log = ownKindOf(value);
    if (log === undefined) continue;
    const around = timeAround(names, cells);
    const form = written.includes('""') ? 'cell' : 'object';
    const place = {
      start: start + cell.start,
      end: start + cell.end,
      form,
      source,
      value,
      damages: [],
      edits: [],
    } as const;
    return { ...place, log, ...(around !== undefined && { around }) };
  }
  return undefined;
}
