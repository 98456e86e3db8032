import { columns } from '../store/columns';
import type { RowChunk } from '../store/rowChunk';
import { readOnlyIn } from '../store/rowState';
import type { FieldPath } from './fieldPath';
import type { AskedRecord } from './recordValues';

/** Whether columns tell all that stands in a field of a row. */
export function isTold({ column }: FieldPath, chunk: RowChunk, row: number): boolean {
  if (column === undefined || (chunk.number(row, columns.state) & column.odd) !== 0) return false;
  return column.kind !== 'eventTime' || chunk.number(row, columns.time) !== 0;
}

/** What a field of a row holds, as columns tell it; undefined where it is absent. Only where `isTold`. */
export function toldField({ column }: FieldPath, chunk: RowChunk, row: number): string | undefined {
  switch (column?.kind) {
    case 'call':
      return orAbsent(chunk.tables.callText(chunk.call(row), column.name));
    case 'identity':
      return orAbsent(chunk.tables.identityText(chunk.number(row, columns.identity), column.name));
    case 'text':
      return orAbsent(chunk.tables.text(chunk.number(row, column.column)));
    case 'readOnly': {
      const readOnly = readOnlyIn(chunk.number(row, columns.state));
      return readOnly === undefined ? undefined : String(readOnly);
    }
    case 'eventTime':
      return orAbsent(chunk.eventTime(row));
    case 'eventID':
      return orAbsent(chunk.eventID(row));
    case 'requestID':
      return orAbsent(chunk.requestID(row));
    case undefined:
      return undefined;
  }
}

/** The same of a record. Several values are one list. */
export function readField(path: FieldPath, record: AskedRecord): string | undefined {
  const values = record.at(path);
  return values.length > 1 ? JSON.stringify(values) : values[0] === undefined ? undefined : String(values[0]);
}

function orAbsent(text: string): string | undefined {
  return text === '' ? undefined : text;
}
