import { eventTimeMs, sameId } from '../../core/index';
import { uuidIn } from '../../core/store/uuid';
import type { Block } from './block';

/** What of a row tells its event apart. */
type Told = Pick<Block, 'copyId' | 'eventName' | 'time' | 'writtenTime'>;

/** Gives the texts of the numbers of names. */
interface NamesOfRows {
  textOf(number: number): string;
}

/** What tells events apart, as numbers: eventID (four), its kind, eventName, and eventTime (two). */
const WORDS = 8;
const KIND = 4;
const NAME = 5;
const TIME = 6;
/** The kind of an id that goes by a number of ours; those of AWS's form, kind 0, are numbers themselves. */
const OTHER_ID = 1;
/** Begins no number that is a time: those are written as they are read, and all others go by a number of ours. */
const WRITTEN = 0xffffffff;

/**
 * Finds the records that tell of one event among millions, by what the core's `distinctKey` tells events apart by: a table of
 * record numbers by hash, without a text or an object for each.
 */
export class EventTable {
  readonly #slots: Int32Array;
  readonly #words: Uint32Array;
  /** The next event whose hash leads to the same place: its first record, plus one. */
  readonly #next: Int32Array;
  /** All records of an event that was met more than once, by the first of them. */
  readonly #repeated = new Map<number, number[]>();
  readonly #texts = new Map<string, number>();
  readonly #known = new WeakMap<NamesOfRows, Map<number, number>>();
  readonly #asked = new Uint32Array(WORDS);
  readonly #time = new Float64Array(1);
  readonly #timeWords = new Uint32Array(this.#time.buffer);
  /** Nobody who writes logs can know which ids lead to one place. */
  readonly #seed = Math.floor(Math.random() * WRITTEN);

  /** @param count of all records that will be added */
  constructor(count: number) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(count + 1)));
    this.#words = new Uint32Array(count * WORDS);
    this.#next = new Int32Array(count);
  }

  /** Numbers of records are added in their order. A record without an id repeats nothing. */
  add(record: number, block: Told, row: number, names: NamesOfRows): void {
    const own = record * WORDS;
    const other = block.copyId(row, this.#words, own);
    if (other === '') return;
    if (other !== undefined) this.#setId(this.#words, own, other);
    this.#words[own + NAME] = this.#nameIn(names, block.eventName(row));
    this.#setTime(this.#words, own, block.time(row), block.writtenTime(row));
    this.#enter(record, own);
  }

  /** The same, told apart by nothing but an id of AWS's form. What has another one repeats nothing. */
  addById(record: number, block: Block, row: number): void {
    const own = record * WORDS;
    const other = block.copyId(row, this.#words, own);
    if (other === undefined || uuidIn(sameId(other), this.#words, own)) this.#enter(record, own);
  }

  #enter(record: number, own: number): void {
    const slot = this.#slotOf(this.#words, own);
    const first = this.#firstLike(this.#words, own, slot);
    if (first < 0) {
      this.#next[record] = this.#slots[slot] ?? 0;
      this.#slots[slot] = record + 1;
      return;
    }
    const records = this.#repeated.get(first);
    if (records === undefined) this.#repeated.set(first, [first, record]);
    else records.push(record);
  }

  /** The records of each event that more than one tells of, in their order. */
  repeated(): Iterable<readonly number[]> {
    return this.#repeated.values();
  }

  /** The records that tell of an event, in their order. The id is not empty. */
  find(eventID: string, eventName: string, eventTime: string): readonly number[] {
    const asked = this.#asked.fill(0);
    this.#setId(asked, 0, eventID);
    asked[NAME] = this.#numberOf(eventName);
    const time = eventTimeMs(eventTime);
    this.#setTime(asked, 0, time ?? Number.NaN, time === undefined ? eventTime : undefined);
    const first = this.#firstLike(asked, 0, this.#slotOf(asked, 0));
    return first < 0 ? [] : (this.#repeated.get(first) ?? [first]);
  }

  #setId(words: Uint32Array, at: number, written: string): void {
    const id = sameId(written);
    words.fill(0, at, at + KIND);
    if (uuidIn(id, words, at)) return;
    words.fill(0, at, at + KIND);
    words[at] = this.#numberOf(id);
    words[at + KIND] = OTHER_ID;
  }

  #setTime(words: Uint32Array, at: number, time: number, written: string | undefined): void {
    this.#time[0] = time;
    words[at + TIME] = written === undefined ? (this.#timeWords[0] ?? 0) : this.#numberOf(written);
    words[at + TIME + 1] = written === undefined ? (this.#timeWords[1] ?? 0) : WRITTEN;
  }

  /** Logs number their names each in their own way. */
  #nameIn(names: NamesOfRows, name: number): number {
    let ofNames = this.#known.get(names);
    if (ofNames === undefined) {
      ofNames = new Map();
      this.#known.set(names, ofNames);
    }
    const known = ofNames.get(name) ?? this.#numberOf(names.textOf(name));
    ofNames.set(name, known);
    return known;
  }

  #numberOf(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  /** The first record of the same event; negative when there is none. */
  #firstLike(words: Uint32Array, at: number, slot: number): number {
    for (let next = this.#slots[slot] ?? 0; next > 0; next = this.#next[next - 1] ?? 0) {
      const other = (next - 1) * WORDS;
      let same = 0;
      while (same < WORDS && this.#words[other + same] === words[at + same]) same++;
      if (same === WORDS) return next - 1;
    }
    return -1;
  }

  #slotOf(words: Uint32Array, at: number): number {
    let hash = this.#seed;
    for (let word = at; word < at + WORDS; word++) {
      let part = Math.imul(words[word] ?? 0, 0xcc9e2d51);
      part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
      hash ^= part;
      hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) & (this.#slots.length - 1);
  }
}
