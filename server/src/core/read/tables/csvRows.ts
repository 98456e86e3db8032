import type { Form } from '../../record';
import { namesAnEvent } from '../evidence';
import type { Gap } from '../gaps';
import { type Proposal, shown } from '../repairs/proposal';
import { isAmbiguousTime } from '../reshaped';
import { parseObject } from '../whole';
import type { Embedded } from '../wrapped/embedded';
import type { CsvPlacement, Outside, PlaceInPart } from '../wrapped/placement';
import { eventsInStretch, isSound } from '../wrapped/textEvents';
import { BARS, isBarLine, isBlankLine, isRule } from './barRow';
import { eventsBesideRows, opensJson } from './besideRows';
import { eventsInCell } from './cellEvents';
import { lineStart, quotedEnd, rowAt, rowOfLine, startOfCsv } from './csv';
import type { CsvRow } from './csvCell';
import { DOUBLED } from './doubledQuotes';
import { viewOfCells } from './rowView';
import { cellsOf, columnsOfHeader, TAB, type Table } from './table';
import { endOfTornRow } from './tornRow';

/**
 * All rows of a CSV file. A row with a quote that is not closed, or with too many or too few cells, ends with its line, so
 * that the rows behind it are read as if nothing had happened.
 */
export function* csvRows(text: string, table: Table): Generator<Embedded, Outside> {
  const { separator, header, body } = table;
  const heading = text.slice(header.start, header.end);
  const gaps: Gap[] = [...headerGaps(text, table)];
  let effort = 8 * text.length + 1_000_000;
  let current: Table | undefined = table;
  let isMixed = table.isFoundLate === true;
  let ambiguous: Gap | undefined;
  const before = text.slice(startOfCsv(text), body);
  // A row of which the line break is lost has become a part of the header, or was passed over to find one.
  const first = !table.isOfFields && separator !== BARS && DOUBLED.test(before) ? startOfCsv(text) : body;
  let looked = first;
  for (let at = first; at < text.length; ) {
    const found = effort > 0 ? rowAt(text, at, separator) : rowOfLine(text, at, separator);
    effort -= found.end - at;
    const isWhole: boolean = found.cells.length === current?.columns.length && found.openQuote === undefined;
    const row: CsvRow = isWhole ? found : rowOfLine(text, at, separator);
    at = lineStart(text, row.end);
    const line = text.slice(row.start, row.end);
    const isHeading = line === heading && !DOUBLED.test(line);
    const names = isHeading ? table.columns : columnsOfHeader(text, row);
    if (separator === BARS && !isBarLine(line)) {
      // Other tables of a report are none of ours, till a header says so.
      if (!isRule(line)) current = undefined;
    } else if (names !== undefined) {
      current = isHeading ? table : withColumns(table, names);
      isMixed ||= current !== table;
    } else if (current !== undefined) {
      const events = eventsInRow(text, row, current);
      const damages = damagesOf(row, current);
      // A separator that is lost can leave as many cells as there should be.
      const isOdd =
        damages.length > 0 || opensJson(line) || (events.length === 0 && !current.isOfFields && namesAnEvent(line));
      const mayStandBeside = separator !== BARS && isOdd && (!isWhole || !events.some(isSound));
      const isLookedAt = isWhole || row.end <= looked;
      const torn = isLookedAt ? row.end : endOfTornRow(text, row.end, separator, current.columns.length, effort);
      looked = Math.max(looked, torn);
      effort -= torn - row.end;
      const beside = mayStandBeside ? eventsBesideRows(text, row, torn, effort) : undefined;
      if (beside !== undefined) effort -= beside.cost;
      if (beside !== undefined && beside.events.length > events.filter(isSound).length) {
        isMixed = true;
        if (beside.isRow) gaps.push(...damages.map((damage) => gapOf(damage, row.start)));
        yield* beside.events;
        at = Math.max(at, lineStart(text, beside.end));
      } else {
        for (const read of events.length > 0 ? events : ofFields(text, row, current, damages)) {
          ambiguous ??= ambiguousTime(text, read);
          yield current === table ? read : { ...read, columns: current.columns };
        }
      }
    }
    if (separator === BARS && isBlankLine(text, row.end)) current = undefined;
  }
  if (ambiguous !== undefined) gaps.push(ambiguous);
  const isAlike = gaps.length === 0 && effort > 0 && !isMixed && separator !== BARS;
  return {
    form: table.form,
    under: undefined,
    gaps,
    placement: isAlike ? { kind: 'csv', table, heading } : undefined,
  };
}

/** What is wrong in a row whose events are whole. */
function gapOf({ kind, span, detail, edits, safe }: Proposal, row: number): Gap {
  return { kind, span: { start: row + span.start, end: row + span.end }, detail, edits, safe };
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
    const isSame = part[start - 1] === '"' && quotedEnd(part, start - 1, separator, part.length, true) === end + 1;
    const [event, ...more] = isSame ? eventsInCell(part, { start, end }) : [];
    return event?.form === 'cell' && event.start === start && event.end === end && more.length === 0
      ? event
      : undefined;
  }
  if (form !== 'row') return undefined;
  const row = rowAt(part, start, separator);
  // What a row with an open quote swallows is told by the whole text only, and so is where a row ends that is cut off.
  const isSure = row.openQuote === undefined && (endsLog || row.end < part.length);
  if (!isSure || row.end !== end || row.cells.length !== columns.length || part.slice(start, end) === heading) {
    return undefined;
  }
  if (columnsOfHeader(part, row) !== undefined || opensJson(part.slice(start, end))) return undefined;
  return eventsInRow(part, row, table).length > 0 ? undefined : ofFields(part, row, table, [])[0];
}

/** No event is shorter, and most cells are. */
const SHORTEST = 40;

/** The events in the cells of a row, whatever the columns are called. */
function eventsInRow(text: string, row: CsvRow, { eventColumn, separator, isOfFields }: Table): readonly Embedded[] {
  const found: Embedded[] = [];
  for (const [index, { content, isQuoted, isBetweenBars }] of row.cells.entries()) {
    const { start, end } = content;
    const isBare = !isQuoted && isBetweenBars !== true;
    if (end - start < SHORTEST || (isBare && separator !== TAB)) continue;
    const says = index === eventColumn && !isBare ? undefined : text.slice(start, end);
    if (says !== undefined && !namesAnEvent(says)) continue;
    found.push(
      ...(isBare ? eventsInStretch(text, content) : eventsInCell(text, content, !isOfFields && index === eventColumn)),
    );
  }
  return found;
}

/** The row as an event of its own. None for a row of a table that is not of CloudTrail's fields, unless it is a damaged one. */
function ofFields(text: string, row: CsvRow, table: Table, damages: readonly Proposal[]): readonly Embedded[] {
  const { start, end } = row;
  if (!table.isOfFields && (damages.length === 0 || !namesAnEvent(text.slice(start, end)))) return [];
  const { source } = viewOfCells(cellsOf(text, row, table));
  return [{ start, end, form: 'row', source, value: parseObject(source), damages, edits: [] }];
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

/** What stands before a header of fields, and one that has fewer or more columns than the rows have cells. */
function headerGaps(text: string, { header, columns, separator, isOfFields }: Table): readonly Gap[] {
  const gaps: Gap[] = [];
  // What stands around a drawn table is the text that it is part of.
  if (separator === BARS) return gaps;
  const { start, end } = header;
  const first = startOfCsv(text);
  if (!isOfFields) return gaps;
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
