import type { QuestionRow } from '../query/questionRow';
import type { RowChunk } from './rowChunk';
import { StoredAct } from './storedAct';
import { type RowPlace, StoredRow } from './storedRow';

/** Rows of a chunk that speak for an event each, and where they stand. */
export interface SpeakingRows {
  readonly chunk: RowChunk;
  /** Positions in the chunk, in ascending order. */
  readonly rows: Uint32Array;
  readonly placeOf: (row: number) => RowPlace & { readonly log: number };
}

export function actAt({ chunk, placeOf }: SpeakingRows, row: number): StoredAct {
  return new StoredAct(chunk, row, placeOf(row));
}

/** A row for questions that ask neither where it stands nor for the text of its record. */
export function placelessRow(chunk: RowChunk, row: number): QuestionRow & StoredRow {
  return Object.assign(new StoredRow(chunk, row, { index: 0, file: '', base: 0 }), { raw: () => '' });
}
