import type { OwnNumbers } from '../../core/store/ownColumns';
import type { ParticularNumbers } from '../../core/store/particularNumbers';
import type { RowNotes } from '../../core/store/rowChunk';
import type { FlatChunk } from '../../extract/own/flatRows';
import type { ExtractedRows, TextsTold } from '../../extract/taken';

/** How rows come from the threads of a scan: those that were read in TypeScript, and those of the extractor. */

/** New rows of a thread, and the new texts and tuples they go by. */
export interface RowsTold {
  readonly chunks: readonly (ChunkTold | FlatChunk)[];
  /** Texts of rows that were read in TypeScript, and members of tuples. Numbers go on from the last ones. */
  readonly written: {
    readonly texts: readonly string[];
    readonly calls: readonly number[];
    readonly identities: readonly number[];
  };
  /** Rows that the extractor has read, with texts and tuples of their own; the texts of their particulars are those of `written`. */
  readonly extracted?: ExtractedRows & { readonly particulars: ParticularNumbers };
  /** Texts and members of tuples of chunks that the flat reader has read. */
  readonly flat?: {
    readonly texts: TextsTold;
    readonly calls: readonly number[];
    readonly identities: readonly number[];
    /** See `FlatRows`. */
    readonly described: readonly number[];
  };
}

/** Stands for the chunk of the extractor. */
export const EXTRACTED = -1;

/** Rows as `columns` has them, with room for no more. */
export interface ChunkTold {
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly count: number;
  readonly notes: RowNotes;
  readonly own: OwnNumbers;
  readonly particulars: ParticularNumbers;
}

/** Whether its texts and tuples are those of the flat reader. */
export function isFlatChunk(chunk: ChunkTold | FlatChunk): chunk is FlatChunk {
  return !('particulars' in chunk);
}

/** Rows of one file: the chunk by its position among those that come with the answer, or `EXTRACTED`. */
export interface StretchTold {
  readonly chunk: number;
  readonly from: number;
  readonly to: number;
  readonly index: number;
}
