import type { PickedInChunk } from './pickRows';

/** How many events of CloudTrail, of some rows, happened on each day in UTC: `2026-03-01`, and empty for an unknown one. */
export class AnswersByDay {
  readonly days: Map<string, number>;
  readonly #silenced: ReadonlySet<number>;

  /**
   * @param days is filled on the way
   * @param silenced rows for which an event elsewhere speaks
   */
  constructor(days: Map<string, number>, silenced: ReadonlySet<number>) {
    this.days = days;
    this.#silenced = silenced;
  }

  add({ chunk, positions, numberOf }: PickedInChunk): void {
    for (const position of positions) {
      if (this.#silenced.size > 0 && this.#silenced.has(numberOf(position))) continue;
      if (chunk.own.log(position) !== undefined) continue;
      const time = chunk.time(position);
      const day = Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
      this.days.set(day, (this.days.get(day) ?? 0) + 1);
    }
  }
}
