import { byField, type EventRow, groupRows, type RowField, rowKey } from '../../../server/src/core';
import { toldRow } from '../../support/toldRow';
import { PAGE, timed } from '../rowTasks';
import { storedRows } from '../storedRows';

// `rowsNaive ROWS`: so many rows as objects, asked in the plainest way, each with the test that this one question needs.
const TIMES = 3;
const { chunks, rowAt } = storedRows(Number(process.argv[2]));
/** One literal: what is put together of several, V8 keeps as a table of keys, which is slow to ask. */
const plain: (row: EventRow) => EventRow = toldRow;
const rows = chunks.flatMap((chunk) => Array.from({ length: chunk.count }, (_, at) => plain(rowAt(chunk, at))));
const SERVICES = ['s3', 'iam', 'kms'];

const timings = timed(TIMES, {
  filter: () =>
    rows.filter(
      ({ service, readOnly, address }) =>
        SERVICES.includes(service) && readOnly === false && address.startsWith('203.0.113.'),
    ).length,
  oneColumn: () => groupRows(rows, ['service', 'action']).length,
  twoColumns: () => groupRows(rows, ['actor', 'address']).length,
  byTime: () => sort('time'),
  byText: () => sort('userAgent'),
  byId: () => sort('eventID'),
  distinct: () => new Set(rows.map(rowKey)).size,
});
console.log(JSON.stringify(timings));

function sort(field: RowField): number {
  const page = rows.slice().sort(byField(field)).slice(0, PAGE);
  return page.at(-1)?.time ?? Number.NaN;
}
