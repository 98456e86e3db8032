import type { Actor } from '../explain/actor';
import type { EventFacts } from '../investigate/facts';
import { columns } from './columns';
import type { RowChunk } from './rowChunk';
import { type RowPlace, StoredRow } from './storedRow';

/**
 * The facts of an event of another service that is kept in columns: what lists tell of it. What only events of WorkMail have, and
 * the message of an error, are not there.
 */
export class StoredFacts implements EventFacts {
  readonly service = 'other';
  readonly endpoint = undefined;
  readonly errorMessage = '';
  readonly organizationId = '';
  readonly weight = undefined;
  readonly targets = NONE;
  readonly learned = NONE;
  readonly weighty = NONE;
  readonly #chunk: RowChunk;
  readonly #at: number;
  readonly #row: StoredRow;

  constructor(chunk: RowChunk, row: number, place: RowPlace) {
    this.#chunk = chunk;
    this.#at = row;
    this.#row = new StoredRow(chunk, row, place);
  }

  get index(): number {
    return this.#row.index;
  }

  get start(): number {
    return this.#row.start;
  }

  get end(): number {
    return this.#row.end;
  }

  get malformed(): EventFacts['malformed'] {
    return this.#chunk.malformed(this.#at);
  }

  get eventID(): string {
    return this.#row.eventID;
  }

  get requestID(): string {
    return this.#row.requestID;
  }

  get eventName(): string {
    return this.#row.action;
  }

  get eventSource(): string {
    return this.#row.source;
  }

  get eventTime(): string {
    return this.#row.eventTime;
  }

  get time(): number | undefined {
    const { time } = this.#row;
    return Number.isNaN(time) ? undefined : time;
  }

  get outcome(): EventFacts['outcome'] {
    return this.#row.outcome;
  }

  get errorCode(): string {
    return this.#row.errorCode;
  }

  get actor(): Actor {
    const numbers = {
      identity: this.#chunk.number(this.#at, columns.identity),
      principal: this.#chunk.number(this.#at, columns.principal),
      call: this.#chunk.call(this.#at),
    };
    return this.#chunk.tables.wholeActor(numbers, this.#row.accessKey, this.#row.sessionCreated);
  }

  get sourceIPAddress(): string {
    return this.#row.address;
  }

  get userAgent(): string {
    return this.#row.userAgent;
  }

  get awsRegion(): string {
    return this.#row.region;
  }

  get recipientAccountId(): string {
    return this.#row.account;
  }

  get readOnly(): boolean | undefined {
    return this.#row.readOnly;
  }
}

const NONE: readonly never[] = [];
