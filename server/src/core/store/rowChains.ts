import { grownNumbers } from './grownNumbers';

/** Of a hash. */
const SPEAKS = 1;
const LEAST_HASH = 2;
/** There is no such row. */
export const NO_ROW = -1;

/**
 * A table of the numbers of rows by hash, with chains in which all rows of an event stand together behind the one that speaks. Of a row it
 * has eight bytes, and as many for its place in the table: there may be millions.
 */
export class RowChains {
  /** The number of the first row of a chain, plus one. */
  #slots: Uint32Array = new Uint32Array(0);
  /** Of each row its hash, whose lowest bit says that it speaks, and the number of the next row in the chain, plus one. */
  #links: Uint32Array = new Uint32Array(0);
  #events = 0;

  /** How many rows speak. */
  get events(): number {
    return this.#events;
  }

  /** Makes room for as many rows. */
  makeRoom(count: number): void {
    this.#links = grownNumbers(this.#links, 2 * count - 1);
    if (count > this.#slots.length) this.#moveTo(new Uint32Array(2 ** Math.ceil(Math.log2(count) + 1)));
  }

  /** By which hash a row is looked for, before it has a place. @param hash 0 where nothing tells it apart */
  setHash(number: number, hash: number): void {
    this.#links[2 * number] = hash === 0 ? 0 : (hash & ~SPEAKS) | LEAST_HASH;
  }

  /** 0 for a row that nothing tells apart; the lowest bit of others is 0. */
  hashOf(number: number): number {
    return ((this.#links[2 * number] ?? 0) & ~SPEAKS) >>> 0;
  }

  speaks(number: number): boolean {
    return ((this.#links[2 * number] ?? 0) & SPEAKS) !== 0;
  }

  /** Makes a row speak that has a place, or needs none. */
  speak(number: number): void {
    this.#links[2 * number] = (this.#links[2 * number] ?? 0) | SPEAKS;
    this.#events++;
  }

  /** Puts rows from one on at their places, as long as none speaks there that has the same hash: it is so of most. @returns the first that meets one, or has no hash */
  enterFirsts(number: number, end: number): number {
    const links = this.#links;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let next = number;
    for (; next < end; next++) {
      const hash = links[2 * next] ?? 0;
      if (hash === 0) break;
      const speaking = (hash | SPEAKS) >>> 0;
      const slot = (hash >>> 1) & mask;
      const first = slots[slot] ?? 0;
      let other = first;
      while (other > 0 && links[2 * (other - 1)] !== speaking) other = links[2 * other - 1] ?? 0;
      if (other > 0) break;
      slots[slot] = next + 1;
      links[2 * next] = speaking;
      links[2 * next + 1] = first;
    }
    this.#events += next - number;
    return next;
  }

  /** Puts a row at its place as an event of its own. */
  enter(number: number): void {
    const links = this.#links;
    const slot = this.#slotOf(links[2 * number] ?? 0);
    links[2 * number + 1] = this.#slots[slot] ?? 0;
    this.#slots[slot] = number + 1;
    this.speak(number);
  }

  /** The next row that speaks and has a hash; `NO_ROW` where there is none. @param behind a row with it; absent: the first is asked for */
  speakingWith(hash: number, behind = NO_ROW): number {
    const links = this.#links;
    const wanted = (hash | SPEAKS) >>> 0;
    let next = behind === NO_ROW ? (this.#slots[this.#slotOf(hash)] ?? 0) : (links[2 * behind + 1] ?? 0);
    while (next > 0 && links[2 * (next - 1)] !== wanted) next = links[2 * next - 1] ?? 0;
    return next - 1;
  }

  /** The row that speaks for the event of a row. */
  speakingFor(number: number): number {
    let speaking = number;
    for (const each of this.#chainOf(number)) {
      if (this.speaks(each)) speaking = each;
      if (each === number) return speaking;
    }
    return number;
  }

  /** All rows of the event of a row, the one that speaks first, the others in no order; nothing where it has no place. */
  eventOf(number: number): readonly number[] {
    const event: number[] = [];
    let isFound = false;
    for (const each of this.#chainOf(number)) {
      if (this.speaks(each)) {
        if (isFound) break;
        event.length = 0;
      }
      event.push(each);
      isFound ||= each === number;
    }
    return isFound ? event : [];
  }

  /** Makes a row a copy of one that speaks. */
  addCopy(number: number, speaking: number): void {
    this.#links[2 * number] = this.hashOf(speaking);
    this.#putBehind(speaking, number, number);
  }

  /** Makes a row speak instead of one that has its hash. */
  speakFor(number: number, speaking: number): void {
    const links = this.#links;
    const hash = this.hashOf(number);
    this.#replace(speaking, number + 1);
    links[2 * number] = hash | SPEAKS;
    links[2 * number + 1] = speaking + 1;
    links[2 * speaking] = hash;
  }

  /** Makes all rows of an event copies of another one. @param part the row that speaks for it */
  silence(part: number, speaking: number): void {
    const links = this.#links;
    const hash = this.hashOf(speaking);
    const event = this.eventOf(part);
    const last = event.at(-1) ?? part;
    this.#replace(part, links[2 * last + 1] ?? 0);
    for (const each of event) links[2 * each] = hash;
    this.#putBehind(speaking, part, last);
    this.#events--;
  }

  /** All rows in the chain of one. */
  *#chainOf(number: number): Generator<number> {
    const links = this.#links;
    let next = this.#slots[this.#slotOf(links[2 * number] ?? 0)] ?? 0;
    for (; next > 0; next = links[2 * next - 1] ?? 0) yield next - 1;
  }

  /** What leads to a row leads elsewhere. @param next plus one */
  #replace(number: number, next: number): void {
    const links = this.#links;
    const slot = this.#slotOf(links[2 * number] ?? 0);
    let before = this.#slots[slot] ?? 0;
    if (before === number + 1) {
      this.#slots[slot] = next;
      return;
    }
    while (before > 0 && links[2 * before - 1] !== number + 1) before = links[2 * before - 1] ?? 0;
    if (before > 0) links[2 * before - 1] = next;
  }

  /** @param first of rows that hang together @param last of them */
  #putBehind(speaking: number, first: number, last: number): void {
    const links = this.#links;
    links[2 * last + 1] = links[2 * speaking + 1] ?? 0;
    links[2 * speaking + 1] = first + 1;
  }

  #slotOf(hash: number): number {
    return (hash >>> 1) & (this.#slots.length - 1);
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
        while (next > 0 && !this.speaks(next - 1)) {
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
