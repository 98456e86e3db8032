import type { SpeakingRows } from './speakingRows';

/** Rows of some principals whose time can be read, in columns. */
export interface RowsOfPrincipals {
  readonly each: SpeakingRows;
  readonly rows: Uint32Array;
  /** Of each of the rows. */
  readonly principals: Uint32Array;
  /** Of each of the rows, in milliseconds since 1970. */
  readonly times: Float64Array;
}

/** Those of some of the principals. @param isAsked by principal: 1 for those that are asked for */
export function ofSome(all: RowsOfPrincipals, isAsked: Uint8Array): RowsOfPrincipals {
  const [rows, principals, times] = [all.rows.slice(), all.principals.slice(), all.times.slice()];
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const principal = principals[place] ?? 0;
    if (isAsked[principal] !== 1) continue;
    rows[count] = rows[place] ?? 0;
    principals[count] = principal;
    times[count] = times[place] ?? 0;
    count++;
  }
  return first({ each: all.each, rows, principals, times }, count);
}

/** The first so many of some rows. */
export function first({ each, rows, principals, times }: RowsOfPrincipals, count: number): RowsOfPrincipals {
  return {
    each,
    rows: rows.subarray(0, count),
    principals: principals.subarray(0, count),
    times: times.subarray(0, count),
  };
}
