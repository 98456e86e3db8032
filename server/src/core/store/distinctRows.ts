import { damageOf, EventKeys, hashOfKey, KEY_WORDS } from './eventKey';
import { grownNumbers } from './grownNumbers';
import { CopiesInPart } from './own/copiesInPart';
import { mayBePart, saidBy, textOfSaid } from './own/toldInPart';
import type { PickedRows } from './pickedRows';
import type { RowChunk } from './rowChunk';
import type { Stretch } from './stretch';
import { type RowOfStretch, Stretches } from './stretches';

/** Of a hash. */
const SPEAKS = 1;
const LEAST_HASH = 2;
const FIRST_ROOM = 4096;
/** What a row meets that has the same hash: nothing, a row of another event, or one of its own. */
const MET_NONE = 0;
const MET_OTHER = 1;
const MET_COPY = 2;

/**
 * Tells events apart over many logs, as `distinctKey` does: see `EventKeys`; a row that nothing tells apart is an event of its own.
 * Of the copies of an event the least malformed speaks for it, and of those the first one. A record of WorkMail's own logs that says no more
 * than a part of what another one of its time and request says is a copy, too, and the other one speaks: see `CopiesInPart`.
 *
 * Rows stay in their columns. Beside them there is a table of their numbers by hash, with chains in which all rows of an event stand
 * together behind the one that speaks.
 */
export class DistinctRows {
  readonly #seed: number;
  readonly #stretches = new Stretches();
  /** The number of the first row of a chain, plus one. */
  #slots: Uint32Array = new Uint32Array(0);
  /** Of each row its hash, whose lowest bit says that it speaks, and the number of the next row in the chain, plus one. */
  #links: Uint32Array = new Uint32Array(0);
  #events = 0;
  readonly #keys: EventKeys;
  /** By sketch: records that met others of it. */
  readonly #inPart = new Map<number, CopiesInPart>();
  readonly #textOfSaid = (number: number, said: number): string => {
    const { stretch, row } = this.#stretches.at(number);
    return textOfSaid(stretch.chunk, row, said);
  };
  readonly #words = new Uint32Array(KEY_WORDS);
  readonly #otherWords = new Uint32Array(KEY_WORDS);
  /** The numbers of the rows whose keys these are. */
  #read = -1;
  #otherRead = -1;

  /**
   * @param seed a number that nobody who writes logs can know, so that nobody can choose which events lie in one chain
   * @param expected how many rows will be added, as far as that is known: it saves making room for them again and again
   */
  constructor(seed: number, expected = FIRST_ROOM) {
    this.#seed = seed;
    this.#keys = new EventKeys(seed);
    this.#makeRoom(Math.max(expected, FIRST_ROOM));
  }

  /** How many events there are. */
  get events(): number {
    return this.#events;
  }

  /** How many rows were added. */
  get rows(): number {
    return this.#stretches.count;
  }

  /** The stretches that were added, in their order. */
  get stretches(): Stretches {
    return this.#stretches;
  }

  /** Stretches are added in the order of their rows: by log, then by place in the log. A part of one is a stretch, too. */
  add(stretch: Stretch): void {
    const begin = this.#stretches.count;
    this.#stretches.add(stretch);
    const end = this.#stretches.count;
    this.#makeRoom(end);
    // First what lies row after row, then what lies all over the table: the processor waits for several places at once.
    this.#hash(stretch, begin);
    for (let number = begin; number < end; number++) {
      if (this.#links[2 * number] === 0) this.#speak(number);
      else this.#enter(number, stretch.chunk, stretch.from + number - begin);
    }
  }

  /** The rows that speak, those of stretches that follow each other in one chunk together. */
  speaking(): Generator<PickedRows> {
    return this.#picked((number) => this.#speaks(number));
  }

  /** The rows that only repeat an event that another one speaks for, in the same way; chunks without any are left out. */
  *silent(): Generator<PickedRows> {
    if (this.#events === this.rows) return;
    for (const picked of this.#picked((number) => !this.#speaks(number))) if (picked.rows.length > 0) yield picked;
  }

  *#picked(isPicked: (number: number) => boolean): Generator<PickedRows> {
    let begin = 0;
    let number = 0;
    let last: Stretch | undefined;
    for (const stretch of this.#stretches) {
      if (last !== undefined && (stretch.chunk !== last.chunk || stretch.from < last.to)) {
        yield this.#pickedIn(last.chunk, begin, number, isPicked);
        begin = number;
      }
      number += stretch.to - stretch.from;
      last = stretch;
    }
    if (last !== undefined) yield this.#pickedIn(last.chunk, begin, number, isPicked);
  }

  /**
   * All rows of the event of a row, the one that speaks first, the others in their order.
   *
   * @param number of the row, as `stretches` counts
   */
  copiesOf(number: number): readonly RowOfStretch[] {
    const links = this.#links;
    const chain: number[] = [];
    let isFound = false;
    let next = this.#slots[this.#slotOf(links[2 * number] ?? 0)] ?? 0;
    for (; next > 0; next = links[2 * next - 1] ?? 0) {
      if (this.#speaks(next - 1)) {
        if (isFound) break;
        chain.length = 0;
      }
      chain.push(next - 1);
      isFound ||= next - 1 === number;
    }
    if (!isFound) return [this.#stretches.at(number)];
    const [first = number, ...others] = chain;
    return [first, ...others.sort((left, right) => left - right)].map((each) => this.#stretches.at(each));
  }

  #pickedIn(chunk: RowChunk, begin: number, end: number, isPicked: (number: number) => boolean): PickedRows {
    const rows = new Uint32Array(end - begin);
    let count = 0;
    let number = begin;
    while (number < end) {
      const { stretch, row } = this.#stretches.at(number);
      for (let at = row; at < stretch.to; at++, number++) if (isPicked(number)) rows[count++] = at;
    }
    return { chunk, rows: rows.slice(0, count) };
  }

  #speaks(number: number): boolean {
    return ((this.#links[2 * number] ?? 0) & SPEAKS) !== 0;
  }

  #speak(number: number): void {
    this.#links[2 * number] = (this.#links[2 * number] ?? 0) | SPEAKS;
    this.#events++;
  }

  /**
   * Puts a row whose hash is known at its place. Where the hash is but a sketch, and a row of another event came first with the same, it goes
   * by the hash of its whole key instead: so the rows of an event are in one chain, and no chain is long because of what sketches leave out.
   */
  #enter(number: number, chunk: RowChunk, row: number): void {
    const links = this.#links;
    const sketch = links[2 * number] ?? 0;
    const met = this.#join(number, chunk, row);
    if (met === MET_COPY) return;
    if (met === MET_OTHER && this.#keys.isSketched(chunk, row)) {
      this.#readKey(number, chunk, row);
      links[2 * number] = linkHash(hashOfKey(this.#words, this.#seed));
      if (this.#join(number, chunk, row) === MET_COPY) return;
      if (mayBePart(chunk, row)) this.#enterBeside(number, chunk, row, sketch);
      else this.#enterAlone(number);
    } else this.#enterAlone(number);
  }

  #enterAlone(number: number): void {
    const links = this.#links;
    const slot = this.#slotOf(links[2 * number] ?? 0);
    links[2 * number + 1] = this.#slots[slot] ?? 0;
    this.#slots[slot] = number + 1;
    this.#speak(number);
  }

  /** Puts a row to the one that says more than it, or those that say less to it; else it is an event of its own. */
  #enterBeside(number: number, chunk: RowChunk, row: number, sketch: number): void {
    const links = this.#links;
    const inPart = this.#inPart.get(sketch) ?? this.#inPartOf(sketch);
    const said = saidBy(chunk, row);
    const holder = inPart.holderOf(number, said);
    if (holder !== undefined) {
      const speaking = this.#speakingFor(holder);
      links[2 * number] = ((links[2 * speaking] ?? 0) & ~SPEAKS) >>> 0;
      this.#putBehind(speaking, number, number);
      return;
    }
    const parts = new Set(inPart.takePartsOf(number, said).map((part) => this.#speakingFor(part)));
    // What the sketch leads to stays where it leads.
    for (const part of parts) if (links[2 * part] === (sketch | SPEAKS) >>> 0) links[2 * number] = sketch;
    this.#enterAlone(number);
    inPart.add(number, said);
    for (const part of parts) this.#silence(part, number);
  }

  /** With the one that came first. */
  #inPartOf(sketch: number): CopiesInPart {
    const found = new CopiesInPart(this.#textOfSaid);
    this.#inPart.set(sketch, found);
    for (let next = this.#slots[this.#slotOf(sketch)] ?? 0; next > 0; next = this.#links[2 * next - 1] ?? 0) {
      if (this.#links[2 * (next - 1)] !== (sketch | SPEAKS) >>> 0) continue;
      const { stretch, row } = this.#stretches.at(next - 1);
      if (mayBePart(stretch.chunk, row)) found.add(next - 1, saidBy(stretch.chunk, row));
    }
    return found;
  }

  /** The row that speaks for the event of a row. */
  #speakingFor(number: number): number {
    const links = this.#links;
    let speaking = number;
    for (let next = this.#slots[this.#slotOf(links[2 * number] ?? 0)] ?? 0; next > 0; next = links[2 * next - 1] ?? 0) {
      if (this.#speaks(next - 1)) speaking = next - 1;
      if (next - 1 === number) return speaking;
    }
    return number;
  }

  /** Makes all rows of an event copies of another one. @param part the row that speaks for it */
  #silence(part: number, speaking: number): void {
    const links = this.#links;
    const hash = ((links[2 * speaking] ?? 0) & ~SPEAKS) >>> 0;
    const slot = this.#slotOf(links[2 * part] ?? 0);
    let before = -1;
    for (let next = this.#slots[slot] ?? 0; next > 0 && next - 1 !== part; next = links[2 * next - 1] ?? 0)
      before = next - 1;
    let last = part;
    links[2 * part] = hash;
    for (let next = links[2 * part + 1] ?? 0; next > 0 && !this.#speaks(next - 1); next = links[2 * last + 1] ?? 0) {
      last = next - 1;
      links[2 * last] = hash;
    }
    const behind = links[2 * last + 1] ?? 0;
    if (before < 0) this.#slots[slot] = behind;
    else links[2 * before + 1] = behind;
    this.#putBehind(speaking, part, last);
    this.#events--;
  }

  /** @param first of rows that hang together @param last of them */
  #putBehind(speaking: number, first: number, last: number): void {
    const links = this.#links;
    links[2 * last + 1] = links[2 * speaking + 1] ?? 0;
    links[2 * speaking + 1] = first + 1;
  }

  /** Puts a row to those of its event, if there are any. @returns what has the same hash: see `MET_NONE` */
  #join(number: number, chunk: RowChunk, row: number): number {
    const links = this.#links;
    const hash = links[2 * number] ?? 0;
    let met = MET_NONE;
    let before = -1;
    for (let next = this.#slots[this.#slotOf(hash)] ?? 0; next > 0; next = links[2 * next - 1] ?? 0) {
      const other = next - 1;
      if (links[2 * other] === (hash | SPEAKS) >>> 0) {
        const known = this.#stretches.at(other);
        if (this.#isSame(number, chunk, row, other, known)) {
          this.#addCopy(number, damageOf(chunk, row) < damageOf(known.stretch.chunk, known.row), other, before);
          return MET_COPY;
        }
        met = MET_OTHER;
      }
      before = other;
    }
    return met;
  }

  /** @param before the row before the one that speaks, in their chain; negative where there is none */
  #addCopy(number: number, isBetter: boolean, speaking: number, before: number): void {
    const links = this.#links;
    if (!isBetter) {
      links[2 * number + 1] = links[2 * speaking + 1] ?? 0;
      links[2 * speaking + 1] = number + 1;
      return;
    }
    const hash = links[2 * number] ?? 0;
    links[2 * number] = hash | SPEAKS;
    links[2 * number + 1] = speaking + 1;
    links[2 * speaking] = hash;
    if (before < 0) this.#slots[this.#slotOf(hash)] = number + 1;
    else links[2 * before + 1] = number + 1;
  }

  #isSame(number: number, chunk: RowChunk, row: number, other: number, of: RowOfStretch): boolean {
    const [words, others] = [this.#words, this.#otherWords];
    this.#readKey(number, chunk, row);
    // Those of one request meet the same one, one after the other.
    if (this.#otherRead !== other) this.#keys.read(of.stretch.chunk, of.row, others);
    this.#otherRead = other;
    for (let word = 0; word < KEY_WORDS; word++) if (words[word] !== others[word]) return false;
    return true;
  }

  #readKey(number: number, chunk: RowChunk, row: number): void {
    if (this.#read !== number) this.#keys.read(chunk, row, this.#words);
    this.#read = number;
  }

  /** Writes the hashes of the rows of a stretch: 0 for one that nothing tells apart. */
  #hash({ chunk, from, to }: Stretch, begin: number): void {
    const links = this.#links;
    this.#read = -1;
    for (let row = from; row < to; row++) {
      const hash = this.#keys.sketch(chunk, row, this.#words);
      links[2 * (begin + row - from)] = hash === 0 ? 0 : linkHash(hash);
    }
  }

  #slotOf(hash: number): number {
    return (hash >>> 1) & (this.#slots.length - 1);
  }

  #makeRoom(count: number): void {
    this.#links = grownNumbers(this.#links, 2 * count - 1);
    if (count > this.#slots.length) this.#moveTo(new Uint32Array(2 ** Math.ceil(Math.log2(count) + 1)));
  }

  /** Rows of one event move together. */
  #moveTo(slots: Uint32Array): void {
    const links = this.#links;
    const old = this.#slots;
    this.#slots = slots;
    for (const begin of old) {
      for (let first = begin; first > 0; ) {
        let last = first;
        let next = links[2 * last - 1] ?? 0;
        while (next > 0 && !this.#speaks(next - 1)) {
          last = next;
          next = links[2 * last - 1] ?? 0;
        }
        const slot = this.#slotOf(links[2 * (first - 1)] ?? 0);
        links[2 * last - 1] = slots[slot] ?? 0;
        slots[slot] = first;
        first = next;
      }
    }
  }
}

/** A hash as it stands in a link: never 0, and its lowest bit says something else. */
function linkHash(hash: number): number {
  return (hash & ~SPEAKS) | LEAST_HASH;
}
