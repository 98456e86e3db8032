import { isStrictJson, strictJson } from '../core/explain/escape';
import type { ColumnType } from '../core/export/exportColumn';
import { cellsOf, type ExportCell, type ExportedEvents, tableColumns } from '../core/export/exportedEvent';
import { ParquetFile, type StoredValue } from './parquetFile';

/**
 * Events as a Parquet file.
 *
 * @param mended is called for each event whose JSON is not as it stands in the log: see `strictJson`
 */
export async function* parquetBytes(events: ExportedEvents, mended: () => void): AsyncGenerator<Uint8Array> {
  const columns = tableColumns();
  const cells = cellsOf(columns);
  const file = new ParquetFile(columns);
  for await (const some of events) {
    for (const { row, json } of some) {
      const told = cells({ row, json });
      for (const [at, { type }] of columns.entries()) file.put(at, storedValue(type, told[at], row.time));
      file.endRow(json.length);
      if (!isStrictJson(json)) mended();
      if (file.isFull) yield file.group().slice();
    }
  }
  yield file.end().slice();
}

/** @param time in milliseconds since 1970; not a number where it is unknown */
function storedValue(type: ColumnType, cell: ExportCell, time: number): StoredValue {
  if (cell === undefined) return null;
  if (type === 'time') return Number.isNaN(time) ? null : new Date(time);
  return type === 'json' ? strictJson(String(cell)) : cell;
}
