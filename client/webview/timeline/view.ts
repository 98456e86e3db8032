import type { Stretch } from './messages';

const SHORTEST = 10_000;

/** The stretch of time that the page shows: never shorter than some seconds, and never apart from all events. */
export class View {
  #shown: Stretch = { from: 0, to: SHORTEST };
  #all: Stretch = this.#shown;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get shown(): Stretch {
    return this.#shown;
  }

  get all(): Stretch {
    return this.#all;
  }

  get span(): number {
    return this.#shown.to - this.#shown.from;
  }

  /** Says from when to when there are events. */
  extend(all: Stretch): void {
    const margin = Math.max(1000, (all.to - all.from) / 50);
    this.#all = { from: all.from - margin, to: all.to + margin };
  }

  show(wanted: Stretch): void {
    const most = this.#all.to - this.#all.from;
    const span = Math.min(Math.max(wanted.to - wanted.from, SHORTEST), Math.max(most, SHORTEST));
    const middle = (wanted.from + wanted.to) / 2;
    const from = Math.min(Math.max(middle - span / 2, this.#all.from), Math.max(this.#all.from, this.#all.to - span));
    if (from === this.#shown.from && from + span === this.#shown.to) return;
    this.#shown = { from, to: from + span };
    this.#changed();
  }

  showAll(): void {
    this.show(this.#all);
  }

  /** @param share of what is shown: to later times where it is positive */
  pan(share: number): void {
    const by = share * this.span;
    this.show({ from: this.#shown.from + by, to: this.#shown.to + by });
  }

  /** @param factor below 1 to show less; `around` stays where it is */
  zoom(factor: number, around = (this.#shown.from + this.#shown.to) / 2): void {
    const { from, to } = this.#shown;
    // At its limits a view would wander instead.
    const span = Math.min(Math.max(this.span * factor, SHORTEST), this.#all.to - this.#all.from);
    const ratio = span / this.span;
    this.show({ from: around - (around - from) * ratio, to: around + (to - around) * ratio });
  }
}
