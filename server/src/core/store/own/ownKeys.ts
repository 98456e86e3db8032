import { columns } from '../columns';
import { keyedHash } from '../keyedHash';
import { OWN_WIDTH } from '../ownColumns';
import type { RowChunk } from '../rowChunk';
import { REQUEST_ID_IS_SHORT, REQUEST_ID_IS_TEXT } from '../rowState';
import { shortIdIn } from '../shortId';
import type { TextTable } from '../texts';
import { uuidIn } from '../uuid';
import { contentParts, partOf, timeNumbers, toldBy, WHAT } from './contentKey';
import { TextHashes } from './textHashes';

/** What comes before texts: what it is, seconds, thousandths, who says so; then the form of the request and its numbers. */
const FORM = 4;
const REQUEST = 5;
const TEXTS = 9;
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
  #count = 0;

  /** @param seed a number that nobody who writes logs can know; keys of two seeds have nothing in common */
  constructor(seed: number) {
    this.#seed = seed;
    this.#texts = new TextHashes(seed);
  }

  /**
   * @param row of any record
   * @param into is given four numbers, from its beginning on
   * @returns whether it is of these logs, and something tells it apart
   */
  read(chunk: RowChunk, row: number, into: Uint32Array): boolean {
    const { own, tables } = chunk;
    const place = own.placeOf(row);
    const by = place < 0 ? undefined : toldBy(chunk, place);
    if (by === undefined) return false;
    const { numbers } = own.told;
    const isTimed = by !== 'request';
    const seconds = isTimed ? chunk.number(row, columns.time) : 0;
    this.#begin((numbers[place] ?? 0) & WHAT, seconds, isTimed ? own.milliseconds(row) : 0, by === 'around' ? 1 : 0);
    this.#readRequest(chunk, row);
    for (let column = 1; column < OWN_WIDTH; column++)
      this.#put(partOf.columns + column - 1, own.texts, numbers[column * own.count + place] ?? 0);
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

  #begin(what: number, seconds: number, ms: number, around: number): void {
    this.#words.set([what, seconds, ms, around]);
    this.#count = TEXTS;
  }

  #readRequest(chunk: RowChunk, row: number): void {
    const words = this.#words;
    const state = chunk.number(row, columns.state);
    words[FORM] = (state & REQUEST_ID_IS_TEXT) === 0 ? UUID : (state & REQUEST_ID_IS_SHORT) === 0 ? TEXT : SHORT;
    for (let word = 0; word < 4; word++) words[REQUEST + word] = chunk.number(row, columns.requestID + word);
    if (words[FORM] !== TEXT) return;
    const number = words[REQUEST] ?? 0;
    words.fill(0, REQUEST, TEXTS);
    if (number !== 0) this.#texts.put(chunk.tables.texts, number, words, REQUEST);
  }

  #put(part: number, table: TextTable, number: number): void {
    if (number === 0) return;
    this.#words[this.#count] = part;
    this.#texts.put(table, number, this.#words, this.#count + 1);
    this.#count += EACH;
  }
}
