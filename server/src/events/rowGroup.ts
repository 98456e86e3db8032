/** What is counted of the rows of one group. */
export interface RowGroup {
  readonly key: string;
  readonly number: number;
  count: number;
  failed: number;
  malformed: number;
  /** Rows that speak for the group: any one, the earliest and the latest; negative for none. */
  any: number;
  first: number;
  last: number;
  firstTime: number;
  lastTime: number;
}

export function emptyGroup(key: string, number: number): RowGroup {
  return {
    key,
    number,
    count: 0,
    failed: 0,
    malformed: 0,
    any: -1,
    first: -1,
    last: -1,
    firstTime: Number.POSITIVE_INFINITY,
    lastTime: Number.NEGATIVE_INFINITY,
  };
}
