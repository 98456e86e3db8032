import type { EventRecord, Form, JsonObject, Span, Text, TextEdit } from '../record';
import { applyEdits, toMended, toOriginal, toOriginalInOrder } from './edits';
import { unescapeEdits } from './escapes';
import { ownPairsView } from './own/ownPairsView';
import { ownRowView } from './own/ownRow';
import { reshapingEdits } from './reshaped';
import { cellEdits } from './tables/cellEvents';
import { rowAt, rowOfLine } from './tables/csv';
import { jsonCells } from './tables/jsonCells';
import { type RowView, viewOfCells } from './tables/rowView';
import { cellsOf, tableOf } from './tables/table';
import { valueCells } from './tables/valueRow';
import { parseObject } from './whole';

/**
 * A record's text turned into JSON: mended, unescaped, put back into CloudTrail's shape. Each step is a list of edits, so
 * that offsets can be wrapped through all of them; none of it is kept, and only a record that somebody looks at has one.
 */
export interface View {
  /** The record as JSON. */
  readonly source: string;
  /** Offset in the log to offset in `source`; negative where a row has no cell. */
  readonly toSource: (offset: number) => number;
  /** Where a key or a value of `source` stands in the log. */
  readonly spanInLog: (span: Span) => Span;
  /**
   * A way from offsets of `source` to the log for many places, each behind the one before: it takes time for the text once. Absent
   * for rows, which are made of cells.
   */
  readonly inOrder?: () => (offset: number) => number;
}

/** What is needed of a record to read it again. */
export type Readable = Pick<EventRecord, 'start' | 'end' | 'form' | 'mends' | 'columns'>;

/** The text of a record as JSON, by way of its mends and its form, with the way back to offsets of the log. */
export function viewOf(text: Text, record: Readable): View {
  const { start, end, form, mends, columns } = record;
  const steps: (readonly TextEdit[])[] = [];
  let source = text.slice(start, end);
  const take = (edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return;
    steps.push(edits);
    source = applyEdits(source, edits);
  };
  take(mends);
  for (const edits of STEPS[form]) take(edits(source));
  const view: View = {
    source,
    toSource: (offset) => steps.reduce((at, edits) => toMended(edits, at), offset - start),
    spanInLog: (span) => {
      const place = (at: number): number => start + steps.reduceRight((offset, edits) => toOriginal(edits, offset), at);
      const from = place(span.start);
      return { start: from, end: Math.max(from, place(span.end)) };
    },
    inOrder: () => {
      const ways = steps.map(toOriginalInOrder);
      return (at) => start + ways.reduceRight((offset, way) => way(offset), at);
    },
  };
  if (form === 'delimited')
    return inRow(columns === undefined ? ownPairsView(source) : ownRowView(source, columns), view);
  return form === 'row' ? inRow(rowView(text, source, columns), view) : view;
}

/** Of a row the view is made of cells: a place in it is that of its cell, or inside one that is written like that. */
function inRow({ source, pieces }: RowView, row: View): View {
  return {
    source,
    toSource: (offset) => {
      const at = row.toSource(offset);
      const piece = pieces.find((each) => each.row.start <= at && at < each.row.end);
      if (piece === undefined) return -1;
      return piece.source.start + (piece.isVerbatim ? at - piece.row.start : 0);
    },
    spanInLog: ({ start, end }) => {
      const piece = pieces.find((each) => start < each.source.end);
      if (piece === undefined) return row.spanInLog({ start: 0, end: 1 });
      const { start: from } = piece.source;
      if (!piece.isVerbatim || start < from) return row.spanInLog(piece.row);
      return row.spanInLog({ start: piece.row.start + start - from, end: piece.row.start + end - from });
    },
  };
}

/** The header of a CSV file and its first row are found within this length. */
const HEAD = 40_000;

function rowView(text: Text, source: string, columns: EventRecord['columns']): RowView {
  const table = tableOf(text.slice(0, HEAD));
  if (table === undefined) return viewOfCells(columns === undefined ? jsonCells(source) : valueCells(source, columns));
  const whole = rowAt(source, 0, table.separator);
  const row = whole.end === source.length ? whole : rowOfLine(source, 0, table.separator);
  return viewOfCells(cellsOf(source, row, { form: table.form, columns: columns ?? table.columns }));
}

/**
 * The event of a record that was kept without it, read once more from its text.
 *
 * @param text the whole log
 * @returns undefined when it can't be read
 */
export function eventOf(text: Text, record: Readable & Partial<Pick<EventRecord, 'event'>>): JsonObject | undefined {
  return record.event ?? parseObject(viewOf(text, record).source);
}

type Step = (source: string) => readonly TextEdit[];

/** Whether events of a form stand in a text or a cell, and are no objects of the log's own JSON. */
export function standsInText(form: Form): boolean {
  return form !== 'reshaped' && STEPS[form].length > 0;
}

const STEPS: Readonly<Record<Form, readonly Step[]>> = {
  object: [],
  text: [unescapeEdits],
  'text-in-text': [unescapeEdits, unescapeEdits],
  'text-in-text-in-text': [unescapeEdits, unescapeEdits, unescapeEdits],
  cell: [cellEdits],
  'text-in-cell': [cellEdits, unescapeEdits],
  'text-in-text-in-cell': [cellEdits, unescapeEdits, unescapeEdits],
  'text-in-text-in-text-in-cell': [cellEdits, unescapeEdits, unescapeEdits, unescapeEdits],
  reshaped: [reshapingEdits],
  row: [],
  delimited: [],
};
