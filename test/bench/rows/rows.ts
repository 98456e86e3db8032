import { runProgram } from '../child';
import { type RowTask, type RowTimings, rowTasks } from '../rowTasks';
import { alternate } from '../samples';
import { atMost, duration, ratio, type Section } from '../section';
import type { Scale } from './scale';

/** A million objects and their texts need some gigabytes; the columns run with Node's own limit. */
const ROOM_FOR_OBJECTS = '--max-old-space-size=8000';
/** The peer takes long, and only its best time counts. */
const PEER_TIMES = 1;
const ROWS_OF_FIGURES = 1_000_000;

/** Questions, groups, pages and copies of many rows in columns, beside the same asked of an array of objects. */
export async function measureRows({ times, rows }: Scale): Promise<Section> {
  const { columns, objects } = await alternate({
    columns: { times, run: async () => (await runProgram<RowTimings>('rowsStored', { args: [`${rows}`] })).result },
    objects: {
      times: PEER_TIMES,
      run: async () =>
        (await runProgram<RowTimings>('rowsNaive', { args: [`${rows}`], nodeFlags: [ROOM_FOR_OBJECTS] })).result,
    },
  });
  return {
    title: `${rows.toLocaleString('en')} rows: filter, group, sort, tell apart`,
    method:
      'Rows as a scan leaves them, in columns, of logs of 47 records and one thread; one of ten is a copy. Beside the same asked of an array of ' +
      'objects in the plainest way: `filter` with the test of this one question, groups in a `Map`, `sort`, keys in a `Set`. *First*: in a fresh ' +
      'process, the quickest. *Best*: of seven times in each of some processes, of the objects of three, which the figure and the ratio are of. Both find the same, or the run ends.',
    columns: ['task', 'first', 'best', 'figure', 'objects, first', 'objects, best', 'ahead of objects'],
    rows: (Object.keys(rowTasks) as RowTask[]).map((task) => rowOf(task, rows, columns, objects)),
  };
}

/** @throws Error when both ways found different things */
function rowOf(
  task: RowTask,
  rows: number,
  columns: readonly RowTimings[],
  objects: readonly RowTimings[],
): readonly string[] {
  const { what, figure } = rowTasks[task];
  const found = new Set([...columns, ...objects].map((each) => each[task].found));
  if (found.size > 1) throw new Error(`${what}: found ${[...found].join(', ')}.`);
  const first = (timings: readonly RowTimings[]): number => Math.min(...timings.map((each) => each[task].firstMs));
  const best = (timings: readonly RowTimings[]): number => Math.min(...timings.map((each) => each[task].bestMs));
  return [
    what,
    duration(first(columns)),
    duration(best(columns)),
    rows === ROWS_OF_FIGURES ? atMost(best(columns), figure, ' ms') : '–',
    duration(first(objects)),
    duration(best(objects)),
    ratio(best(objects) / best(columns)),
  ];
}
