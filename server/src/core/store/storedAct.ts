import type { Act } from '../investigate/act';
import type { Call } from '../investigate/call';
import { type Contents, readContents } from '../investigate/contents';
import type { Doer } from '../investigate/doer';
import type { WantedTexts } from '../investigate/wantedTexts';
import type { RowChunk } from './rowChunk';
import { StoredFacts } from './storedFacts';
import { type RowPlace, StoredRow } from './storedRow';

/** An act that is kept in columns: what is asked of it is read from there, its contents once. */
export class StoredAct implements Act {
  readonly log: number;
  readonly time: number;
  readonly facts: StoredFacts;
  readonly row: StoredRow;
  readonly chunk: RowChunk;
  /** Position in the chunk. */
  readonly at: number;
  #contents: Contents | undefined;
  #doer: Doer | undefined;

  /** @param row position in the chunk */
  constructor(chunk: RowChunk, row: number, place: RowPlace & { readonly log: number }) {
    this.log = place.log;
    const time = chunk.time(row);
    this.time = Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
    this.row = new StoredRow(chunk, row, place);
    this.facts = new StoredFacts(chunk, row, place, this.row);
    this.chunk = chunk;
    this.at = row;
  }

  get call(): Call {
    return this.chunk.tables.calledBy(this.chunk.call(this.at));
  }

  get doer(): Doer {
    this.#doer ??= this.chunk.doer(this.at);
    return this.#doer;
  }

  get actorKey(): string {
    return this.doer.key;
  }

  get isByService(): boolean {
    return this.doer.isService;
  }

  get isWeightyByParameter(): boolean {
    return this.chunk.particulars.hasWeighty(this.at);
  }

  namesSome(wanted: WantedTexts): boolean {
    return this.chunk.particulars.hasThing(this.at, this.facts.service !== 'other', wanted);
  }

  get contents(): Contents {
    this.#contents ??= readContents(this.chunk.particulars.contents(this.at));
    return this.#contents;
  }
}
