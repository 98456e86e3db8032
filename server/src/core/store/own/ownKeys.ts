import { columns } from '../columns';
import { keyedHash } from '../keyedHash';
import { LOG_MASK, OWN_WIDTH, TIME_AROUND } from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import { EVENT_ID_IS_TEXT, OWN, REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT, serviceNumberIn } from '../rowState';
import { shortIdIn } from '../shortId';
import type { TextTable } from '../texts';
import { uuidIn } from '../uuid';
import { contentParts, partOf, timeNumbers, toldBy, WHAT } from './contentKey';
import { TextHashes } from './textHashes';

/** What comes before texts: what it is, seconds, thousandths, who says so; then the form of the request and its numbers. */
const SECONDS = 1;
const THOUSANDTHS = 2;
const AROUND = 3;
const FORM = 4;
const REQUEST = 5;
const TEXTS = 9;
const REQUEST_WORDS = 4;
const [UUID, SHORT, TEXT] = [0, 1, 2];
/** Of a text its place among the parts, and two numbers. */
const EACH = 3;

/**
 * Four numbers that are the same for records of WorkMail's own logs that say the same, as `toldContent` has it, and by chance alone for
 * others. A row costs no more than its numbers: there may be millions.
 */
export class OwnKeys {
  readonly #seed: number;
  readonly #texts: TextHashes;
  readonly #words = new Uint32Array(TEXTS + EACH * (partOf.organization + 1));
  /** Odd: what comes before texts is told by the sum of its numbers, each times one of these. */
  readonly #factors = new Int32Array(TEXTS);
  #count = 0;

  /** @param seed a number that nobody who writes logs can know; keys of two seeds have nothing in common */
  constructor(seed: number) {
    this.#seed = seed;
    this.#texts = new TextHashes(seed);
    const into = new Uint32Array(4);
    for (let word = 0; word < TEXTS; word++) {
      keyedHash(Uint32Array.of(word), 1, seed, into, 0);
      this.#factors[word] = (into[0] ?? 0) | 1;
    }
  }

  /**
   * @param row of any record
   * @param into is given four numbers, from its beginning on
   * @returns whether it is of these logs, and something tells it apart
   */
  read(chunk: RowChunk, row: number, into: Uint32Array): boolean {
    const { own, tables } = chunk;
    const place = own.placeOf(row);
    if (place < 0 || !this.#readBeginning(chunk, row, place)) return false;
    if (this.#words[FORM] === TEXT) this.#readRequestText(chunk, row);
    for (let column = 1; column < OWN_WIDTH; column++)
      this.#put(partOf.columns + column - 1, own.texts, own.numberIn(column, place));
    const call = chunk.call(row);
    for (let at = partOf.call; at < partOf.principal; at++)
      this.#put(at, tables.texts, tables.calls.at(call, at - partOf.call));
    this.#put(partOf.principal, tables.texts, chunk.number(row, columns.principal));
    this.#put(partOf.address, tables.texts, chunk.number(row, columns.address));
    this.#put(partOf.userAgent, tables.texts, chunk.number(row, columns.userAgent));
    const { particulars } = chunk;
    this.#put(partOf.organization, particulars.texts, particulars.organizationNumber(row));
    keyedHash(this.#words, this.#count, this.#seed, into, 0);
    return true;
  }

  /**
   * One number that is the same for records that say the same, and nearly always another for others: of what is no text, its time and its
   * request above all. Not of whether it was allowed, nor of thousandths of its second: copies may leave these out. A tenth of the time that `read` takes.
   *
   * @returns 0 where nothing tells the record apart, and for records of other logs
   */
  sketch(chunk: RowChunk, row: number): number {
    const place = chunk.own.placeOf(row);
    if (place < 0 || !this.#readBeginning(chunk, row, place)) return 0;
    const words = this.#words;
    const factors = this.#factors;
    words[0] = (words[0] ?? 0) & LOG_MASK;
    if (words[AROUND] === 0) words[THOUSANDTHS] = 0;
    let sum = this.#seed;
    for (let word = 0; word < TEXTS; word++) sum = (sum + Math.imul(words[word] ?? 0, factors[word] ?? 0)) | 0;
    return mixed(sum);
  }

  /**
   * The same for the rows of a stretch that say themselves when they happened, column by column.
   *
   * @param from of a row, and `to` behind the last
   * @param into is given one for each from its beginning on; 0 where `sketch` has to be asked
   */
  sketchTimed(chunk: RowChunk, from: number, to: number, into: Uint32Array): void {
    const { own } = chunk;
    if (own.count !== chunk.count) {
      into.fill(0, 0, to - from);
      return;
    }
    const [told, states, times] = [own.audit('state'), chunk.column(columns.state), chunk.column(columns.time)];
    const [one, two] = [chunk.column(columns.requestID), chunk.column(columns.requestID + 1)];
    const [three, four] = [chunk.column(columns.requestID + 2), chunk.column(columns.requestID + 3)];
    const factors = this.#factors;
    const factorOf = (word: number): number => factors[word] ?? 0;
    const [ofLog, ofTime, ofForm] = [factorOf(0), factorOf(SECONDS), factorOf(FORM)];
    const [ofOne, ofTwo] = [factorOf(REQUEST), factorOf(REQUEST + 1)];
    const [ofThree, ofFour] = [factorOf(REQUEST + 2), factorOf(REQUEST + 3)];
    for (let row = from; row < to; row++) {
      const [what, seconds, state] = [told[row] ?? 0, times[row] ?? 0, states[row] ?? 0];
      if (seconds === 0 || (what & TIME_AROUND) !== 0 || !isSketchedState(state)) {
        into[row - from] = 0;
        continue;
      }
      const form = formIn(state);
      let sum = (this.#seed + Math.imul(what & LOG_MASK, ofLog)) | 0;
      sum = (sum + Math.imul(seconds, ofTime) + Math.imul(form, ofForm)) | 0;
      if (form !== TEXT) {
        sum = (sum + Math.imul(one[row] ?? 0, ofOne) + Math.imul(two[row] ?? 0, ofTwo)) | 0;
        sum = (sum + Math.imul(three[row] ?? 0, ofThree) + Math.imul(four[row] ?? 0, ofFour)) | 0;
      }
      into[row - from] = mixed(sum);
    }
  }

  /** The same of what `toldContent` gives. */
  ofContent(content: string, into: Uint32Array): void {
    const parts = contentParts(content);
    this.#begin(Number(parts[partOf.what]), ...timeNumbers(parts[partOf.when] ?? ''));
    const words = this.#words;
    const request = parts[partOf.request] ?? '';
    const isUuid = uuidIn(request, words, REQUEST);
    const isShort = !isUuid && shortIdIn(request, words.fill(0, REQUEST, TEXTS), REQUEST);
    words[FORM] = isUuid ? UUID : isShort ? SHORT : TEXT;
    if (!isUuid && !isShort) {
      words.fill(0, REQUEST, TEXTS);
      if (request !== '') this.#texts.putText(request, words, REQUEST);
    }
    for (let at = partOf.columns; at < parts.length; at++) {
      const text = parts[at] ?? '';
      if (text === '') continue;
      words[this.#count] = at;
      this.#texts.putText(text, words, this.#count + 1);
      this.#count += EACH;
    }
    keyedHash(words, this.#count, this.#seed, into, 0);
  }

  /** All but texts. @returns whether something tells the record apart */
  #readBeginning(chunk: RowChunk, row: number, place: number): boolean {
    const by = toldBy(chunk, place);
    if (by === undefined) return false;
    const { own } = chunk;
    const isTimed = by !== 'request';
    const what = (own.told.numbers[place] ?? 0) & WHAT;
    const seconds = isTimed ? chunk.number(row, columns.time) : 0;
    this.#begin(what, seconds, isTimed ? own.milliseconds(row) : 0, by === 'around' ? 1 : 0);
    const words = this.#words;
    const form = formIn(chunk.number(row, columns.state));
    words[FORM] = form;
    for (let word = 0; word < REQUEST_WORDS; word++)
      words[REQUEST + word] = form === TEXT ? 0 : chunk.number(row, columns.requestID + word);
    return true;
  }

  #readRequestText(chunk: RowChunk, row: number): void {
    const number = chunk.number(row, columns.requestID);
    if (number !== 0) this.#texts.put(chunk.tables.texts, number, this.#words, REQUEST);
  }

  #begin(what: number, seconds: number, ms: number, around: number): void {
    const words = this.#words;
    words[0] = what;
    words[1] = seconds;
    words[2] = ms;
    words[3] = around;
    this.#count = TEXTS;
  }

  #put(part: number, table: TextTable, number: number): void {
    if (number === 0) return;
    this.#words[this.#count] = part;
    this.#texts.put(table, number, this.#words, this.#count + 1);
    this.#count += EACH;
  }
}

/** Whether the state of a row is one of a record of WorkMail's own logs, which has no id of its own. */
export function isSketchedState(state: number): boolean {
  return (state & EVENT_ID_IS_TEXT) !== 0 && serviceNumberIn(state) === OWN;
}

function formIn(state: number): number {
  if ((state & REQUEST_ID_IS_TEXT) === 0) return UUID;
  return (state & REQUEST_ID_IS_SHORT) === 0 ? TEXT : SHORT;
}

/** Never 0. */
function mixed(sum: number): number {
  const mix = Math.imul(sum ^ (sum >>> 15), 0x85ebca6b);
  return (mix ^ (mix >>> 13)) >>> 0 || 1;
}
