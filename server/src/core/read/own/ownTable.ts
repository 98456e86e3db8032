import type { JsonObject } from '../../record';
import { applyEdits } from '../edits';
import { cellEdits } from '../tables/cellEvents';
import { parseObject } from '../whole';
import { ownKindOf } from './ownKind';
import type { OwnFieldSign } from './ownLog';
import { type OwnLog, ownLogs, signOf } from './ownLogs';
import type { OwnPiece } from './ownPiece';
import { ownTime, truthIn } from './ownReading';
import { cellsOfLine, isNothing, type OwnCell, ownRowView } from './ownRow';

/** What stands between values in the formats of log deliveries and in exports, the likelier first. */
const DELIMITERS = ['\t', ',', '|', ';', ' '];
/** So many lines are asked what they are. */
const LINES_ASKED = 40;

/** Lines of values, and what is known of them. */
export interface OwnTable {
  /** What stands between the values, then the names of the values; see `ownRowView`. */
  readonly columns: readonly string[];
  /** The line of the first values. */
  readonly body: number;
}

/**
 * Lines of values of WorkMail's own logs: with the names of the fields in a line of their own (W3C, CSV), or without any where the values
 * themselves prove which field each is. Undefined for all other text.
 */
export function ownTableOf(text: string): OwnTable | undefined {
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
      if (columns !== undefined) return { columns, body: next };
      const proven = provenColumns(text, at);
      return proven && { columns: proven, body: at };
    }
    at = next;
  }
  return undefined;
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

function columnsOfW3c(line: string, values: string): readonly string[] | undefined {
  const written = W3C_FIELDS.exec(line)?.[1];
  if (written === undefined) return undefined;
  const names = written.split(/[\s,;|]+/).filter((name) => name !== '');
  if (!areNames(names)) return undefined;
  const fitting = DELIMITERS.find((each) => cellsOfLine(values, each).length === names.length);
  const any = DELIMITERS.find((each) => each !== ' ' && values.includes(each)) ?? '\t';
  return [fitting ?? any, ...names];
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
  return (
    names.includes('event.eventName') || (names.includes('traceId') && names.some((name) => name.startsWith('event.')))
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
const PROVING = 20;

/**
 * Names of values without a header: of the log that has as many fields as every line has values, each of the form that its field has, in the
 * order of the documentation. Nothing is guessed: a choice of fields proves nothing.
 */
function provenColumns(text: string, from: number): readonly string[] | undefined {
  const lines: string[] = [];
  for (let at = from; at < text.length && lines.length < PROVING; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line !== '') lines.push(line);
    at = end + 1;
  }
  if (lines.length === 0 || !lines.every((line) => ORGANIZATION.test(line))) return undefined;
  for (const delimiter of DELIMITERS) {
    const rows = lines.map((line) => cellsOfLine(line, delimiter));
    const [fitting, other] = ownLogs().filter(
      (log) => log.family === 'audit' && rows.every((cells) => fits(cells, log)),
    );
    if (fitting !== undefined && other === undefined) return [delimiter, ...fitting.fields.map(({ name }) => name)];
  }
  return undefined;
}

const ORGANIZATION = /arn:aws[a-z-]*:workmail:[a-z0-9-]*:\d{12}:organization\//;

function fits(cells: readonly OwnCell[], { fields }: OwnLog): boolean {
  return cells.length === fields.length && fields.every((field, at) => isOf(cells[at]?.text ?? '', field));
}

function isOf(text: string, { form, values, name, refused }: OwnFieldSign): boolean {
  if (isNothing(text)) return refused === undefined;
  if (form === 'truth') return truthIn(text) !== undefined;
  if (name === 'event_timestamp') return /^\d{10}(?:\d{3})?$/.test(text) && ownTime(text) !== undefined;
  if (name === 'organization_arn') return ORGANIZATION.test(text);
  if (form === 'ip') return /^[\da-f.:]+$/i.test(text);
  return (
    values === undefined || name === 'method' || values.some((each) => each.value.toLowerCase() === text.toLowerCase())
  );
}

/** All records of lines of values, in their order. */
export function* piecesInTable(text: string, table: OwnTable): Generator<OwnPiece> {
  let { columns } = table;
  for (let at = table.body; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trimEnd();
    if (line.startsWith('#')) columns = columnsOfW3c(line, firstValues(text, end + 1)) ?? columns;
    else if (line !== '') {
      const piece = pieceOfLine(line, at, columns);
      if (piece !== undefined) yield piece;
    }
    at = end + 1;
  }
}

function pieceOfLine(line: string, start: number, columns: readonly string[]): OwnPiece | undefined {
  const { source } = ownRowView(line, columns);
  const value = parseObject(source);
  const log = ownKindOf(value);
  if (value === undefined || log === undefined) return pieceInCell(line, start, columns);
  return { start, end: start + line.length, form: 'delimited', source, value, damages: [], edits: [], columns, log };
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
    const around = cells.map((each, at) =>
      TIMES.has((names[at] ?? '').toLowerCase()) ? ownTime(each.text) : undefined,
    );
    const time = around.find((each) => each !== undefined);
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
    return { ...place, log, ...(time !== undefined && { around: time }) };
  }
  return undefined;
}
