import { type EventFacts, isMailCall, knownAction } from '../../core/index';
import type { Texts } from '../../core/store/texts';
import type { Block } from './block';
import { timeText } from './rowOf';

/** What is needed to look at a row, and at the record behind it. */
export interface RowSource {
  readonly block: Block;
  readonly row: number;
  readonly base: number;
  readonly names: Texts;
  readonly index: number;
  /** Reads the record again and tells all of it. */
  readonly read: () => EventFacts;
  /** What tells it apart where it has no id, for those who look at several logs. */
  readonly content?: (() => string | undefined) | undefined;
}

/**
 * The facts of a record that is kept as a row: what lists and groups ask of every record comes from the row, and only for
 * the rest the record is read again, once.
 */
export class RowFacts implements EventFacts {
  readonly index: number;
  readonly #source: RowSource;
  #read: EventFacts | undefined;

  constructor(source: RowSource) {
    this.index = source.index;
    this.#source = source;
  }

  get start(): number {
    return this.#source.base + this.#source.block.start(this.#source.row);
  }

  get end(): number {
    return this.#source.base + this.#source.block.end(this.#source.row);
  }

  get service(): EventFacts['service'] {
    return this.#source.block.service(this.#source.row);
  }

  get malformed(): EventFacts['malformed'] {
    return this.#source.block.malformed(this.#source.row);
  }

  get outcome(): EventFacts['outcome'] {
    return this.#source.block.outcome(this.#source.row);
  }

  get eventID(): string {
    return this.#source.block.eventID(this.#source.row);
  }

  get requestID(): string {
    return this.#whole.requestID;
  }

  get endpoint(): string | undefined {
    return this.#source.block.isNetwork(this.#source.row) ? this.#whole.endpoint : undefined;
  }

  get eventName(): string {
    return this.#source.names.textOf(this.#source.block.eventName(this.#source.row));
  }

  get eventSource(): string {
    return this.#source.names.textOf(this.#source.block.eventSource(this.#source.row));
  }

  get time(): number | undefined {
    const time = this.#source.block.time(this.#source.row);
    return Number.isNaN(time) ? undefined : time;
  }

  get eventTime(): string {
    const { block, row } = this.#source;
    return block.writtenTime(row) ?? timeText(block.time(row));
  }

  get content(): string | undefined {
    return this.service === 'own' ? this.#source.content?.() : undefined;
  }

  get learned(): EventFacts['learned'] {
    return this.#source.block.teaches.get(this.#source.row)?.lessons ?? [];
  }

  get organizationId(): string {
    const { block, row } = this.#source;
    return block.teaches.get(row)?.organizationId ?? this.#whole.organizationId;
  }

  get weight(): EventFacts['weight'] {
    const { service, eventName } = this;
    if (service === 'own') return this.#whole.weight;
    return !isMailCall(service) || eventName === ''
      ? undefined
      : knownAction({ service, name: eventName })?.entry.weight;
  }

  get errorCode(): string {
    return this.outcome === 'succeeded' ? '' : this.#whole.errorCode;
  }

  get errorMessage(): string {
    return this.outcome === 'succeeded' ? '' : this.#whole.errorMessage;
  }

  get actor(): EventFacts['actor'] {
    return this.#whole.actor;
  }

  get impersonator(): string {
    return this.service === 'own' ? this.#whole.impersonator : '';
  }

  get sourceIPAddress(): string {
    return this.#whole.sourceIPAddress;
  }

  get userAgent(): string {
    return this.#whole.userAgent;
  }

  get awsRegion(): string {
    return this.#whole.awsRegion;
  }

  get recipientAccountId(): string {
    return this.#whole.recipientAccountId;
  }

  get things(): readonly string[] {
    return !isMailCall(this.service) ? this.#whole.things : [];
  }

  get targets(): EventFacts['targets'] {
    return this.#whole.targets;
  }

  get readOnly(): boolean | undefined {
    return this.#whole.readOnly;
  }

  get weighty(): EventFacts['weighty'] {
    return this.#whole.weighty;
  }

  get #whole(): EventFacts {
    this.#read ??= this.#source.read();
    return this.#read;
  }
}
