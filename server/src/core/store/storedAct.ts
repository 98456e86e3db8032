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

  get actorKey(): string {
    return this.#actor.key;
  }

  get isByService(): boolean {
    return this.#actor.kind === 'aws-service';
  }

  /** What it says of sessions is not asked for here, and so it is the same object for all of an identity. */
  get #actor(): Actor {
    const [identity, principal, call] = [columns.identity, columns.principal, columns.call].map((column) =>
      this.#chunk.number(this.#at, column),
    );
    return this.#chunk.tables.actor({ identity: identity ?? 0, principal: principal ?? 0, call: call ?? 0 });
  }

  get contents(): Contents {
    this.#contents ??= readContents(this.#chunk.particulars.contents(this.#at));
    return this.#contents;
  }
}
