import { analyze, type EventRow } from '../../server/src/core';
import { columns, WIDTH } from '../../server/src/core/store/columns';
import { RowChunk } from '../../server/src/core/store/rowChunk';
import { RowWriter } from '../../server/src/core/store/rowWriter';
import type { Stretch } from '../../server/src/core/store/stretch';
import { Stretches } from '../../server/src/core/store/stretches';
import { Chance } from './generator/chance';
import { LOG_FROM } from './generator/log';
import { records } from './generator/records';

const ACCOUNTS = 20;
const RECORDS_OF_ACCOUNT = 200;
const ROWS_OF_CHUNK = 65_536;
const ROWS_OF_LOG = 47;
const SECONDS = 30 * 86_400;
/** One of so many rows is a copy of an earlier one. */
const COPIES = 10;
const COPIED_BEFORE = 1000;

/** Made-up rows as a scan leaves them: in few chunks, of logs of few records. */
export interface StoredRows {
  readonly stretches: readonly Stretch[];
  readonly chunks: readonly RowChunk[];
  readonly rowAt: (chunk: RowChunk, row: number) => EventRow & { raw(): string };
}

/** A few thousand records written as rows and repeated, each time with other ids and another second of the month. */
export function storedRows(count: number): StoredRows {
  const chance = new Chance(1);
  const pattern = patternRows();
  const chunks: RowChunk[] = [];
  const stretches: Stretch[] = [];
  for (let begin = 0; begin < count; begin += ROWS_OF_CHUNK) {
    const rows = Math.min(ROWS_OF_CHUNK, count - begin);
    const numbers = new Uint32Array(rows * WIDTH);
    const set = (row: number, column: number, number: number): void => {
      numbers[column * rows + row] = number;
    };
    for (let row = 0; row < rows; row++) {
      if (row % COPIES === 0 && row >= COPIED_BEFORE) {
        for (let column = 0; column < WIDTH; column++)
          set(row, column, numbers[column * rows + row - COPIED_BEFORE] ?? 0);
        continue;
      }
      const like = chance.between(0, pattern.count - 1);
      for (let column = 0; column < WIDTH; column++) set(row, column, pattern.number(like, column));
      for (let word = 0; word < 4; word++) set(row, columns.eventID + word, chance.between(0, 2 ** 32 - 1));
      set(row, columns.time, LOG_FROM / 1000 + chance.between(0, SECONDS));
    }
    const chunk = new RowChunk(pattern.tables, numbers, rows);
    chunks.push(chunk);
    for (let from = 0; from < rows; from += ROWS_OF_LOG)
      stretches.push({
        chunk,
        from,
        to: Math.min(rows, from + ROWS_OF_LOG),
        log: stretches.length,
        index: 0,
        base: 0,
      });
  }
  const places = new Stretches();
  for (const stretch of stretches) places.add(stretch);
  const rowAt: StoredRows['rowAt'] = (chunk, row) =>
    Object.assign(
      places.row(chunk, row, (log) => `${log}.json.gz`),
      { raw: () => '' },
    );
  return { stretches, chunks, rowAt };
}

function patternRows(): RowChunk {
  const writer = new RowWriter(ACCOUNTS * RECORDS_OF_ACCOUNT);
  for (let account = 0; account < ACCOUNTS; account++) {
    const setting = { account: String(111_111_111_111 + account), region: 'us-east-1', organizationId: 'm-1' };
    const source = records({ ...setting, seed: account, share: 0.2, from: LOG_FROM });
    const Records = Array.from({ length: RECORDS_OF_ACCOUNT }, () => source.next().value);
    for (const record of analyze(JSON.stringify({ Records }))) writer.add(record);
  }
  return writer.take();
}
