/** Of the rows that are added, the latest: what is more than so many is let go of at once. */
export class LatestRows {
  readonly #most: number;
  /** A heap, by place: neither of those at twice a place and one or two behind is earlier than the one there. */
  readonly #times: number[] = [];
  readonly #rows: number[] = [];

  /** @param most at least one */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param time of the row, in milliseconds; not a number where it is not known, which counts as the earliest */
  add(time: number, row: number): void {
    const known = Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
    const { length } = this.#times;
    if (length < this.#most) {
      this.#times.push(known);
      this.#rows.push(row);
      this.#rise(length);
    } else if (known > this.#timeAt(0)) {
      this.#times[0] = known;
      this.#rows[0] = row;
      this.#sink();
    }
  }

  /** The latest first; of one time, in the order of their numbers. */
  rows(): readonly number[] {
    const places = Array.from(this.#times.keys());
    const row = (place: number): number => this.#rows[place] ?? 0;
    const byTime = (a: number, b: number): number =>
      this.#timeAt(a) === this.#timeAt(b) ? row(a) - row(b) : this.#timeAt(b) - this.#timeAt(a);
    return places.sort(byTime).map(row);
  }

  #timeAt(place: number): number {
    return this.#times[place] ?? Number.POSITIVE_INFINITY;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1;
      if (this.#timeAt(above) <= this.#timeAt(at)) return;
      this.#swap(above, at);
      at = above;
    }
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const earlier = this.#timeAt(left + 1) < this.#timeAt(left) ? left + 1 : left;
      if (earlier >= this.#times.length || this.#timeAt(at) <= this.#timeAt(earlier)) return;
      this.#swap(at, earlier);
      at = earlier;
    }
  }

  #swap(one: number, other: number): void {
    for (const numbers of [this.#times, this.#rows]) {
      const kept = numbers[one] ?? 0;
      numbers[one] = numbers[other] ?? 0;
      numbers[other] = kept;
    }
  }
}
