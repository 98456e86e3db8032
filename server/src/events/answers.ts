import type { EventInLog } from '../core/index';
import type { Earliest } from './earliest';
import type { RowsTogether } from './rowsTogether';

/** Some events that answer a question, and how many do. */
export interface Answers {
  /** In the order they happened; those whose time can't be read come last. */
  readonly events: readonly EventInLog[];
  readonly total: number;
}

export const NO_ANSWERS: Answers = { events: [], total: 0 };

/** The earliest events of two sides as one list; of one time, those of the first side come first. @param most so many of them */
export function answersOf(
  sides: readonly { readonly together: RowsTogether; readonly earliest: Earliest }[],
  most: number,
): Answers {
  const all = sides.flatMap(({ together, earliest }, side) =>
    earliest.taken().map(({ number, time }) => ({ together, side, number, time })),
  );
  // Two times that can't be read are alike, too.
  all.sort((a, b) => (a.time === b.time ? a.side - b.side || a.number - b.number : a.time - b.time));
  return {
    events: all.slice(0, most).map(({ together, number }) => together.rows.event(number)),
    total: sides.reduce((sum, { earliest }) => sum + earliest.count, 0),
  };
}
