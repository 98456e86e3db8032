import type { QuickPickItem } from 'vscode';
import type { ExportedAs, ExportedWhole } from '../../../server/src/wire/protocol';

/** What events can be written as. */
export interface ExportFormat extends QuickPickItem {
  /** Lines that are asked for some at a time, or a file that is made as a whole. */
  readonly as: { readonly lines: ExportedAs } | { readonly whole: ExportedWhole };
  /** Of the file. */
  readonly ending: string;
}

/** In the order in which they are offered. */
export const exportFormats: readonly ExportFormat[] = [
  {
    as: { lines: 'csv' },
    ending: 'csv',
    label: 'CSV',
    detail: 'A table for spreadsheets: no cell runs as a formula, and it opens here without loss.',
  },
  { as: { lines: 'tsv' }, ending: 'tsv', label: 'TSV', detail: 'The same with tabs.' },
  {
    as: { whole: 'xlsx' },
    ending: 'xlsx',
    label: 'XLSX',
    detail: 'A workbook in which ids and times are texts, whatever a spreadsheet thinks of them.',
  },
  {
    as: { lines: 'jsonl' },
    ending: 'jsonl',
    label: 'JSON Lines',
    detail: 'The events as they stand in their logs, one a line.',
  },
  {
    as: { whole: 'parquet' },
    ending: 'parquet',
    label: 'Parquet',
    detail: 'A table for DuckDB, Spark, pandas and others.',
  },
  {
    as: { lines: 'timesketch-csv' },
    ending: 'csv',
    label: 'CSV for Timesketch',
    detail: 'With message, datetime and timestamp_desc.',
  },
  {
    as: { lines: 'timesketch-jsonl' },
    ending: 'jsonl',
    label: 'JSON Lines for Timesketch',
    detail: 'With message, datetime and timestamp_desc.',
  },
  {
    as: { whole: 'sarif' },
    ending: 'sarif',
    label: 'SARIF',
    detail: 'What is wrong with these events, and what was found with one of them in it.',
  },
  {
    as: { whole: 'navigator' },
    ending: 'json',
    label: 'ATT&CK Navigator layer',
    detail: 'How many of these events may be steps of which technique: a reason to look, no proof.',
  },
];
