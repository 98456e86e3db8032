import type { RowChunk } from '../rowChunk';
import { toldBy } from './contentKey';

/** Rows of one log that follow each other in a chunk. */
export interface RowsOfLog {
  readonly chunk: RowChunk;
  readonly from: number;
  readonly to: number;
}

/**
 * Which logs write times in whole seconds: in a log that writes thousandths, nearly every record has some. So it is asked of all rows of a
 * log that lie together, never of one.
 */
export class TimesInSeconds {
  readonly #known = new Map<object, boolean>();

  /** @param of what the rows are known by: the same object each time */
  in(of: object, rows: () => RowsOfLog): boolean {
    const known = this.#known.get(of) ?? areInSeconds(rows());
    this.#known.set(of, known);
    return known;
  }
}

function areInSeconds({ chunk, from, to }: RowsOfLog): boolean {
  for (let row = from; row < to; row++) {
    const place = chunk.own.placeOf(row);
    if (place >= 0 && toldBy(chunk, place) === 'time' && chunk.own.milliseconds(row) !== 0) return false;
  }
  return true;
}
