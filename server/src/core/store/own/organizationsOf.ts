import { ERROR_MESSAGE, ORGANIZATION } from '../particularNumbers';
import type { RowChunk } from '../rowChunk';

/** Gives, by position among some records of WorkMail's own logs, the number of the text of the organization; 0 where a record does not tell it. @param places in `chunk.own`, ascending */
export function organizationsOf({ own, particulars }: RowChunk, places: Uint32Array): (at: number) => number {
  const { organizations } = particulars;
  if (organizations !== undefined) return (at) => organizations[own.rows[places[at] ?? 0] ?? 0] ?? 0;
  const found = new Uint32Array(places.length);
  const { rows, ends, numbers } = particulars.told;
  let next = 0;
  // Both ascend: nothing has to be searched.
  for (let at = 0; at < places.length; at++) {
    const row = own.rows[places[at] ?? 0] ?? 0;
    while (next < rows.length && (rows[next] ?? 0) < row) next++;
    if (rows[next] !== row) continue;
    const begin = next === 0 ? 0 : (ends[next - 1] ?? 0);
    const flags = numbers[begin] ?? 0;
    if ((flags & ORGANIZATION) !== 0) found[at] = numbers[begin + ((flags & ERROR_MESSAGE) === 0 ? 1 : 2)] ?? 0;
  }
  return (at) => found[at] ?? 0;
}
