import { callTexts, identityTexts } from '../../core/store/columns';
import { OwnParticulars } from '../../core/store/ownParticulars';
import { OwnRows } from '../../core/store/ownRows';
import { noNotes, RowChunk } from '../../core/store/rowChunk';
import { RowTables } from '../../core/store/rowTables';
import { StoredParticulars } from '../../core/store/storedParticulars';
import type { FlatChunk } from '../../extract/own/flatRows';
import type { TextsTold } from '../../extract/taken';
import type { FileStretch } from '../../host/logFiles';
import { ReceivedBytes, ReceivedTexts, ReceivedTuples } from './receivedTexts';
import { EXTRACTED, isFlatChunk, type RowsTold, type StretchTold } from './rowMessages';

/** Chunks that came together: those that were read in TypeScript, in their order, and that of the extractor. */
export interface ReceivedChunks {
  readonly written: readonly RowChunk[];
  readonly extracted: RowChunk | undefined;
}

/** Tables of rows whose texts come as bytes. */
class BytesTables {
  readonly texts: ReceivedBytes;
  readonly #calls = new ReceivedTuples(callTexts.length);
  readonly #identities = new ReceivedTuples(identityTexts.length);
  readonly tables: RowTables;

  /** @param markedBy see `ReceivedBytes` */
  constructor(markedBy: object) {
    this.texts = new ReceivedBytes(markedBy);
    this.tables = new RowTables({ texts: this.texts, calls: this.#calls, identities: this.#identities });
  }

  add(texts: TextsTold, calls: ArrayLike<number>, identities: ArrayLike<number>): void {
    this.texts.add(texts.bytes, texts.ends, texts.marks);
    this.#calls.add(calls);
    this.#identities.add(identities);
  }
}

/** The rows of one thread, as they come. */
export class ReceivedRows {
  readonly #texts = new ReceivedTexts();
  readonly #calls = new ReceivedTuples(callTexts.length);
  readonly #identities = new ReceivedTuples(identityTexts.length);
  readonly #tables = new RowTables({ texts: this.#texts, calls: this.#calls, identities: this.#identities });
  readonly #extracted: BytesTables;
  readonly #flat: BytesTables;
  /** The rows of a chunk of the flat reader, which are all of WorkMail's own logs. */
  #all = new Uint32Array(0);

  /** @param markedBy what stands for the secret that texts are marked by: the same object for threads with the same one */
  constructor(markedBy: object = {}) {
    this.#extracted = new BytesTables(markedBy);
    this.#flat = new BytesTables(markedBy);
  }

  take({ chunks, written, extracted, flat }: RowsTold): ReceivedChunks {
    this.#texts.add(written.texts);
    this.#calls.add(written.calls);
    this.#identities.add(written.identities);
    if (extracted !== undefined) this.#extracted.add(extracted.texts, extracted.calls, extracted.identities);
    if (flat !== undefined) this.#flat.add(flat.texts, flat.calls, flat.identities);
    return {
      written: chunks.map((chunk) => {
        if (isFlatChunk(chunk)) return this.#flatChunk(chunk, flat?.described ?? []);
        const { numbers, count, notes, particulars, own } = chunk;
        const tables = this.#tables;
        const stored = new StoredParticulars(particulars, tables.texts);
        return new RowChunk(tables, numbers, count, notes, stored, new OwnRows(own, tables.texts));
      }),
      extracted: extracted && this.#extractedChunk(extracted),
    };
  }

  #flatChunk({ count, rows, own: { numbers, begins } }: FlatChunk, described: readonly number[]): RowChunk {
    const { tables } = this.#flat;
    if (this.#all.length < count) this.#all = new Uint32Array(count).map((_, row) => row);
    const own = new OwnRows({ rows: this.#all.subarray(0, count), numbers, begins }, tables.texts);
    const particulars = new OwnParticulars({ own, described });
    return new RowChunk(tables, rows.numbers, count, noNotes, particulars, own, rows.begins);
  }

  #extractedChunk({ numbers, count, particulars }: NonNullable<RowsTold['extracted']>): RowChunk {
    const stored = new StoredParticulars(particulars, this.#texts);
    return new RowChunk(this.#extracted.tables, numbers, count, noNotes, stored);
  }
}

/** @param chunks those that came with the stretches */
export function stretchesIn(
  { written, extracted }: ReceivedChunks,
  told: readonly StretchTold[],
): readonly FileStretch[] {
  return told.flatMap(({ chunk, ...place }) => {
    const found = chunk === EXTRACTED ? extracted : written[chunk];
    return found === undefined ? [] : [{ chunk: found, ...place }];
  });
}
