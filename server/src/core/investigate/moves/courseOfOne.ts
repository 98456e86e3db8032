import type { Line } from './line';

const NONE: readonly never[] = [];

/** Some of what one who acts did, from one place among it to another, which is not one of them. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * What one who acts did, by place, so that each of many deeds is asked only for what may belong to it: hundreds of exports of one hand have the
 * same hours before them.
 */
export class CourseOfOne {
  readonly #lines: readonly Line[];
  readonly #times: Float64Array;
  /** Places of looks by net, and of work by the mailbox it is about and by what it made, in small letters. */
  readonly #looks = new Map<number, number[]>();
  readonly #work = new Map<string, number[]>();
  readonly #closing: number[] = [];

  /** @param lines as they happened */
  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#times = Float64Array.from(lines, ({ at }) => at);
    for (const [place, line] of lines.entries()) {
      const { deed } = line;
      if (deed === 'look') put(this.#looks, line.netNumber, place);
      else if (deed === 'close') this.#closing.push(place);
      else if (deed === 'work') {
        put(this.#work, line.mailbox, place);
        for (const id of line.made) put(this.#work, id.toLowerCase(), place);
      }
    }
  }

  /** From one time to another, in milliseconds since 1970. @param most so many of them at most */
  between(from: number, to: number, most: number): Stretch {
    const times = this.#times;
    let [low, high] = [0, times.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((times[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const last = Math.min(times.length, low + most);
    let end = low;
    // What has no time that can be read stands last: the times don't rise to the end.
    while (end < last && (times[end] ?? 0) <= to) end++;
    return { from: low, to: end };
  }

  looksFrom(netNumber: number, stretch: Stretch): readonly Line[] {
    return this.#linesIn(this.#looks.get(netNumber) ?? NONE, stretch);
  }

  /** Calls that make, or are about, a mailbox or another thing. */
  workOn(thing: string, stretch: Stretch): readonly Line[] {
    return this.#linesIn(this.#work.get(thing) ?? NONE, stretch);
  }

  closingIn(stretch: Stretch): readonly Line[] {
    return this.#linesIn(this.#closing, stretch);
  }

  #linesIn(places: readonly number[], { from, to }: Stretch): readonly Line[] {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const found: Line[] = [];
    for (let at = low; at < places.length && (places[at] ?? 0) < to; at++) {
      const line = this.#lines[places[at] ?? -1];
      if (line !== undefined) found.push(line);
    }
    return found;
  }
}

function put<Key>(places: Map<Key, number[]>, key: Key, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else known.push(place);
}
