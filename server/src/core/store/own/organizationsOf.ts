import { ERROR_MESSAGE, ORGANIZATION } from '../particularNumbers';
import type { RowChunk } from '../rowChunk';

/** Numbers of the texts of organizations of some records of WorkMail's own logs; 0 where a record does not tell it. @param places in `chunk.own`, ascending */
export function organizationsOf({ own, particulars }: RowChunk, places: Uint32Array): Uint32Array {
  const found = new Uint32Array(places.length);
  const { organizations } = particulars;
  if (organizations !== undefined) {
    for (let at = 0; at < places.length; at++) found[at] = organizations[own.rows[places[at] ?? 0] ?? 0] ?? 0;
    return found;
  }
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
  return found;
}
