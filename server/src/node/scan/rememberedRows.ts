import { deserialize, serialize } from 'node:v8';
import { callTexts, identityTexts } from '../../core/store/columns';
import type { RowChunk, RowNotes } from '../../core/store/rowChunk';
import type { RowTables } from '../../core/store/rowTables';
import type { TupleTable } from '../../core/store/texts';
import { type ReceivedChunks, ReceivedRows } from './receivedRows';

/** Rows of a scan as bytes, for the next scan that asks the same. */

interface Remembered {
  readonly tables: readonly {
    readonly texts: readonly string[];
    readonly calls: readonly number[];
    readonly identities: readonly number[];
  }[];
  readonly chunks: readonly {
    readonly tables: number;
    readonly numbers: Uint32Array<ArrayBuffer>;
    readonly count: number;
    readonly notes: RowNotes;
  }[];
}

/** @param most bytes of all numbers; undefined where there are more */
export function bytesOfRows(chunks: Iterable<RowChunk>, most: number): Buffer | undefined {
  const tables = new Map<RowTables, number>();
  const told: Remembered['chunks'][number][] = [];
  let size = 0;
  for (const chunk of chunks) {
    const numbers = new Uint32Array(chunk.compact());
    size += numbers.byteLength;
    if (size > most) return undefined;
    const known = tables.get(chunk.tables) ?? tables.size;
    tables.set(chunk.tables, known);
    told.push({ tables: known, numbers, count: chunk.count, notes: chunk.notes });
  }
  const remembered: Remembered = { tables: Array.from(tables.keys(), tablesTold), chunks: told };
  return serialize(remembered);
}

/** The opposite; only for bytes that `bytesOfRows` made. */
export function rowsInBytes(bytes: Buffer): ReceivedChunks {
  const { tables, chunks }: Remembered = deserialize(bytes);
  const received = tables.map((written) => {
    const rows = new ReceivedRows();
    rows.take({ chunks: [], written });
    return rows;
  });
  const none = { texts: [], calls: [], identities: [] };
  const written = chunks.flatMap(
    ({ tables: at, ...chunk }) => received[at]?.take({ chunks: [chunk], written: none }).written ?? [],
  );
  return { written, extracted: undefined };
}

function tablesTold({ texts, calls, identities }: RowTables): Remembered['tables'][number] {
  return {
    texts: Array.from({ length: texts.size - 1 }, (_, number) => texts.textOf(number + 1)),
    calls: membersOf(calls, callTexts.length),
    identities: membersOf(identities, identityTexts.length),
  };
}

function membersOf(tuples: TupleTable, width: number): readonly number[] {
  return Array.from({ length: tuples.size * width }, (_, at) => tuples.at(Math.floor(at / width), at % width));
}
