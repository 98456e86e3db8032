import { columns } from '../core/store/columns';
import { RowChunk } from '../core/store/rowChunk';
import type { RowsTogether } from './rowsTogether';

/**
 * When all rows of some logs happened, by number of the row: in milliseconds since 1970, not a number where the time can't be read. Yields
 * between pieces.
 */
export function* rowTimes({ rows }: RowsTogether): Generator<void, Float64Array> {
  const times = new Float64Array(rows.count);
  for (const { piece, first } of rows.pieces) {
    const { rows: listed, from, to } = piece;
    const seconds = listed instanceof RowChunk ? listed.column(columns.time) : undefined;
    for (let row = from, number = first; row < to; row++, number++) {
      const second = seconds?.[row] ?? 0;
      times[number] = second === 0 ? listed.time(row) : 1000 * second;
    }
    yield;
  }
  return times;
}
