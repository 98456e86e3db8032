import type { Act } from '../investigate/act';
import { type Contents, readContents } from '../investigate/contents';
import type { RowChunk } from './rowChunk';
import { StoredFacts } from './storedFacts';
import { type RowPlace, StoredRow } from './storedRow';

/** An act that is kept in columns: what is asked of it is read from there, its contents once. */
export class StoredAct implements Act {
  readonly log: number;
  readonly facts: StoredFacts;
  readonly row: StoredRow;
  readonly #chunk: RowChunk;
  readonly #at: number;
  #contents: Contents | undefined;

  /** @param row position in the chunk */
  constructor(chunk: RowChunk, row: number, place: RowPlace & { readonly log: number }) {
    this.log = place.log;
    this.facts = new StoredFacts(chunk, row, place);
    this.row = new StoredRow(chunk, row, place);
    this.#chunk = chunk;
    this.#at = row;
  }

  get contents(): Contents {
    this.#contents ??= readContents(this.#chunk.particulars.contents(this.#at));
    return this.#contents;
  }
}
