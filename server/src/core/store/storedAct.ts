import type { Actor } from '../explain/actor';
import type { Act } from '../investigate/act';
import { type Contents, readContents } from '../investigate/contents';
import { columns } from './columns';
import type { RowChunk } from './rowChunk';
import { StoredFacts } from './storedFacts';
import { type RowPlace, StoredRow } from './storedRow';

/** An act that is kept in columns: what is asked of it is read from there, its contents once. */
export class StoredAct implements Act {
  readonly log: number;
  readonly time: number;
  readonly facts: StoredFacts;
  readonly row: StoredRow;
  readonly #chunk: RowChunk;
  readonly #at: number;
  #contents: Contents | undefined;
  #known: Actor | undefined;

  /** @param row position in the chunk */
  constructor(chunk: RowChunk, row: number, place: RowPlace & { readonly log: number }) {
    this.log = place.log;
    const time = chunk.time(row);
    this.time = Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
    this.facts = new StoredFacts(chunk, row, place);
    this.row = new StoredRow(chunk, row, place);
    this.#chunk = chunk;
    this.#at = row;
  }

  get actorKey(): string {
    return this.#actor.key;
  }

  get isByService(): boolean {
    return this.#actor.kind === 'aws-service';
  }

  /** What it says of sessions is not asked for here, and so it is the same object for all of an identity. */
  get #actor(): Actor {
    this.#known ??= this.#chunk.tables.actor({
      identity: this.#chunk.number(this.#at, columns.identity),
      principal: this.#chunk.number(this.#at, columns.principal),
      call: this.#chunk.call(this.#at),
    });
    return this.#known;
  }

  get contents(): Contents {
    this.#contents ??= readContents(this.#chunk.particulars.contents(this.#at));
    return this.#contents;
  }
}
