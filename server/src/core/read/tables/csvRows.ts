import type { Form, TextEdit } from '../../record';
import { applyEdits, toOriginal } from '../edits';
import { isCloudTrailRecord, namesAnEvent } from '../evidence';
import type { Gap } from '../gaps';
import { mend } from '../mend';
import { type Proposal, shown } from '../repairs/proposal';
import { isAmbiguousTime } from '../reshaped';
import { parseObject } from '../whole';
import type { Embedded } from '../wrapped/embedded';
import type { CsvPlacement, Outside, PlaceInPart } from '../wrapped/placement';
import { BARS, isBarLine, isBlankLine, isRule } from './barRow';
import { lineStart, quotedEnd, rowAt, rowOfLine, startOfCsv } from './csv';
import type { CsvCell, CsvRow } from './csvCell';
import { viewOfCells } from './rowView';
import { cellsOf, columnsOfHeader, type Table } from './table';

/**
 * All rows of a CSV file. A row with a quote that is not closed, or with too many or too few cells, ends with its line, so
 * that the rows behind it are read as if nothing had happened.
 */
export function* csvRows(text: string, table: Table): Generator<Embedded, Outside> {
  const { separator, header, body } = table;
  const heading = text.slice(header.start, header.end);
  let effort = 8 * text.length + 1_000_000;
  let current: Table | undefined = table;
  let hasOtherHeaders = false;
  let ambiguous: Gap | undefined;
  for (let at = body; at < text.length; ) {
    const found = effort > 0 ? rowAt(text, at, separator) : rowOfLine(text, at, separator);
    effort -= found.end - at;
    const isWhole: boolean = found.cells.length === current?.columns.length && found.openQuote === undefined;
    const row: CsvRow = isWhole ? found : rowOfLine(text, at, separator);
    at = lineStart(text, row.end);
    const line = text.slice(row.start, row.end);
    const names = line === heading ? table.columns : columnsOfHeader(text, row);
    if (separator === BARS && !isBarLine(line)) {
      // Other tables of a report are none of ours, till a header says so.
      if (!isRule(line)) current = undefined;
    } else if (names !== undefined) {
      current = line === heading ? table : withColumns(table, names);
      hasOtherHeaders ||= current !== table;
    } else if (current !== undefined) {
      const read = readRow(text, row, current);
      if (read !== undefined) {
        ambiguous ??= ambiguousTime(text, read);
        yield current === table ? read : { ...read, columns: current.columns };
      }
    }
    if (separator === BARS && isBlankLine(text, row.end)) current = undefined;
  }
  const gaps = [...headerGaps(text, table), ...(ambiguous === undefined ? [] : [ambiguous])];
  return {
    form: table.form,
    under: undefined,
    gaps,
    placement:
      gaps.length === 0 && effort > 0 && !hasOtherHeaders && separator !== BARS
        ? { kind: 'csv', table, heading }
        : undefined,
  };
}

/** The first time of a table that does not tell the day from the month: it is told once, and not guessed. */
function ambiguousTime(text: string, { start, end, value }: Embedded): Gap | undefined {
  const time = value !== undefined && typeof value.eventTime === 'string' ? value.eventTime : '';
  if (!isAmbiguousTime(time)) return undefined;
  const at = text.slice(start, end).indexOf(time);
  const span = { start: start + Math.max(0, at), end: start + Math.max(0, at) + time.length };
  return { kind: 'ambiguous-time', span, detail: { text: time }, edits: [], safe: false };
}

/** A table from where another header stands. */
function withColumns(table: Table, columns: readonly string[]): Table {
  const { eventColumn } = table;
  const own = eventColumn === undefined ? -1 : columns.indexOf(table.columns[eventColumn] ?? '');
  return { ...table, columns, isOfFields: true, eventColumn: own < 0 ? eventColumn : own };
}

/** The event of a row once more, where all other rows are as they were; see `pieceAgain`. */
export function csvAgain(
  part: string,
  form: Form,
  { start, end, endsLog }: PlaceInPart,
  { table, heading }: CsvPlacement,
): Embedded | undefined {
  const { columns, separator } = table;
  if (form === 'cell') {
    if (part[start - 1] !== '"' || quotedEnd(part, start - 1, separator, part.length, true) !== end + 1)
      return undefined;
    return eventIn(part, { content: { start, end } });
  }
  const row = rowAt(part, start, separator);
  // What a row with an open quote swallows is told by the whole text only, and so is where a row ends that is cut off.
  const isSure = row.openQuote === undefined && (endsLog || row.end < part.length);
  if (!isSure || row.end !== end || row.cells.length !== columns.length || part.slice(start, end) === heading) {
    return undefined;
  }
  if (columnsOfHeader(part, row) !== undefined) return undefined;
  const read = readRow(part, row, table);
  return read?.form === 'row' ? read : undefined;
}

/** Undefined for a row of a table that is not of CloudTrail's fields, when it holds no event. */
function readRow(text: string, row: CsvRow, table: Table): Embedded | undefined {
  const cell = table.eventColumn === undefined ? undefined : row.cells[table.eventColumn];
  const event = cell === undefined ? undefined : eventIn(text, cell);
  if (event !== undefined) return event;
  if (!table.isOfFields && !namesAnEvent(text.slice(row.start, row.end))) return undefined;
  const { source } = viewOfCells(cellsOf(text, row, table));
  const { start, end } = row;
  return { start, end, form: 'row', source, value: parseObject(source), damages: damagesOf(row, table), edits: [] };
}

function damagesOf({ start, end, cells, openQuote }: CsvRow, { columns }: Table): readonly Proposal[] {
  const base = { edits: [], safe: false } as const;
  if (openQuote !== undefined) {
    const at = openQuote - start;
    return [{ ...base, kind: 'cell-quote', span: { start: at, end: at + 1 }, detail: {} }];
  }
  if (cells.length === columns.length) return [];
  const detail = { found: String(cells.length), expected: String(columns.length) };
  return [{ ...base, kind: 'row-length', span: { start: 0, end: end - start }, detail }];
}

/** A whole event in a cell, if it holds one. */
function eventIn(text: string, { content }: Pick<CsvCell, 'content'>): Embedded | undefined {
  const { start, end } = content;
  const raw = text.slice(start, end);
  const steps = cellEdits(raw);
  const source = applyEdits(raw, steps);
  const value = parseObject(source);
  if (value !== undefined) {
    return isCloudTrailRecord(value) ? { start, end, form: 'cell', source, value, damages: [], edits: [] } : undefined;
  }
  if (!/^\s*\{/.test(source)) return undefined;
  const mended = mend(source, {
    endsLog: true,
    isBare: true,
    ending: (at) => (source.slice(at).trim() === '' ? 'sure' : 'no'),
  });
  const read = parseObject(applyEdits(source, mended.edits));
  if (!isCloudTrailRecord(read)) return undefined;
  const rewritten = (edit: TextEdit): TextEdit => ({
    start: toOriginal(steps, edit.start),
    end: toOriginal(steps, edit.end),
    text: edit.text.replaceAll('"', '""'),
  });
  const damages = mended.damages.map((damage) => ({
    ...damage,
    span: { start: toOriginal(steps, damage.span.start), end: toOriginal(steps, damage.span.end) },
    edits: damage.edits.map(rewritten),
  }));
  return { start, end, form: 'cell', source, value: read, damages, edits: mended.edits.map(rewritten) };
}

/** A cell writes each of its quotes twice. */
export function cellEdits(content: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = content.indexOf('""'); at >= 0; at = content.indexOf('""', at + 2)) {
    edits.push({ start: at, end: at + 2, text: '"' });
  }
  return edits;
}

/** What stands before the header, and a header that has fewer or more columns than the rows have cells. */
function headerGaps(text: string, { header, columns, separator }: Table): readonly Gap[] {
  const gaps: Gap[] = [];
  // What stands around a drawn table is the text that it is part of.
  if (separator === BARS) return gaps;
  const { start, end } = header;
  const first = startOfCsv(text);
  if (first < start) {
    const before = text.slice(first, start).trimEnd();
    const detail = { text: shown(before, 0, before.length) };
    const span = { start: first, end: first + before.length };
    gaps.push({ kind: 'unexpected-text', span, detail, edits: [], safe: false });
  }
  if (end > start && header.cells.length !== columns.length) {
    const detail = { found: String(header.cells.length), expected: String(columns.length) };
    gaps.push({ kind: 'row-length', span: { start, end }, detail, edits: [], safe: false });
  }
  return gaps;
}
