import { deserialize, serialize } from 'node:v8';
import { callTexts, identityTexts } from '../../core/store/columns';
import type { OwnNumbers } from '../../core/store/ownColumns';
import { OwnRows } from '../../core/store/ownRows';
import type { ParticularNumbers } from '../../core/store/particularNumbers';
import { RowChunk, type RowNotes } from '../../core/store/rowChunk';
import { RowTables } from '../../core/store/rowTables';
import { StoredParticulars } from '../../core/store/storedParticulars';
import type { TextTable, TupleTable } from '../../core/store/texts';
import type { ReceivedChunks } from './receivedRows';
import { ReceivedTexts, ReceivedTuples } from './receivedTexts';

/** Rows of a scan as bytes, for the next scan that asks the same. */

/** Tables of texts go by their positions, and so do tables of rows: many chunks have the same. */
interface Remembered {
  readonly texts: readonly (readonly string[])[];
  readonly tables: readonly {
    readonly texts: number;
    readonly calls: readonly number[];
    readonly identities: readonly number[];
  }[];
  readonly chunks: readonly {
    readonly tables: number;
    readonly numbers: Uint32Array<ArrayBuffer>;
    readonly count: number;
    readonly notes: RowNotes;
    readonly own: OwnNumbers;
    readonly particulars: ParticularNumbers & { readonly texts: number };
  }[];
}

/** @param most bytes of all numbers; undefined where there are more */
export function bytesOfRows(chunks: Iterable<RowChunk>, most: number): Buffer | undefined {
  const texts = new Places<TextTable>();
  const tables = new Places<RowTables>();
  const told: Remembered['chunks'][number][] = [];
  let size = 0;
  for (const chunk of chunks) {
    const numbers = new Uint32Array(chunk.compact());
    const { told: particulars, texts: theirs } = chunk.particulars;
    const own = chunk.own.told;
    size += numbers.byteLength + bytesOf(particulars) + own.rows.byteLength + own.numbers.byteLength;
    if (size > most) return undefined;
    const { count, notes } = chunk;
    const place = tables.of(chunk.tables);
    told.push({ tables: place, numbers, count, notes, own, particulars: { ...particulars, texts: texts.of(theirs) } });
  }
  const remembered: Remembered = {
    tables: Array.from(tables.all, (each) => ({
      texts: texts.of(each.texts),
      calls: membersOf(each.calls, callTexts.length),
      identities: membersOf(each.identities, identityTexts.length),
    })),
    texts: Array.from(texts.all, textsTold),
    chunks: told,
  };
  return serialize(remembered);
}

/** The opposite; only for bytes that `bytesOfRows` made. */
export function rowsInBytes(bytes: Buffer): ReceivedChunks {
  const remembered: Remembered = deserialize(bytes);
  const texts = remembered.texts.map((told) => {
    const received = new ReceivedTexts();
    received.add(told);
    return received;
  });
  const textsAt = (place: number): TextTable => texts[place] ?? new ReceivedTexts();
  const tables = remembered.tables.map((told) => {
    const calls = new ReceivedTuples(callTexts.length);
    const identities = new ReceivedTuples(identityTexts.length);
    calls.add(told.calls);
    identities.add(told.identities);
    return new RowTables({ texts: textsAt(told.texts), calls, identities });
  });
  const written = remembered.chunks.flatMap(({ tables: place, numbers, count, notes, own, particulars }) => {
    const found = tables[place];
    const stored = new StoredParticulars(particulars, textsAt(particulars.texts));
    return found === undefined
      ? []
      : [new RowChunk(found, numbers, count, notes, stored, new OwnRows(own, found.texts))];
  });
  return { written, extracted: undefined };
}

/** Things by the position at which they were met first. */
class Places<T> {
  readonly #places = new Map<T, number>();

  get all(): Iterable<T> {
    return this.#places.keys();
  }

  of(thing: T): number {
    const place = this.#places.get(thing) ?? this.#places.size;
    this.#places.set(thing, place);
    return place;
  }
}

function bytesOf({ rows, ends, numbers, contents }: ParticularNumbers): number {
  const ofContents = contents.rows.byteLength + contents.ends.byteLength + contents.bytes.byteLength;
  return rows.byteLength + ends.byteLength + numbers.byteLength + ofContents;
}

function textsTold(texts: TextTable): readonly string[] {
  return Array.from({ length: texts.size - 1 }, (_, number) => texts.textOf(number + 1));
}

function membersOf(tuples: TupleTable, width: number): readonly number[] {
  return Array.from({ length: tuples.size * width }, (_, at) => tuples.at(Math.floor(at / width), at % width));
}
