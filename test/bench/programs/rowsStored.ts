import { parseQuestion, type RowField } from '../../../server/src/core';
import { DistinctRows } from '../../../server/src/core/store/distinctRows';
import { GroupStored } from '../../../server/src/core/store/groupStored';
import { Picker } from '../../../server/src/core/store/picker';
import { SortStored } from '../../../server/src/core/store/sortStored';
import { PAGE, QUESTION, timed } from '../rowTasks';
import { storedRows } from '../storedRows';

// `rowsStored ROWS`: so many rows in columns.
const count = Number(process.argv[2]);
const TIMES = 7;
const { stretches, chunks, rowAt } = storedRows(count);
const { question } = parseQuestion(QUESTION);
const picked = chunks.map((chunk) => ({ chunk, rows: Uint32Array.from({ length: chunk.count }, (_, row) => row) }));

const timings = timed(TIMES, {
  filter: () => {
    const picker = new Picker(question, rowAt);
    return chunks.reduce((count, chunk) => count + picker.pickAll(chunk).length, 0);
  },
  oneColumn: () => group(['service', 'action']),
  twoColumns: () => group(['actor', 'address']),
  byTime: () => sort('time'),
  byText: () => sort('userAgent'),
  byId: () => sort('eventID'),
  distinct: () => {
    const distinct = new DistinctRows(1, count);
    for (const stretch of stretches) distinct.add(stretch);
    return distinct.events;
  },
});
console.log(JSON.stringify(timings));

function group(fields: readonly RowField[]): number {
  const groups = new GroupStored(fields, rowAt, 1);
  for (const { chunk, rows } of picked) groups.add(chunk, rows);
  return groups.groups().length;
}

function sort(field: RowField): number {
  const sort = new SortStored({ field, isDown: false }, rowAt);
  for (const { chunk, rows } of picked) sort.add(chunk, rows);
  const steps = sort.sorted();
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const page = step.value.page(0, PAGE).map(({ chunk, row }) => rowAt(chunk, row));
    return page.at(-1)?.time ?? Number.NaN;
  }
}
