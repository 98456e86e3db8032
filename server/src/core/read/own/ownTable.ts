import type { JsonObject, Span } from '../../record';
import { applyEdits } from '../edits';
import type { Gap } from '../gaps';
import { cellEdits } from '../tables/cellEvents';
import { parseObject } from '../whole';
import type { FieldOrder } from './fieldOrder';
import { type Fitted, fittedColumns, type HeaderFields, headerFields } from './fittedColumns';
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
  /** Orders that calls have told: other lines than those of the header may stand beneath it. */
  readonly told?: NamelessLines;
}

/**
 * Lines of values of WorkMail's own logs: with the names of the fields in a line of their own (W3C, CSV), or without any where the values
 * themselves prove which field each is. Undefined for all other text.
 *
 * @param orders of fields that calls have told
 */
export function ownTableOf(text: string, orders: readonly FieldOrder[] = []): OwnTable | undefined {
  const told = orders.length > 0 ? { told: new NamelessLines([], orders) } : {};
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let asked = 0; asked < LINES_ASKED && at < text.length; asked++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    const next = end + 1;
    if (line.startsWith('#')) {
      const columns = columnsOfW3c(line, firstValues(text, next));
      if (columns !== undefined) return { columns, body: next, ...told };
      if (told.told?.columnsOf(line) !== undefined) return namelessTable(text, at, orders);
    } else if (line !== '') {
      const columns = columnsOfHeader(line);
      if (columns !== undefined) return { columns, body: next, isQuoted: true, ...told };
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

/** The names of fields that a line says, and what stands between the values behind it. @param end of the line */
export function headerOfLines(text: string, line: string, end: number): HeaderFields | undefined {
  const columns = columnsOfW3c(line, firstValues(text, end + 1));
  return columns && headerFields(columns);
}

/** Whether a line has one value for each name of a header, an organization among them, and each may be one of its field. */
export function isOfHeader(line: string, of: HeaderFields): boolean {
  if (!of.columns.includes('organization_arn') || !ORGANIZATION.test(line)) return false;
  const fitted = fittedColumns(line, of);
  return fitted?.isWhole === true && fitted.columns === of.columns && !fitted.isShort && !fitted.isOdd;
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

/** What is left of lines of values that were read. */
export interface LeftOfTable {
  /** What can't be told of lines whose fields are not known, or not of all values. */
  readonly gaps: readonly Gap[];
  /** Some lines have no header, or not the one above them: calls may tell their fields. */
  readonly lacksNames?: true;
}

/** All records of lines of values, in their order. */
export function* piecesInTable(text: string, table: OwnTable): Generator<OwnPiece, LeftOfTable> {
  const untold = new UntoldValues();
  const short: Span[] = [];
  const quoted = table.isQuoted === true ? new QuotedRows(text) : undefined;
  const told = table.nameless ?? table.told;
  let { nameless } = table;
  let of = headerFields(table.columns);
  let lacksNames = nameless !== undefined;
  for (let at = table.body; at < text.length; ) {
    const ofLine = lineEnd(text, at);
    const end = quoted?.endOf(at, ofLine, of.columns) ?? ofLine;
    const written = text.slice(at, end);
    const line = nameless === undefined ? written.trimEnd() : valuesOf(written);
    const isComment = line.startsWith('#') && !isRow(line, of, nameless, told);
    const header = isComment ? columnsOfW3c(line, firstValues(text, end + 1)) : undefined;
    const ofJson = line.startsWith('{') ? pieceOfJson(line, at) : undefined;
    if (header !== undefined) {
      of = headerFields(header);
      nameless = undefined;
    } else if (ofJson !== undefined) yield ofJson;
    else if (line.trim() !== '' && !isComment) {
      const span = { start: at, end: at + line.length };
      const fitted = nameless === undefined ? fittedOrTold(line, of, told) : undefined;
      const isCut = fitted?.isShort === true && short.length === 0 && at + line.length === text.length;
      const known = isCut ? withoutLast(line, of.columns) : fitted?.columns;
      const names = nameless === undefined ? known : nameless.columnsOf(line);
      if (nameless?.isAsked(line) === true) untold.take(span, names);
      const piece = names && pieceOfLine(line, at, names);
      // What is no record of a log with as few values is none that a program left empty values out of.
      const isLost = fitted?.isShort === true && piece === undefined && isOther(line, of, isCut);
      if (fitted?.isShort && !isLost) short.push(span);
      if (isLost || (nameless === undefined && fitted?.isWhole !== true))
        untold.takeUnfitting(span, isLost ? undefined : fitted?.columns);
      if (nameless === undefined && (isLost || fitted === undefined || fitted.isOdd || fitted.isTold))
        lacksNames ||= ORGANIZATION.test(line);
      if (piece !== undefined) yield piece;
    }
    at = end + 1;
  }
  return { gaps: [...untold.gaps(), ...cutOffIn(text, short)], ...(lacksNames && { lacksNames }) };
}

/** The columns of a line beneath a header; of one that it does not fit, what calls have told of such lines: logs are put together. */
function fittedOrTold(line: string, of: HeaderFields, told: NamelessLines | undefined): Fitted | undefined {
  const fitted = fittedColumns(line, of);
  if (told === undefined || (fitted?.isWhole && !fitted.isShort && !fitted.isOdd)) return fitted;
  const columns = told.columnsOf(line);
  return columns === undefined ? fitted : { columns, isWhole: true, isTold: true };
}

/** Whether a line that has too few values is one of another log, and not what is left of one. @param isCut the text ends with it */
function isOther(line: string, { columns: [delimiter = ''] }: HeaderFields, isCut: boolean): boolean {
  return ORGANIZATION.test(line) && !(isCut && line.includes(delimiter));
}

/** Whether a line that begins like a comment is one of values: strangers write the first of them. */
function isRow(
  line: string,
  of: HeaderFields,
  nameless: NamelessLines | undefined,
  told: NamelessLines | undefined,
): boolean {
  if (!ORGANIZATION.test(line)) return false;
  if (told?.columnsOf(line) !== undefined) return true;
  return nameless === undefined && isOfHeader(line, of);
}

/** A record that is all of its line, beneath whatever header. */
function pieceOfJson(line: string, start: number): OwnPiece | undefined {
  const value = parseObject(line);
  const log = ownKindOf(value);
  if (value === undefined || log === undefined) return undefined;
  return { start, end: start + line.length, form: 'object', source: line, value, damages: [], edits: [], log };
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
