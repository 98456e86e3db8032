import type { Weight } from '../check/schemaTypes';
import type { EventRow } from '../investigate/eventRow';
import type { OwnColumnName } from '../read/own/ownReading';
import { columns } from './columns';
import type { RowChunk } from './rowChunk';
import { malformedIn, outcomeIn, readOnlyIn } from './rowState';

/** Where a row stands, beyond its chunk. */
export interface RowPlace {
  /** Position among the records of its log. */
  readonly index: number;
  readonly file: string;
  /** What its offsets count from. */
  readonly base: number;
}

/** A row that is kept in columns, as a whole: what is asked for is read from there. */
export class StoredRow implements EventRow {
  readonly #chunk: RowChunk;
  readonly #row: number;
  readonly #place: RowPlace;
  #accessKey: string | undefined;

  constructor(chunk: RowChunk, row: number, place: RowPlace) {
    this.#chunk = chunk;
    this.#row = row;
    this.#place = place;
  }

  get index(): number {
    return this.#place.index;
  }

  get file(): string {
    return this.#place.file;
  }

  get start(): number {
    return this.#place.base + this.#chunk.start(this.#row);
  }

  get end(): number {
    return this.#place.base + this.#chunk.end(this.#row);
  }

  get time(): number {
    return this.#chunk.time(this.#row);
  }

  get eventTime(): string {
    return this.#chunk.eventTime(this.#row);
  }

  get source(): string {
    return this.#callText('source');
  }

  get service(): string {
    return this.#chunk.tables.calledBy(this.#number(columns.call)).service;
  }

  get action(): string {
    return this.#callText('action');
  }

  get outcome(): EventRow['outcome'] {
    return outcomeIn(this.#number(columns.state));
  }

  get errorCode(): string {
    return this.#callText('errorCode');
  }

  get region(): string {
    return this.#callText('region');
  }

  get account(): string {
    return this.#callText('account');
  }

  get readOnly(): boolean | undefined {
    return readOnlyIn(this.#number(columns.state));
  }

  get category(): string {
    return this.#callText('category');
  }

  get type(): string {
    return this.#callText('type');
  }

  get actorKind(): string {
    return this.#identityText('type');
  }

  get actor(): string {
    return this.#actor.name;
  }

  get actorArn(): string {
    return this.#identityText('arn');
  }

  get actorId(): string {
    return this.#text(columns.principal);
  }

  /** Made once: whoever asks for it asks for it again. */
  get accessKey(): string {
    this.#accessKey ??= this.#text(columns.accessKey);
    return this.#accessKey;
  }

  get sessionIssuer(): string {
    return this.#actor.issuer ?? '';
  }

  get sessionName(): string {
    return this.#chunk.tables.sessionName(this.#number(columns.identity));
  }

  get sessionCreated(): string {
    return this.#text(columns.sessionCreated);
  }

  get mfa(): boolean | undefined {
    return this.#actor.mfa;
  }

  get invokedBy(): string {
    return this.#identityText('invokedBy');
  }

  get address(): string {
    return this.#chunk.tables.commonText(this.#number(columns.address));
  }

  get userAgent(): string {
    return this.#chunk.tables.commonText(this.#number(columns.userAgent));
  }

  get eventID(): string {
    return this.#chunk.eventID(this.#row);
  }

  get requestID(): string {
    return this.#chunk.requestID(this.#row);
  }

  get sharedEventID(): string {
    return this.#text(columns.sharedEventID);
  }

  get organization(): string {
    const service = this.#chunk.service(this.#row);
    return service === 'other' ? '' : this.#chunk.particulars.organizationId(this.#row);
  }

  get targets(): readonly string[] {
    if (this.#chunk.service(this.#row) === 'other') return NONE;
    return this.#chunk.particulars.targets(this.#row).map(({ id }) => id);
  }

  get made(): readonly string[] {
    return this.#chunk.particulars.made(this.#row);
  }

  get named(): readonly string[] {
    return this.#chunk.particulars.things(this.#row, this.#chunk.service(this.#row) !== 'other');
  }

  own(column: OwnColumnName): string {
    return this.#chunk.own.count === 0 ? '' : this.#chunk.own.text(this.#row, column);
  }

  get malformed(): boolean {
    return malformedIn(this.#number(columns.state)) !== null;
  }

  get weight(): Weight | undefined {
    const { own, tables } = this.#chunk;
    const isAtHome = own.count > 0 && own.isAtHome(this.#row);
    return tables.weight(this.#number(columns.call), this.#chunk.service(this.#row), isAtHome);
  }

  get #actor(): ReturnType<RowChunk['tables']['actor']> {
    return this.#chunk.tables.actor({
      identity: this.#number(columns.identity),
      principal: this.#number(columns.principal),
      call: this.#number(columns.call),
    });
  }

  #number(column: number): number {
    return this.#chunk.number(this.#row, column);
  }

  #text(column: number): string {
    return this.#chunk.tables.text(this.#number(column));
  }

  #callText(name: Parameters<RowChunk['tables']['callText']>[1]): string {
    return this.#chunk.tables.callText(this.#number(columns.call), name);
  }

  #identityText(name: Parameters<RowChunk['tables']['identityText']>[1]): string {
    return this.#chunk.tables.identityText(this.#number(columns.identity), name);
  }
}

const NONE: readonly never[] = [];
