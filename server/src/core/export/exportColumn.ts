import type { EventRow } from '../investigate/eventRow';

/** One column of exported tables, as schemas/exportColumns.json has it. */
export type ExportColumn = {
  readonly name: string;
  readonly about: string;
  readonly type: ColumnType;
  /** Formats without this column. */
  readonly leftOutOf?: readonly 'timesketch'[];
} & (
  | { readonly row: keyof EventRow; readonly member?: never; readonly whole?: never }
  /** At the top of the event. */
  | { readonly member: string; readonly row?: never; readonly whole?: never }
  | { readonly whole: true; readonly row?: never; readonly member?: never }
);

/** What values are in formats that know types. A time is a text in UTC in all others; JSON is a text. */
export type ColumnType = 'text' | 'time' | 'boolean' | 'integer' | 'json';
