import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import type { Exported } from '../exported';
import { treeFolder } from '../material';
import { alternate, median, spread } from '../samples';
import { atLeast, atMost, duration, megabytesOf, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

const { aheadOfDuckDb } = budgets.time.export;
const { csvMegabytes, parquetMegabytes } = budgets.memory.export;
/** Of WorkMail among the records. */
const SHARE = 0.01;
/** Slow contenders are asked once about the large folder. */
const LARGE = 10_000;

/** A folder of compressed logs as one table, beside a database that writes the same. */
export async function measureExport({ times, treeSizes }: Scale): Promise<Section> {
  const rows: string[][] = [];
  for (const files of treeSizes)
    for (const format of ['csv', 'parquet'] as const) rows.push(await row(files, format, times));
  return {
    title: 'Export the events of a folder of `.json.gz`',
    method:
      'The same folders, 1 % of WorkMail, as a table with a column for each field that is told and the whole event in the last one, each event once. ' +
      'DuckDB writes the fields that a record holds, and the record; it tells no copies apart and names no targets. Each contender is a fresh process and is ' +
      'timed from its start until the file is whole; the numbers of events are compared. On the large folder each runs once.',
    columns: [
      'folder',
      'format',
      'events',
      'ours',
      'ahead of DuckDB',
      'figure',
      'memory: ours, DuckDB',
      'figure',
      'spread',
    ],
    rows,
  };
}

async function row(files: number, format: 'csv' | 'parquet', times: number): Promise<string[]> {
  const { folder, bytes, records } = await treeFolder(files, SHARE);
  const written = await mkdtemp(path.join(tmpdir(), 'workmail-trail-export-'));
  const contender = (name: string) => ({
    times: files > LARGE ? 1 : times,
    run: async () =>
      (await runProgram<Exported>(name, { args: [format, folder, path.join(written, `${name}.${format}`)] })).result,
  });
  try {
    const found = await alternate({ product: contender('exportProduct'), duckDb: contender('exportDuckDb') });
    for (const { events } of [...found.product, ...found.duckDb])
      if (events !== records) throw new Error(`${events} events were written where there are ${records}.`);
    const ms = (runs: readonly Exported[]): number => median(runs.map((each) => each.ms));
    const peak = (runs: readonly Exported[]): number => median(runs.map(({ peakBytes }) => peakBytes));
    const ahead = ms(found.duckDb) / ms(found.product);
    return [
      `${files.toLocaleString('en-US')} files, ${megabytesOf(bytes)} inflated`,
      format === 'csv' ? 'CSV' : 'Parquet',
      records.toLocaleString('en-US'),
      duration(ms(found.product)),
      ratio(ahead),
      format === 'csv' ? atLeast(ahead, aheadOfDuckDb, '×') : '–',
      `${megabytesOf(peak(found.product))}, ${megabytesOf(peak(found.duckDb))}`,
      atMost(Math.round(peak(found.product) / 1e6), format === 'csv' ? csvMegabytes : parquetMegabytes, ' MB'),
      percent(spread(found.product.map((each) => each.ms))),
    ];
  } finally {
    await rm(written, { recursive: true });
  }
}
