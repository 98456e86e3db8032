import { columns, type EventInLog } from '../core/index';
import type { PickedInChunk } from './pickRows';
import type { RowsTogether } from './rowsTogether';

/** Finds the last of many rows that happened no later than a moment, and the first of all. Nothing else of them is kept. */
export class LastUntil {
  readonly #silenced: ReadonlySet<number>;
  readonly #moment: number;
  readonly last = { number: -1, time: Number.NEGATIVE_INFINITY };
  readonly first = { number: -1, time: Number.POSITIVE_INFINITY };

  /**
   * @param silenced rows for which an event elsewhere speaks
   * @param moment in milliseconds since 1970, not a number where it is not known
   */
  constructor(silenced: ReadonlySet<number>, moment: number) {
    this.#silenced = silenced;
    this.#moment = moment;
  }

  add({ chunk, positions, numberOf }: PickedInChunk): void {
    const { last, first } = this;
    const seconds = chunk.column(columns.time);
    for (const position of positions) {
      const number = numberOf(position);
      if (this.#silenced.size > 0 && this.#silenced.has(number)) continue;
      const second = seconds[position] ?? 0;
      const written = second === 0 ? chunk.time(position) : 1000 * second;
      const time = Number.isNaN(written) ? Number.POSITIVE_INFINITY : written;
      const isBehind = time > last.time || (time === last.time && number > last.number);
      if (time <= this.#moment && isBehind) Object.assign(last, { number, time });
      const isBefore = time < first.time || (time === first.time && number < first.number);
      if (first.number < 0 || isBefore) Object.assign(first, { number, time });
    }
  }
}

/**
 * The last of both sides, of one time that of the second side; where none happened so early, the first, of one time that of the
 * first side.
 */
export function lastOf(
  sides: readonly { readonly together: RowsTogether; readonly found: LastUntil }[],
): EventInLog | undefined {
  const best = (which: 'last' | 'first', isBetter: (time: number, than: number) => boolean): EventInLog | undefined => {
    let chosen: { readonly together: RowsTogether; readonly number: number; readonly time: number } | undefined;
    for (const { together, found } of sides) {
      const { number, time } = found[which];
      if (number >= 0 && (chosen === undefined || isBetter(time, chosen.time))) chosen = { together, number, time };
    }
    return chosen?.together.rows.event(chosen.number);
  };
  return best('last', (time, than) => time >= than) ?? best('first', (time, than) => time < than);
}
