const HOUR = 3_600_000;
/** Where fewer hours are known in which somebody worked, they say nothing. */
const LEAST = 20;
const RARE = 0.02;

/** The hours of the day and the ends of the week in which a house works, each hour of each day counted once. */
export class WorkingHours {
  readonly #seen = new Set<number>();
  readonly #hours = new Array<number>(24).fill(0);
  #weekends = 0;
  #latest = Number.NaN;

  /** @param at milliseconds since 1970 */
  add(at: number): void {
    const hour = Math.floor(at / HOUR);
    if (hour === this.#latest) return;
    this.#latest = hour;
    if (this.#seen.has(hour)) return;
    this.#seen.add(hour);
    this.#hours[hour % 24] = (this.#hours[hour % 24] ?? 0) + 1;
    if (isWeekend(at)) this.#weekends++;
  }

  /** Whether hardly anybody works an hour before or after this time, or on such a day. */
  isOdd(at: number): boolean {
    const all = this.#seen.size;
    if (all < LEAST || at === 0) return false;
    const hour = Math.floor(at / HOUR);
    const near = [23, 24, 25].reduce((sum, off) => sum + (this.#hours[(hour + off) % 24] ?? 0), 0);
    return near < RARE * all || (isWeekend(at) && this.#weekends < RARE * all);
  }
}

function isWeekend(at: number): boolean {
  const day = new Date(at).getUTCDay();
  return day === 0 || day === 6;
}
