import budgets from '../../../budgets.json';
import { runCommand, runProgram } from '../child';
import { treeFolder } from '../material';
import { alternate, median, spread } from '../samples';
import type { Scanned } from '../scanned';
import { atLeast, duration, megabytesOf, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

const figures = budgets.time.scan;
/** Slow contenders are asked once about the large folder. */
const LARGE = 10_000;
const JQ_FILTER = '.Records[] | select(.eventSource | ascii_downcase | startswith("workmail"))';

/** A folder of compressed logs, beside inflating alone, DuckDB and `zcat | jq`. */
export async function measureScan({ times, treeSizes, shares }: Scale): Promise<Section> {
  const jq = await hasJq();
  const rows: string[][] = [];
  for (const files of treeSizes) for (const share of shares) rows.push(await scanRow(files, share, times, jq));
  return {
    title: 'Scan a folder of `.json.gz`',
    method:
      'A folder as S3 lays it, 4 to 120 records a file, 50 on average; WorkMail’s records lie evenly among the others, so that at 1 % every ' +
      'third file has one. Each contender is a fresh process and is timed from its start, with as many threads as there are ' +
      'processors. *Floor*: find, read and inflate every file with Node’s zlib, and look at nothing. DuckDB is told the types of the ' +
      `fields it needs. ${jq ? '`zcat | jq` selects the same records' : '`zcat | jq` was not on this machine'}. On the large folder DuckDB and jq run once. ` +
      'Share of the floor: its time divided by ours. Memory: the most that the process held.',
    columns: [
      'folder',
      'WorkMail',
      'events found',
      'ours',
      'first events',
      'share of the floor',
      'figure',
      'ahead of DuckDB',
      'figure',
      'ahead of `zcat \\| jq`',
      'figure',
      'memory: ours, floor, DuckDB',
      'spread',
    ],
    rows,
  };
}

async function scanRow(files: number, share: number, times: number, jq: boolean): Promise<string[]> {
  const { folder, bytes, workMailRecords } = await treeFolder(files, share);
  const scan = (name: string) => async () => (await runProgram<Scanned>(name, { args: [folder] })).result;
  const slowTimes = files > LARGE ? 1 : times;
  const found = await alternate({
    product: { times, run: scan('scanProduct') },
    floor: { times, run: scan('scanFloor') },
    duckDb: { times: slowTimes, run: scan('scanDuckDb') },
    jq: { times: jq ? Math.min(2, slowTimes) : 0, run: () => scanWithJq(folder) },
  });
  for (const events of [found.product, found.duckDb, found.jq].flat().map((scanned) => scanned.events)) {
    if (events !== workMailRecords) throw new Error(`${events} events were found where there are ${workMailRecords}.`);
  }
  const ms = (scans: readonly Scanned[]): number => median(scans.map((scanned) => scanned.ms));
  const memory = (scans: readonly Scanned[]): string => megabytesOf(median(scans.map(({ peakBytes }) => peakBytes)));
  const ofFloor = ms(found.floor) / ms(found.product);
  const overDuckDb = ms(found.duckDb) / ms(found.product);
  const overJq = ms(found.jq) / ms(found.product);
  const isOnePercent = share === 0.01;
  return [
    `${files.toLocaleString('en-US')} files, ${megabytesOf(bytes)} inflated`,
    `${share * 100} %`,
    workMailRecords.toLocaleString('en-US'),
    duration(ms(found.product)),
    duration(median(found.product.map(({ firstMs = Number.NaN }) => firstMs))),
    ofFloor.toFixed(2),
    isOnePercent ? atLeast(ofFloor, figures.shareOfFloorAtOnePercent) : '–',
    ratio(overDuckDb),
    atLeast(overDuckDb, isOnePercent ? figures.aheadOfDuckDbAtOnePercent : figures.aheadOfDuckDb, '×'),
    ratio(overJq),
    jq ? atLeast(overJq, isOnePercent ? figures.aheadOfJqAtOnePercent : figures.aheadOfJq, '×') : '–',
    [found.product, found.floor, found.duckDb].map(memory).join(', '),
    percent(spread(found.product.map((scanned) => scanned.ms))),
  ];
}

async function hasJq(): Promise<boolean> {
  try {
    await runCommand('jq', ['--version']);
    return true;
  } catch {
    return false;
  }
}

async function scanWithJq(folder: string): Promise<Scanned> {
  const script = `find "$1" -name '*.json.gz' -print0 | xargs -0 zcat | jq -c '${JQ_FILTER}' | wc -l`;
  const { output, wallMs } = await runCommand('sh', ['-c', script, 'sh', folder]);
  return { ms: wallMs, events: Number(output), peakBytes: Number.NaN };
}
