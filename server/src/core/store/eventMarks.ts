import { EventKeys, KEY_WORDS } from './eventKey';
import { grownNumbers } from './grownNumbers';
import { keyedHash } from './keyedHash';
import type { RowChunk } from './rowChunk';

/** How many numbers stand for an event. */
export const MARK_WORDS = 4;
const [KIND, NAME, SECONDS, TIME_TEXT] = [4, 5, 6, 7];
/** What `KIND` says where the first number of a key is that of a text. */
const OTHER_ID = 1;
const FIRST_ROOM = 1024;
/** Kind, seconds, id, name and, where the seconds say nothing, the time as it is written. */
const [AT_ID, AT_NAME, AT_TIME] = [2, 6, 10];
const LONGEST = AT_TIME + MARK_WORDS;

/**
 * Four numbers for what tells an event apart (see `EventKeys`), the same in every thread and whatever was read before. They are no less
 * honest than the whole: 128 bits that nobody can aim at who does not know the seed, so that among a thousand million events the chance that
 * two are taken for one is one in 10²⁰.
 */
export class EventMarks {
  readonly #seed: number;
  readonly #keys: EventKeys;
  readonly #key = new Uint32Array(KEY_WORDS);
  readonly #words = new Uint32Array(LONGEST);
  /** Of each text of the keys that was asked for; all are 0 where it was not. */
  #ofTexts: Uint32Array = new Uint32Array(MARK_WORDS * FIRST_ROOM);
  /** The characters of a text, two in a number. */
  #units: Uint32Array = new Uint32Array(FIRST_ROOM);

  /** @param seed a number that nobody who writes logs can know; marks of two seeds have nothing in common */
  constructor(seed: number) {
    this.#seed = seed;
    this.#keys = new EventKeys(seed);
  }

  /** @param into is given the mark, from its beginning on @returns whether there is anything that tells the row apart */
  read(chunk: RowChunk, row: number, into: Uint32Array): boolean {
    const [key, words] = [this.#key, this.#words];
    if (!this.#keys.read(chunk, row, key)) return false;
    const [kind = 0, seconds = 0, time = 0] = [key[KIND], key[SECONDS], key[TIME_TEXT]];
    words[0] = kind;
    words[1] = seconds;
    if (kind === OTHER_ID) this.#putText(key[0] ?? 0, AT_ID);
    else for (let word = 0; word < AT_NAME - AT_ID; word++) words[AT_ID + word] = key[word] ?? 0;
    this.#putText(key[NAME] ?? 0, AT_NAME);
    if (seconds === 0) this.#putText(time, AT_TIME);
    keyedHash(words, seconds === 0 ? LONGEST : AT_TIME, this.#seed, into, 0);
    return true;
  }

  /** What the name of a row's event adds to its mark: four numbers. */
  ofName(chunk: RowChunk, row: number): Uint32Array {
    this.#putText(this.#keys.nameNumber(chunk, row), AT_NAME);
    return this.#words.subarray(AT_NAME, AT_TIME);
  }

  #putText(number: number, at: number): void {
    const place = MARK_WORDS * number;
    if (place >= this.#ofTexts.length) this.#ofTexts = grownNumbers(this.#ofTexts, place + MARK_WORDS);
    const marks = this.#ofTexts;
    if (marks[place] === 0 && marks[place + 1] === 0) this.#markText(this.#keys.texts.textOf(number), place);
    for (let word = 0; word < MARK_WORDS; word++) this.#words[at + word] = marks[place + word] ?? 0;
  }

  #markText(text: string, place: number): void {
    const { length } = text;
    const pairs = (length + 1) >> 1;
    this.#units = grownNumbers(this.#units, pairs);
    const units = this.#units;
    for (let pair = 0; pair < pairs; pair++)
      units[pair] = text.charCodeAt(2 * pair) | ((2 * pair + 1 < length ? text.charCodeAt(2 * pair + 1) : 0) << 16);
    // An odd length and a last character that is 0 are not the same.
    units[pairs] = length;
    keyedHash(units, pairs + 1, this.#seed, this.#ofTexts, place);
  }
}
