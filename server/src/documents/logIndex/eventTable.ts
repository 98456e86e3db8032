import { eventTimeMs, sameId } from '../../core/index';
import { OwnKeys } from '../../core/store/own/ownKeys';
import type { RowChunk } from '../../core/store/rowChunk';
import { uuidIn } from '../../core/store/uuid';
import type { Block } from './block';

/** What of a row tells its event apart. */
type Told = Pick<Block, 'service' | 'copyId' | 'eventName' | 'time' | 'writtenTime'>;

/** Gives the texts of the numbers of names. */
interface NamesOfRows {
  textOf(number: number): string;
}

/** Where a record stands. */
export interface RecordRow {
  readonly block: Told;
  readonly row: number;
  /** Absent where its id alone tells it apart, which is one of AWS's form then. */
  readonly names?: NamesOfRows;
  /** The same row with all that it says: asked where it is of WorkMail's own logs. Absent where such are not looked at. */
  readonly whole?: { chunk(): RowChunk };
}

/** What tells events apart, as numbers: eventID (four), its kind, eventName, and eventTime (two). */
const WORDS = 8;
const KIND = 4;
const NAME = 5;
const TIME = 6;
/** The kind of an id that goes by a number of ours; those of AWS's form, kind 0, are numbers themselves. */
const OTHER_ID = 1;
/** What a record says that has no id. */
const CONTENT = 2;
/** Begins no number that is a time: those are written as they are read, and all others go by a number of ours. */
const WRITTEN = 0xffffffff;

/** Of a link: the hash of a record, and the next event whose hash leads to the same place: its first record, plus one. */
const LINK = 2;

/**
 * Finds the records that tell of one event among millions, by what the core's `distinctKey` tells events apart by: a table of
 * record numbers by hash, twelve to sixteen bytes a record. Records stay where they are, and are read again where two have one hash.
 */
export class EventTable {
  readonly #slots: Int32Array;
  readonly #links: Uint32Array;
  readonly #rowOf: (record: number) => RecordRow;
  /** All records of an event that was met more than once, by the first of them. */
  readonly #repeated = new Map<number, number[]>();
  readonly #texts = new Map<string, number>();
  readonly #known = new WeakMap<NamesOfRows, Map<number, number>>();
  readonly #words = new Uint32Array(WORDS);
  readonly #others = new Uint32Array(WORDS);
  readonly #time = new Float64Array(1);
  readonly #timeWords = new Uint32Array(this.#time.buffer);
  /** Nobody who writes logs can know which ids lead to one place. */
  readonly #seed = Math.floor(Math.random() * WRITTEN);
  readonly #own = new OwnKeys(this.#seed);

  /**
   * @param count of all records that will be added
   * @param rowOf where a record stands that was added before
   */
  constructor(count: number, rowOf: (record: number) => RecordRow) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(count + 1)));
    this.#links = new Uint32Array(count * LINK);
    this.#rowOf = rowOf;
  }

  /** Numbers of records are added in their order. A record that nothing tells apart repeats nothing, nor does one that its id has to tell apart and can't. */
  add(record: number, at: RecordRow): void {
    const words = this.#words;
    if (!this.#read(at, words)) return;
    const hash = this.#hashOf(words);
    const slot = hash & (this.#slots.length - 1);
    const first = this.#firstLike(words, hash);
    if (first < 0) {
      this.#links[LINK * record] = hash;
      this.#links[LINK * record + 1] = this.#slots[slot] ?? 0;
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

  /** The records of WorkMail's own logs that say the same, in their order. @param content see `toldContent` */
  findContent(content: string): readonly number[] {
    const asked = this.#words.fill(0);
    this.#own.ofContent(content, asked);
    asked[KIND] = CONTENT;
    return this.#like(asked);
  }

  /** The records that tell of an event, in their order. The id is not empty. */
  find(eventID: string, eventName: string, eventTime: string): readonly number[] {
    const asked = this.#words.fill(0);
    this.#setId(asked, eventID);
    asked[NAME] = this.#numberOf(eventName);
    const time = eventTimeMs(eventTime);
    this.#setTime(asked, time ?? Number.NaN, time === undefined ? eventTime : undefined);
    return this.#like(asked);
  }

  #like(asked: Uint32Array): readonly number[] {
    const first = this.#firstLike(asked, this.#hashOf(asked));
    return first < 0 ? [] : (this.#repeated.get(first) ?? [first]);
  }

  /** @returns whether there is something that tells the record apart */
  #read({ block, row, names, whole }: RecordRow, words: Uint32Array): boolean {
    words.fill(0);
    if (whole !== undefined && block.service(row) === 'own') {
      words[KIND] = CONTENT;
      return this.#own.read(whole.chunk(), row, words);
    }
    const other = block.copyId(row, words, 0);
    if (other === '') return false;
    if (names === undefined) return other === undefined || uuidIn(sameId(other), words, 0);
    if (other !== undefined) this.#setId(words, other);
    words[NAME] = this.#nameIn(names, block.eventName(row));
    this.#setTime(words, block.time(row), block.writtenTime(row));
    return true;
  }

  #setId(words: Uint32Array, written: string): void {
    const id = sameId(written);
    if (uuidIn(id, words, 0)) return;
    words.fill(0, 0, KIND);
    words[0] = this.#numberOf(id);
    words[KIND] = OTHER_ID;
  }

  #setTime(words: Uint32Array, time: number, written: string | undefined): void {
    this.#time[0] = time;
    words[TIME] = written === undefined ? (this.#timeWords[0] ?? 0) : this.#numberOf(written);
    words[TIME + 1] = written === undefined ? (this.#timeWords[1] ?? 0) : WRITTEN;
  }

  /** Logs number their names each in their own way. */
  #nameIn(names: NamesOfRows, name: number): number {
    let ofNames = this.#known.get(names);
    if (ofNames === undefined) {
      ofNames = new Map();
      this.#known.set(names, ofNames);
    }
    const known = ofNames.get(name);
    if (known !== undefined) return known;
    const number = this.#numberOf(names.textOf(name));
    ofNames.set(name, number);
    return number;
  }

  #numberOf(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  /** The first record of the same event; negative when there is none. */
  #firstLike(words: Uint32Array, hash: number): number {
    const links = this.#links;
    let next = this.#slots[hash & (this.#slots.length - 1)] ?? 0;
    for (; next > 0; next = links[LINK * next - 1] ?? 0) {
      const other = next - 1;
      if (links[LINK * other] === hash && this.#isLike(words, other)) return other;
    }
    return -1;
  }

  #isLike(words: Uint32Array, other: number): boolean {
    const others = this.#others;
    this.#read(this.#rowOf(other), others);
    for (let word = 0; word < WORDS; word++) if (words[word] !== others[word]) return false;
    return true;
  }

  #hashOf(words: Uint32Array): number {
    let hash = this.#seed;
    for (let word = 0; word < WORDS; word++) {
      let part = Math.imul(words[word] ?? 0, 0xcc9e2d51);
      part = Math.imul((part << 15) | (part >>> 17), 0x1b873593);
      hash ^= part;
      hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  }
}
