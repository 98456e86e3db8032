/** By tuple. */
export interface TupleTimes {
  /** Earliest and latest of its rows, in milliseconds since 1970; not a number where no time can be read. */
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** The first of the earliest rows; the first of all where no time can be read. */
  readonly first: Uint32Array;
}

/** @param times of rows @param tupleOf by row @param size how many tuples there are, each with a row */
export function tupleTimes(times: Float64Array, tupleOf: Uint32Array, size: number): TupleTimes {
  const from = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const to = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  const first = new Uint32Array(size);
  for (let row = tupleOf.length - 1; row >= 0; row--) {
    const tuple = tupleOf[row] ?? 0;
    const time = times[row] ?? Number.NaN;
    // No comparison is true of what is not a number.
    if (time <= (from[tuple] ?? 0) || from[tuple] === Number.POSITIVE_INFINITY) first[tuple] = row;
    if (time <= (from[tuple] ?? 0)) from[tuple] = time;
    if (time >= (to[tuple] ?? 0)) to[tuple] = time;
  }
  return { from: from.map(finite), to: to.map(finite), first };
}

function finite(time: number): number {
  return Number.isFinite(time) ? time : Number.NaN;
}
