import budgets from '../../../budgets.json';
import { runProgram } from '../child';
import { treeFolder } from '../material';
import { hasChdb } from '../peers';
import { alternate, median, spread } from '../samples';
import type { Scanned } from '../scanned';
import { atLeast, atMost, duration, megabytesOf, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

const { shareOfFloor, aheadOfDuckDb, aheadOfChdb } = budgets.time.allRows;
const { megabytes, bytesOfRow } = budgets.memory.allRows;
/** Slow contenders are asked once about the large folder. */
const LARGE = 10_000;

/** A folder of compressed logs of which the records of all services are kept, beside databases that keep the same of them. */
export async function measureAllRows({ times, treeSizes, shares }: Scale): Promise<Section> {
  const rows: string[][] = [];
  for (const files of treeSizes) for (const share of shares) rows.push(await allRowsRow(files, share, times));
  return {
    title: 'Keep the events of all services of a folder of `.json.gz`',
    method:
      'The same folders, and of every record whatever its service who did what, when, from where and with which outcome. Ours keeps ' +
      'the rows of all events in columns, and checks those of WorkMail. DuckDB and chdb (ClickHouse in the process) are told all types, and keep ' +
      'the same fields as a table in memory, without parameters and answers, which ours reads for the targets. Each contender is a fresh process and is timed ' +
      'from its start, with as many threads as there are processors; the numbers of records and of WorkMail events are compared. *Floor*: as above. On the large ' +
      'folder each runs once.',
    columns: [
      'folder',
      'WorkMail',
      'records',
      'ours',
      'share of the floor',
      'figure',
      'ahead of DuckDB',
      'figure',
      'ahead of chdb',
      'figure',
      'memory: ours, floor, DuckDB, chdb',
      'figure',
      'spread',
    ],
    rows,
  };
}

async function allRowsRow(files: number, share: number, times: number): Promise<string[]> {
  const { folder, bytes, records, workMailRecords } = await treeFolder(files, share);
  const scan = (name: string) => ({
    times: files > LARGE ? 1 : times,
    run: async () => (await runProgram<Scanned>(name, { args: [folder] })).result,
  });
  const found = await alternate({
    product: scan('scanProduct'),
    floor: scan('scanFloor'),
    duckDb: scan('allRowsDuckDb'),
    chdb: { ...scan('allRowsChdb'), ...(!hasChdb() && { times: 0 }) },
  });
  for (const scanned of [found.product, found.duckDb, found.chdb].flat()) {
    const counts = `${scanned.records} records, ${scanned.events} of them of WorkMail`;
    if (scanned.records !== records || scanned.events !== workMailRecords)
      throw new Error(`${counts}, were found where there are ${records} and ${workMailRecords}.`);
  }
  const ms = (scans: readonly Scanned[]): number => median(scans.map((scanned) => scanned.ms));
  const peak = (scans: readonly Scanned[]): number => median(scans.map(({ peakBytes }) => peakBytes));
  const time = ms(found.product);
  const ofFloor = ms(found.floor) / time;
  const room = Math.round(megabytes + (records * bytesOfRow) / 1e6);
  return [
    `${files.toLocaleString('en-US')} files, ${megabytesOf(bytes)} inflated`,
    `${share * 100} %`,
    records.toLocaleString('en-US'),
    duration(time),
    ofFloor.toFixed(2),
    atLeast(ofFloor, shareOfFloor),
    ratio(ms(found.duckDb) / time),
    atLeast(ms(found.duckDb) / time, aheadOfDuckDb, '×'),
    ratio(ms(found.chdb) / time),
    found.chdb.length === 0 ? '–' : atLeast(ms(found.chdb) / time, aheadOfChdb, '×'),
    [found.product, found.floor, found.duckDb, found.chdb].map((scans) => megabytesOf(peak(scans))).join(', '),
    atMost(Math.round(peak(found.product) / 1e6), room, ' MB'),
    percent(spread(found.product.map((scanned) => scanned.ms))),
  ];
}
