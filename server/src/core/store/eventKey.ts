import { sameId } from '../check/eventId';
import { columns } from './columns';
import { grownNumbers } from './grownNumbers';
import { isSketchedState, OwnKeys } from './own/ownKeys';
import type { RowChunk } from './rowChunk';
import { EVENT_ID_IS_TEXT, malformedIn } from './rowState';
import type { RowTables } from './rowTables';
import type { Stretch } from './stretch';
import { Texts } from './texts';
import { uuidIn } from './uuid';

/** What tells an event apart, as numbers: eventID (four) and which kind of number it is, eventName, eventTime (two). */
export const KEY_WORDS = 8;
const KIND = 4;
const NAME = 5;
const SECONDS = 6;
const TIME_TEXT = 7;
const FIRST_ROOM = 4096;

/** What the first four are, beside an id of AWS's form: the number of another id, or what a record without one says. */
const OTHER_ID = 1;
const CONTENT = 2;

/**
 * Reads what tells events apart, as `distinctKey` does: eventID, eventName and eventTime; of records of WorkMail's own logs, which have no
 * id, all that they say. Its texts have numbers of its own.
 */
export class EventKeys {
  readonly texts = new Texts();
  readonly #seed: number;
  readonly #own: OwnKeys;
  /** eventName by number of a call: its number in `texts`, plus one. */
  readonly #names = new WeakMap<RowTables, Uint32Array>();

  /** @param seed a number that nobody who writes logs can know; keys of two seeds are not to be compared */
  constructor(seed: number) {
    this.#seed = seed;
    this.#own = new OwnKeys(seed);
  }

  /** @param words is given the key @returns whether there is anything that tells it apart */
  read(chunk: RowChunk, row: number, words: Uint32Array): boolean {
    const isText = (chunk.number(row, columns.state) & EVENT_ID_IS_TEXT) !== 0;
    if (this.isSketched(chunk, row)) {
      words.fill(0, KIND).fill(CONTENT, KIND, KIND + 1);
      return this.#own.read(chunk, row, words);
    }
    if (isText && !this.#readText(chunk.tables.text(chunk.number(row, columns.eventID)), words)) return false;
    if (!isText) for (let word = 0; word < 4; word++) words[word] = chunk.number(row, columns.eventID + word);
    words[NAME] = this.nameNumber(chunk, row);
    const seconds = chunk.number(row, columns.time);
    words[SECONDS] = seconds;
    words[TIME_TEXT] = seconds === 0 ? this.texts.numberOf(chunk.eventTime(row)) : 0;
    if (!isText) words[KIND] = 0;
    return true;
  }

  /**
   * One number by which a row is looked for: the same for rows of one event. Of a record of WorkMail's own logs it is a sketch, since all that
   * it says takes long to read: others may have the same, and those are told apart by `read`.
   *
   * @param words may be written over
   * @returns 0 where nothing tells the row apart
   */
  sketch(chunk: RowChunk, row: number, words: Uint32Array): number {
    if (this.isSketched(chunk, row)) return this.#own.sketch(chunk, row);
    return this.read(chunk, row, words) ? hashOfKey(words, this.#seed) || 1 : 0;
  }

  /**
   * The same of the rows of a stretch.
   *
   * @param words may be written over
   * @param into is given one for each from its beginning on
   */
  sketches({ chunk, from, to }: Stretch, words: Uint32Array, into: Uint32Array): void {
    this.#own.sketchTimed(chunk, from, to, into);
    for (let row = from; row < to; row++) if (into[row - from] === 0) into[row - from] = this.sketch(chunk, row, words);
  }

  /** Whether `sketch` may be the same for rows of different events by more than chance. */
  isSketched(chunk: RowChunk, row: number): boolean {
    return isSketchedState(chunk.number(row, columns.state));
  }

  /** The number of a row's eventName among `texts`. */
  nameNumber(chunk: RowChunk, row: number): number {
    return this.#nameOf(chunk.tables, chunk.number(row, columns.call));
  }

  #readText(text: string, words: Uint32Array): boolean {
    const id = sameId(text);
    if (id === '') return false;
    const isUuid = uuidIn(id, words, 0);
    if (!isUuid) words.fill(0, 0, 4).set([this.texts.numberOf(id)]);
    words[KIND] = isUuid ? 0 : OTHER_ID;
    return true;
  }

  #nameOf(tables: RowTables, call: number): number {
    let names = this.#names.get(tables);
    if (names === undefined || call >= names.length) {
      names = grownNumbers(names ?? new Uint32Array(FIRST_ROOM), call);
      this.#names.set(tables, names);
    }
    const known = names[call] ?? 0;
    if (known !== 0) return known - 1;
    const name = this.texts.numberOf(tables.callText(call, 'action'));
    names[call] = name + 1;
    return name;
  }
}

/** Whole records before those of another form, and those before broken JSON: of copies the least damaged speaks. */
export function damageOf(chunk: RowChunk, row: number): number {
  const malformed = malformedIn(chunk.number(row, columns.state));
  return malformed === null ? 0 : malformed === 'schema' ? 1 : 2;
}

/** @param seed a number that nobody who writes logs can know */
export function hashOfKey(words: ArrayLike<number>, seed: number): number {
  let hash = seed;
  for (let word = 0; word < KEY_WORDS; word++) {
    let part = Math.imul(words[word] ?? 0, 0xcc9e2d51);
    part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
    hash ^= part;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
