import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, ExportColumn } from '../core/export/exportColumn';

/** What a value of a column is, in the format's words. */
type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** What is stored: null where an event says nothing, UTF-8 instead of a text where that is at hand. */
export type StoredValue = string | number | boolean | Date | Uint8Array | null;

/** Rows are written in groups of so many, or fewer where their texts are long: one group lies in memory. */
const MOST_ROWS = 5_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * A table as a Parquet file, a group of rows at a time: times as moments in UTC, JSON as what databases know as JSON, the rest as texts,
 * truth values and numbers.
 *
 * Add rows, take a group whenever one is full, and at the end the rest.
 */
export class ParquetFile {
  readonly #columns: readonly ExportColumn[];
  readonly #bytes = new ByteWriter();
  readonly #schema: Element[];
  readonly #file: ParquetWriter;
  /** Column by column, of the rows that wait. */
  #values: StoredValue[][];
  /** Of each column, whether the group before was worth a dictionary: whether many rows say the same. */
  #repeats: boolean[];
  #rows = 0;
  #characters = 0;

  constructor(columns: readonly ExportColumn[]) {
    this.#columns = columns;
    this.#schema = [{ name: 'events', num_children: columns.length }, ...columns.map(elementOf)];
    this.#file = new ParquetWriter({ writer: this.#bytes, schema: this.#schema, createdBy: 'WorkMail Trail' });
    this.#values = columns.map(() => []);
    this.#repeats = columns.map(() => true);
  }

  /** Whether texts of a column are better given as texts, since they are compared with each other; else UTF-8 is as good. */
  repeats(at: number): boolean {
    return this.#repeats[at] ?? true;
  }

  /** The next row of one column. @param at the column's position */
  put(at: number, value: StoredValue): void {
    this.#values[at]?.push(value);
  }

  /** Every column has a value of one more row. @param characters of its event, about */
  endRow(characters: number): void {
    this.#rows++;
    this.#characters += characters;
  }

  get isFull(): boolean {
    return this.#rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS;
  }

  /** The rows that wait as bytes, which follow those that were given before. Good until the file is asked for more. */
  group(): Uint8Array {
    if (this.#rows > 0) this.#write();
    return this.#taken();
  }

  /** What is left, and what stands behind all rows. */
  end(): Uint8Array {
    if (this.#rows > 0) this.#write();
    // Of values of this kind the writer would make JSON once more. They are written as texts, and called JSON when all are there.
    this.#file.schema = this.#schema.map((element, at) =>
      this.#columns[at - 1]?.type === 'json' ? { ...element, converted_type: 'JSON' } : element,
    );
    this.#file.finish();
    return this.#taken();
  }

  #taken(): Uint8Array {
    const bytes = this.#bytes.getBytes();
    // Its place is used again.
    this.#bytes.index = 0;
    return bytes;
  }

  #write(): void {
    const columnData = this.#columns.map(({ name, type }, at) =>
      columnOf(name, type, this.#values[at] ?? [], this.repeats(at)),
    );
    this.#file.write({ columnData, rowGroupSize: this.#rows });
    const chunks = this.#file.row_groups.at(-1)?.columns ?? [];
    this.#repeats = chunks.map(({ meta_data: told }) => told?.dictionary_page_offset !== undefined);
    this.#values = this.#columns.map(() => []);
    this.#rows = 0;
    this.#characters = 0;
  }
}

function columnOf(name: string, type: ColumnType, data: StoredValue[], repeats: boolean) {
  // Nothing is gained by looking for the least of texts that all differ; and the writer would keep it, which may lie in memory that is used again.
  if (type === 'text') return { name, data, statistics: repeats };
  // Nor for equal ones among them.
  if (type === 'json') return { name, data, statistics: false, encoding: 'PLAIN' as const };
  // The writer would choose another encoding, of which some readers make false throughout.
  return type === 'boolean' ? { name, data, encoding: 'PLAIN' as const } : { name, data };
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
