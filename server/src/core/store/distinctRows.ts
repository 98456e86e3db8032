import { damageOf, EventKeys, hashOfKey, KEY_WORDS } from './eventKey';
import { grownNumbers } from './grownNumbers';
import { CopiesInPart } from './own/copiesInPart';
import { TimesInSeconds } from './own/timesInSeconds';
import { mayBePart, saidBy, textOfSaid } from './own/toldInPart';
import type { PickedRows } from './pickedRows';
import { NO_ROW, RowChains } from './rowChains';
import type { RowChunk } from './rowChunk';
import type { Stretch } from './stretch';
import { type RowOfStretch, Stretches } from './stretches';

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
 * Rows stay in their columns. Beside them there is a table of their numbers by hash: see `RowChains`.
 */
export class DistinctRows {
  readonly #seed: number;
  readonly #stretches = new Stretches();
  readonly #chains = new RowChains();
  readonly #keys: EventKeys;
  /** By sketch: records that met others of it. */
  readonly #inPart = new Map<number, CopiesInPart>();
  readonly #textOfSaid = (number: number, said: number): string => {
    const { stretch, row } = this.#stretches.at(number);
    return textOfSaid(stretch.chunk, row, said);
  };
  readonly #inSeconds = new TimesInSeconds();
  readonly #words = new Uint32Array(KEY_WORDS);
  /** Of the rows that are added. */
  #sketches: Uint32Array = new Uint32Array(0);
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
    this.#chains.makeRoom(Math.max(expected, FIRST_ROOM));
  }

  /** How many events there are. */
  get events(): number {
    return this.#chains.events;
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
    const chains = this.#chains;
    chains.makeRoom(end);
    // First what lies row after row, then what lies all over the table: the processor waits for several places at once.
    this.#hash(stretch, begin);
    for (let number = chains.enterFirsts(begin, end); number < end; number = chains.enterFirsts(number + 1, end)) {
      if (chains.hashOf(number) === 0) chains.speak(number);
      else this.#enter(number, stretch.chunk, stretch.from + number - begin);
    }
  }

  /** The rows that speak, those of stretches that follow each other in one chunk together. */
  speaking(): Generator<PickedRows> {
    return this.#picked((number) => this.#chains.speaks(number));
  }

  /** The rows that only repeat an event that another one speaks for, in the same way; chunks without any are left out. */
  *silent(): Generator<PickedRows> {
    if (this.events === this.rows) return;
    for (const picked of this.#picked((number) => !this.#chains.speaks(number)))
      if (picked.rows.length > 0) yield picked;
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
    const [first = number, ...others] = this.#chains.eventOf(number);
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

  /**
   * Puts a row whose hash is known at its place. Where the hash is but a sketch, and a row of another event came first with the same, it goes
   * by the hash of its whole key instead: so the rows of an event are in one chain, and no chain is long because of what sketches leave out.
   */
  #enter(number: number, chunk: RowChunk, row: number): void {
    const chains = this.#chains;
    const sketch = chains.hashOf(number);
    const met = this.#join(number, chunk, row);
    if (met === MET_COPY) return;
    if (met === MET_OTHER && this.#keys.isSketched(chunk, row)) {
      this.#readKey(number, chunk, row);
      chains.setHash(number, hashOfKey(this.#words, this.#seed) || 1);
      if (this.#join(number, chunk, row) === MET_COPY) return;
      if (mayBePart(chunk, row)) this.#enterBeside(number, sketch);
      else chains.enter(number);
    } else chains.enter(number);
  }

  /** Puts a row to the one that says more than it, or those that say less to it; else it is an event of its own. */
  #enterBeside(number: number, sketch: number): void {
    const chains = this.#chains;
    const inPart = this.#inPart.get(sketch) ?? this.#inPartOf(sketch);
    const said = this.#saidBy(number);
    const holder = inPart.holderOf(number, said);
    if (holder !== undefined) {
      chains.addCopy(number, chains.speakingFor(holder));
      return;
    }
    const parts = new Set(inPart.takePartsOf(number, said).map((part) => chains.speakingFor(part)));
    // What the sketch leads to stays where it leads.
    for (const part of parts) if (chains.speaks(part) && chains.hashOf(part) === sketch) chains.setHash(number, sketch);
    chains.enter(number);
    inPart.add(number, said);
    for (const part of parts) chains.silence(part, number);
  }

  /** With the one that came first. */
  #inPartOf(sketch: number): CopiesInPart {
    const chains = this.#chains;
    const found = new CopiesInPart(this.#textOfSaid);
    this.#inPart.set(sketch, found);
    for (let other = chains.speakingWith(sketch); other !== NO_ROW; other = chains.speakingWith(sketch, other)) {
      const { stretch, row } = this.#stretches.at(other);
      if (mayBePart(stretch.chunk, row)) found.add(other, this.#saidBy(other));
    }
    return found;
  }

  #saidBy(number: number): number {
    const { stretch, row } = this.#stretches.at(number);
    return saidBy(
      stretch.chunk,
      row,
      this.#inSeconds.in(stretch, () => stretch),
    );
  }

  /** Puts a row to those of its event, if there are any. @returns what has the same hash: see `MET_NONE` */
  #join(number: number, chunk: RowChunk, row: number): number {
    const chains = this.#chains;
    const hash = chains.hashOf(number);
    let met = MET_NONE;
    for (let other = chains.speakingWith(hash); other !== NO_ROW; other = chains.speakingWith(hash, other)) {
      const known = this.#stretches.at(other);
      if (this.#isSame(number, chunk, row, other, known)) {
        if (damageOf(chunk, row) < damageOf(known.stretch.chunk, known.row)) chains.speakFor(number, other);
        else chains.addCopy(number, other);
        return MET_COPY;
      }
      met = MET_OTHER;
    }
    return met;
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
  #hash(stretch: Stretch, begin: number): void {
    this.#read = -1;
    const count = stretch.to - stretch.from;
    this.#sketches = grownNumbers(this.#sketches, count);
    const sketches = this.#sketches;
    this.#keys.sketches(stretch, this.#words, sketches);
    for (let at = 0; at < count; at++) this.#chains.setHash(begin + at, sketches[at] ?? 0);
  }
}
