/** What is asked of many rows, in columns and one by one alike. */
export const rowTasks = {
  filter: { what: 'filter by three fields', figure: 10 },
  oneColumn: { what: 'group by service and action, with first and last', figure: 15 },
  twoColumns: { what: 'group by actor and address, with first and last', figure: 15 },
  byTime: { what: 'first page, by time', figure: 60 },
  byText: { what: 'first page, by user agent', figure: 60 },
  byId: { what: 'first page, by eventID', figure: 60 },
  distinct: { what: 'tell events apart', figure: 150 },
} as const;

export type RowTask = keyof typeof rowTasks;

/** How long a task took the first time and at best, in milliseconds, and a number that depends on all that was found. */
export interface RowTiming {
  readonly firstMs: number;
  readonly bestMs: number;
  readonly found: number;
}

export type RowTimings = Readonly<Record<RowTask, RowTiming>>;

export const PAGE = 100;
export const QUESTION = 'service:s3,iam,kms is:write address:203.0.113.0/24';

/** Does each task some times. @param tasks each gives a number that depends on all that it found */
export function timed(times: number, tasks: Readonly<Record<RowTask, () => number>>): RowTimings {
  const timingOf = (task: RowTask): RowTiming => {
    const all: number[] = [];
    let found = 0;
    for (let time = 0; time < times; time++) {
      const begin = performance.now();
      found = tasks[task]();
      all.push(performance.now() - begin);
    }
    return { firstMs: all[0] ?? Number.NaN, bestMs: Math.min(...all), found };
  };
  return {
    filter: timingOf('filter'),
    oneColumn: timingOf('oneColumn'),
    twoColumns: timingOf('twoColumns'),
    byTime: timingOf('byTime'),
    byText: timingOf('byText'),
    byId: timingOf('byId'),
    distinct: timingOf('distinct'),
  };
}
