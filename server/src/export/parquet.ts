import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { visibleJson } from '../core/explain/escape';
import type { ExportColumn } from '../core/export/exportColumn';
import { cellsOf, type ExportCell, type ExportedEvents, tableColumns } from '../core/export/exportedEvent';

/** What a value of a column is, in the format's words. */
type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** Rows are written in groups of so many, or fewer where their texts are long: one group lies in memory. */
const MOST_ROWS = 5_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * A table as a Parquet file: times as moments in UTC, JSON as what databases know as JSON, the rest as texts, truth values and
 * numbers. What an event does not say is null.
 */
export async function* parquetBytes(events: ExportedEvents): AsyncGenerator<Uint8Array> {
  const columns = tableColumns();
  const cells = cellsOf(columns);
  const bytes = new ByteWriter();
  const schema: Element[] = [{ name: 'events', num_children: columns.length }, ...columns.map(elementOf)];
  const file = new ParquetWriter({ writer: bytes, schema, createdBy: 'WorkMail Trail' });
  const isJson = new Set(columns.filter(({ type }) => type === 'json').map(({ name }) => name));
  let group = new RowGroup(columns);
  for await (const some of events) {
    for (const { row, json } of some) {
      group.add(cells({ row, json }), row.time, json.length);
      if (!group.isFull) continue;
      await group.write(file);
      yield taken(bytes);
      group = new RowGroup(columns);
    }
  }
  if (group.rows > 0) await group.write(file);
  // Of values of this kind the writer would make JSON once more. They are written as texts, and called JSON when all are there.
  file.schema = schema.map((element) => (isJson.has(element.name) ? { ...element, converted_type: 'JSON' } : element));
  await file.finish();
  yield taken(bytes);
}

/** The values of some rows, column by column. */
class RowGroup {
  rows = 0;
  readonly #columns: readonly ExportColumn[];
  readonly #values: unknown[][];
  #characters = 0;

  constructor(columns: readonly ExportColumn[]) {
    this.#columns = columns;
    this.#values = columns.map(() => []);
  }

  get isFull(): boolean {
    return this.rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS;
  }

  /** @param time in milliseconds since 1970; not a number where it is unknown */
  add(cells: readonly ExportCell[], time: number, characters: number): void {
    this.rows++;
    this.#characters += characters;
    for (const [at, { type }] of this.#columns.entries()) this.#values[at]?.push(storedValue(type, cells[at], time));
  }

  async write(file: ParquetWriter): Promise<void> {
    const columnData = this.#columns.map(({ name, type }, at) => {
      const data = this.#values[at] ?? [];
      // Nothing is gained by looking for the least of texts that all differ, or for equal ones among them.
      if (type === 'json') return { name, data, statistics: false, encoding: 'PLAIN' as const };
      // The writer would choose another encoding, of which some readers make false throughout.
      return type === 'boolean' ? { name, data, encoding: 'PLAIN' as const } : { name, data };
    });
    await file.write({ columnData, rowGroupSize: this.rows });
  }
}

function storedValue(type: ExportColumn['type'], cell: unknown, time: number): unknown {
  if (cell === undefined) return null;
  if (type === 'time') return Number.isNaN(time) ? null : new Date(time);
  return type === 'json' ? visibleJson(String(cell)) : cell;
}

function elementOf({ name, type }: ExportColumn): Element {
  const base = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'text':
    case 'json':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'time':
      // Both words for it: readers that know the older one alone would give a number.
      return {
        ...{ ...base, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
      };
    case 'boolean':
      return { ...base, type: 'BOOLEAN' };
    case 'integer':
      return { ...base, type: 'INT32' };
  }
}

/** What was written since the last time; its place is used again. */
function taken(bytes: ByteWriter): Uint8Array {
  const copy = bytes.getBytes().slice();
  bytes.index = 0;
  return copy;
}
