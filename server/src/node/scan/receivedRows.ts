import { callTexts, identityTexts } from '../../core/store/columns';
import { OwnRows } from '../../core/store/ownRows';
import { noNotes, RowChunk } from '../../core/store/rowChunk';
import { RowTables } from '../../core/store/rowTables';
import { StoredParticulars } from '../../core/store/storedParticulars';
import type { FileStretch } from '../../host/logFiles';
import { ReceivedBytes, ReceivedTexts, ReceivedTuples } from './receivedTexts';
import { EXTRACTED, type RowsTold, type StretchTold } from './rowMessages';

/** Chunks that came together: those that were read in TypeScript, in their order, and that of the extractor. */
export interface ReceivedChunks {
  readonly written: readonly RowChunk[];
  readonly extracted: RowChunk | undefined;
}

/** The rows of one thread, as they come. */
export class ReceivedRows {
  readonly #texts = new ReceivedTexts();
  readonly #calls = new ReceivedTuples(callTexts.length);
  readonly #identities = new ReceivedTuples(identityTexts.length);
  readonly #tables = new RowTables({ texts: this.#texts, calls: this.#calls, identities: this.#identities });
  readonly #bytes = new ReceivedBytes();
  readonly #extractedCalls = new ReceivedTuples(callTexts.length);
  readonly #extractedIdentities = new ReceivedTuples(identityTexts.length);
  readonly #extractedTables = new RowTables({
    texts: this.#bytes,
    calls: this.#extractedCalls,
    identities: this.#extractedIdentities,
  });

  take({ chunks, written, extracted }: RowsTold): ReceivedChunks {
    this.#texts.add(written.texts);
    this.#calls.add(written.calls);
    this.#identities.add(written.identities);
    if (extracted !== undefined) {
      this.#bytes.add(extracted.texts.bytes, extracted.texts.ends);
      this.#extractedCalls.add(extracted.calls);
      this.#extractedIdentities.add(extracted.identities);
    }
    return {
      written: chunks.map(({ numbers, count, notes, particulars, own }) => {
        return new RowChunk(
          this.#tables,
          numbers,
          count,
          notes,
          new StoredParticulars(particulars, this.#texts),
          new OwnRows(own, this.#texts),
        );
      }),
      extracted: extracted && this.#extracted(extracted),
    };
  }

  #extracted({ numbers, count, particulars }: NonNullable<RowsTold['extracted']>): RowChunk {
    const stored = new StoredParticulars(particulars, this.#texts);
    return new RowChunk(this.#extractedTables, numbers, count, noNotes, stored);
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
