import type { JsonObject, Span } from '../../record';
import { applyEdits } from '../edits';
import type { Gap } from '../gaps';
import { cellEdits } from '../tables/cellEvents';
import { parseObject } from '../whole';
import type { FieldOrder } from './fieldOrder';
import { fittedColumns } from './fittedColumns';
import { DELIMITERS, NamelessLines } from './namelessLines';
import { areNames, columnsOfHeader, timeInColumns } from './ownHeader';
import { ownKindOf } from './ownKind';
import type { OwnPiece } from './ownPiece';
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
  const naming = lines.filter((line) => ORGANIZATION.test(line));
  const nameless = new NamelessLines(naming, orders);
  // Without an organization in them, nearly all have to be lines that a call has told of.
  const valued = naming.length > 0 ? naming : lines.filter((line) => nameless.columnsOf(line) !== undefined);
  const least = naming.length > 0 ? 0.5 : 0.9;
  if (valued.length === 0 || valued.length < least * lines.length) return undefined;
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
  const short: Span[] = [];
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
      const fitted = nameless === undefined ? fittedColumns(line, columns) : undefined;
      const isCut = fitted?.isShort === true && short.length === 0 && at + line.length === text.length;
      const known = isCut ? withoutLast(line, columns) : fitted?.columns;
      const names = nameless === undefined ? known : nameless.columnsOf(line);
      if (nameless?.isAsked(line) === true) untold.take(span, names);
      if (fitted?.isShort) short.push(span);
      if (nameless === undefined && fitted?.isWhole !== true) untold.takeUnfitting(span, fitted?.columns);
      const piece = names && pieceOfLine(line, at, names);
      if (piece !== undefined) yield piece;
    }
    at = end + 1;
  }
  return [...untold.gaps(), ...cutOffIn(text, short)];
}

/** A value that is cut through is left out, since nobody knows what it was. */
function withoutLast(line: string, columns: readonly string[]): readonly string[] {
  const last = cellsOfLine(line, columns[0] ?? '').length;
  return columns.map((name, at) => (at === last ? '' : name));
}

/** Where a table ends in the middle of a row: only its last one is short, and no line break ends it. Some programs leave out empty values at the end of any row. */
function cutOffIn(text: string, [only, ...others]: readonly Span[]): readonly Gap[] {
  if (only === undefined || others.length > 0 || only.end < text.length) return [];
  const span = { start: only.end - 1, end: only.end };
  return [{ kind: 'cut-off', span, detail: { inside: 'a line of values', bracket: '' }, edits: [], safe: false }];
}

function pieceOfLine(line: string, start: number, columns: readonly string[]): OwnPiece | undefined {
  const { source } = ownRowView(line, columns);
  const value = parseObject(source);
  const log = ownKindOf(value);
  if (value === undefined || log === undefined) return pieceInCell(line, start, columns);
  const [delimiter = '\t', ...names] = columns;
  const around = timeInColumns(names, cellsOfLine(line, delimiter));
  const place = { start, end: start + line.length, form: 'delimited', source, value, damages: [], edits: [] } as const;
  return { ...place, columns, log, ...(around !== undefined && { around }) };
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
    const around = timeInColumns(names, cells);
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
