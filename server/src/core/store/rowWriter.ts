import { accountText } from '../check/accountId';
import { eventTimeMs } from '../check/eventTime';
import { truthOf } from '../check/retyped';
import { at, textAt } from '../explain/members';
import { contentsOf } from '../investigate/contents';
import { outcomeOfRecord } from '../investigate/facts';
import { isNetworkActivity, particularsOf } from '../investigate/particulars';
import { thingsOf } from '../investigate/things';
import { asCloudTrailWrites } from '../investigate/utcText';
import { actorIdOf } from '../read/own/ownEnvelope';
import { type OwnReading, ownReading, readsOnly } from '../read/own/ownReading';
import { type EventRecord, isMailCall, type JsonValue } from '../record';
import { callTexts, columns, identityTexts, WIDTH } from './columns';
import { oddState } from './oddState';
import { OwnRows } from './ownRows';
import { OwnRowWriter } from './ownRowWriter';
import { ParticularsWriter } from './particularsWriter';
import { RowChunk } from './rowChunk';
import { EVENT_ID_IS_TEXT, packedState, REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from './rowState';
import { RowTables } from './rowTables';
import { shortIdIn } from './shortId';
import { StoredParticulars } from './storedParticulars';
import { Texts, Tuples } from './texts';
import { uuidIn } from './uuid';
import type { WrittenTables } from './writtenTables';

export type { WrittenTables } from './writtenTables';

export function newTables(): WrittenTables {
  return { texts: new Texts(), calls: new Tuples(callTexts.length), identities: new Tuples(identityTexts.length) };
}

/** The last second that 32 bits can tell. */
const LAST_SECOND = 2 ** 32 - 1;

/**
 * Makes columns of records, whole and damaged ones, whatever they stand in. This is what a row says; the extractor, which does
 * it from bytes, must say the same.
 */
export class RowWriter {
  readonly #tables: WrittenTables;
  readonly #read: RowTables;
  readonly #capacity: number;
  readonly #particulars: ParticularsWriter;
  readonly #own: OwnRowWriter;
  #numbers: Uint32Array;
  #times = new Map<number, { readonly ms: number; readonly text: string }>();
  #count = 0;

  /** @param capacity the most rows between two `take` */
  constructor(capacity: number, tables: WrittenTables = newTables(), read: RowTables = new RowTables(tables)) {
    this.#tables = tables;
    this.#read = read;
    this.#capacity = capacity;
    this.#particulars = new ParticularsWriter(tables.texts);
    this.#own = new OwnRowWriter(tables, this.#particulars);
    this.#numbers = new Uint32Array(capacity * WIDTH);
  }

  get count(): number {
    return this.#count;
  }

  get isFull(): boolean {
    return this.#count === this.#capacity;
  }

  /** The rows since the last time. */
  take(): RowChunk {
    const particulars = new StoredParticulars(this.#particulars.take(), this.#tables.texts);
    const own = new OwnRows(this.#own.take(), this.#tables.texts);
    const chunk = new RowChunk(this.#read, this.#numbers, this.#count, { times: this.#times }, particulars, own);
    this.#numbers = new Uint32Array(this.#capacity * WIDTH);
    this.#times = new Map();
    this.#count = 0;
    return chunk;
  }

  /**
   * @param base what `start` counts from
   * @param isWhole whether all that its facts say is kept, as of every event of WorkMail; what it is about is kept of every record
   */
  add(record: EventRecord, base = 0, isWhole = isMailCall(record.service)): void {
    if (record.service === 'own') {
      const reading = ownReading(record.event, record.around);
      if (reading !== undefined) {
        this.#addOwn(record, base, reading);
        return;
      }
    }
    const { event, start, end, malformed, service, form } = record;
    const row = this.#count++;
    const identity = at(event, 'userIdentity');
    const text = (...path: readonly string[]): number => this.#numberOf(textAt(event, ...path));
    const own = (...path: readonly string[]): number => this.#numberOf(textAt(identity, ...path));
    const set = (column: number, number: number): void => {
      this.#numbers[column * this.#capacity + row] = number;
    };
    const { calls, identities } = this.#tables;
    set(
      columns.call,
      calls.numberOf([
        text('eventSource'),
        text('eventName'),
        text('errorCode'),
        text('awsRegion'),
        this.#numberOf(accountText(at(event, 'recipientAccountId'))),
        text('eventCategory'),
        text('eventType'),
      ]),
    );
    const mfa = truthOf(at(identity, 'sessionContext', 'attributes', 'mfaAuthenticated'));
    set(
      columns.identity,
      identities.numberOf([
        own('type'),
        this.#numberOf(accountText(at(identity, 'accountId'))),
        own('userName'),
        own('arn'),
        own('invokedBy'),
        own('identityProvider'),
        own('onBehalfOf', 'userId'),
        own('sessionContext', 'sessionIssuer', 'arn'),
        own('sessionContext', 'sessionIssuer', 'userName'),
        own('sessionContext', 'sessionIssuer', 'type'),
        this.#numberOf(mfa === undefined ? undefined : String(mfa)),
      ]),
    );
    set(columns.principal, this.#numberOf(accountText(at(identity, 'principalId'))));
    set(columns.accessKey, own('accessKeyId'));
    set(columns.sessionCreated, own('sessionContext', 'attributes', 'creationDate'));
    set(columns.address, text('sourceIPAddress'));
    set(columns.userAgent, text('userAgent'));
    set(columns.sharedEventID, text('sharedEventID'));
    const ids = this.#setEventID(row, textAt(event, 'eventID')) | this.#setRequestID(row, textAt(event, 'requestID'));
    const outcome = outcomeOfRecord(record);
    const state = packedState({
      outcome,
      readOnly: truthOf(at(event, 'readOnly')),
      malformed,
      service,
      form,
      isNetwork: isNetworkActivity(record),
    });
    set(columns.state, state | ids | oddState(event));
    set(columns.time, this.#seconds(row, at(event, 'eventTime')));
    set(columns.start, start - base);
    set(columns.length, end - start);
    const things = thingsOf(record, outcome);
    if (isWhole) this.#particulars.add(row, particularsOf(record, outcome), things, contentsOf(record, outcome));
    else this.#particulars.addThings(row, things, contentsOf(record, outcome));
  }

  /** A record of a log of WorkMail's own. */
  #addOwn(record: EventRecord, base: number, reading: OwnReading): void {
    const { start, end, malformed, form, service } = record;
    const row = this.#count++;
    const { address, userAgent, request, allowed, time } = reading;
    const { texts } = this.#tables;
    const set = (column: number, number: number): void => {
      this.#numbers[column * this.#capacity + row] = number;
    };
    set(columns.call, this.#own.call(reading));
    set(columns.identity, this.#own.identity(reading));
    set(columns.principal, texts.numberOf(actorIdOf(reading)));
    set(columns.address, texts.numberOf(address));
    set(columns.userAgent, texts.numberOf(userAgent));
    const ids = EVENT_ID_IS_TEXT | this.#setRequestID(row, request);
    const outcome = allowed === undefined ? 'unknown' : allowed ? 'succeeded' : 'failed';
    const readOnly = readsOnly(reading);
    set(columns.state, packedState({ outcome, readOnly, malformed, service, form, isNetwork: false }) | ids);
    if (time !== undefined && time > 0 && time <= 1000 * LAST_SECOND) set(columns.time, Math.floor(time / 1000));
    set(columns.start, start - base);
    set(columns.length, end - start);
    this.#own.add(row, reading, form === 'delimited' ? record.columns : undefined);
  }

  #numberOf(text: string | undefined): number {
    return text === undefined ? 0 : this.#tables.texts.numberOf(text);
  }

  /** @returns what the state says of it */
  #setEventID(row: number, id = ''): number {
    const words = new Uint32Array(4);
    const isUuid = uuidIn(id, words, 0);
    if (!isUuid) words.fill(0).set([this.#numberOf(id)]);
    this.#setWords(row, columns.eventID, words);
    return isUuid ? 0 : EVENT_ID_IS_TEXT;
  }

  /** @returns what the state says of it */
  #setRequestID(row: number, id = ''): number {
    const words = new Uint32Array(4);
    const isUuid = uuidIn(id, words, 0);
    const isShort = !isUuid && shortIdIn(id, words.fill(0), 0);
    if (!isUuid && !isShort) words.fill(0).set([this.#numberOf(id)]);
    this.#setWords(row, columns.requestID, words);
    return isUuid ? 0 : REQUEST_ID_IS_TEXT | (isShort ? REQUEST_ID_IS_SHORT : 0);
  }

  #setWords(row: number, column: number, words: Uint32Array): void {
    for (const [word, number] of words.entries()) this.#numbers[(column + word) * this.#capacity + row] = number;
  }

  #seconds(row: number, value: JsonValue | undefined): number {
    const written = typeof value === 'string' ? value : '';
    const ms = eventTimeMs(written);
    if (ms !== undefined && ms > 0 && ms <= 1000 * LAST_SECOND) return ms / 1000;
    if (written !== '') this.#times.set(row, { ms: ms ?? Number.NaN, text: asCloudTrailWrites(written, ms) });
    return 0;
  }
}
