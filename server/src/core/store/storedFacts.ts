import type { Actor } from '../explain/actor';
import type { EventFacts } from '../investigate/facts';
import { columns } from './columns';
import { toldContent } from './own/contentKey';
import type { RowChunk } from './rowChunk';
import { type RowPlace, StoredRow } from './storedRow';

/**
 * The facts of an event that is kept in columns. Of an event of another service they are what lists tell of it: what only events of
 * WorkMail have, and the message of an error, is there where the scan asked for its service.
 */
export class StoredFacts implements EventFacts {
  readonly #chunk: RowChunk;
  readonly #at: number;
  readonly #row: StoredRow;
  #actor: Actor | undefined;

  /** @param row position in the chunk @param stored the same row, where somebody has it already */
  constructor(chunk: RowChunk, row: number, place: RowPlace, stored = new StoredRow(chunk, row, place)) {
    this.#chunk = chunk;
    this.#at = row;
    this.#row = stored;
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

  get service(): EventFacts['service'] {
    return this.#chunk.service(this.#at);
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

  /** Made once: it is what is asked for most. */
  get actor(): Actor {
    this.#actor ??= this.#readActor();
    return this.#actor;
  }

  #readActor(): Actor {
    const numbers = {
      identity: this.#chunk.number(this.#at, columns.identity),
      principal: this.#chunk.number(this.#at, columns.principal),
      call: this.#chunk.call(this.#at),
    };
    const began = this.#chunk.number(this.#at, columns.sessionCreated) !== 0;
    return this.#chunk.tables.wholeActor(numbers, this.#row.accessKey, began);
  }

  get errorMessage(): string {
    return this.#chunk.particulars.errorMessage(this.#at);
  }

  get endpoint(): string | undefined {
    return this.#chunk.isNetwork(this.#at) ? this.#chunk.particulars.endpoint(this.#at) : undefined;
  }

  get organizationId(): string {
    return this.#chunk.particulars.organizationId(this.#at);
  }

  get targets(): EventFacts['targets'] {
    return this.#chunk.particulars.targets(this.#at);
  }

  get learned(): EventFacts['learned'] {
    return this.#chunk.particulars.learned(this.#at);
  }

  get weight(): EventFacts['weight'] {
    return this.#row.weight;
  }

  get weighty(): EventFacts['weighty'] {
    return this.#chunk.particulars.weighty(this.#at);
  }

  get things(): readonly string[] {
    return this.service === 'other'
      ? this.#row.named
      : this.service === 'own'
        ? this.#chunk.particulars.things(this.#at, false)
        : [];
  }

  get content(): string | undefined {
    return this.service === 'own' ? toldContent(this.#chunk, this.#at) : undefined;
  }

  get impersonator(): string {
    return this.#row.own('impersonator');
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
