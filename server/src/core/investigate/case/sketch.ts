import type { Act } from '../act';
import { hashOf } from './hash';

/**
 * A case told by its content: the smallest hashes of what its events of WorkMail are called, in rising order and each once. Where logs
 * lie and what they are called has no part in it, and a log that has grown has most of what it had.
 */
export type Sketch = readonly number[];

/** So many hashes tell cases apart, however many events there are: what two have in common is told to about an eighth. */
export const SKETCH_SIZE = 64;

/** The sketch of some acts; empty where there are none. */
export function sketchOf(acts: Iterable<Act>): Sketch {
  const hashes = new Set<number>();
  for (const act of acts) hashes.add(hashOf(calledBy(act)));
  return smallest(hashes);
}

/** The eventID; where a tool has left it out, what else hardly another event has. */
function calledBy({ row, actorKey }: Act): string {
  const { eventID, eventTime, action } = row;
  return eventID === '' ? JSON.stringify([eventTime, action, actorKey]) : eventID;
}

/** The sketch of all that either is of. */
export function joinedSketch(one: Sketch, other: Sketch): Sketch {
  return smallest(new Set([...one, ...other]));
}

function smallest(hashes: ReadonlySet<number>): Sketch {
  return Array.from(Float64Array.from(hashes).sort().subarray(0, SKETCH_SIZE));
}
