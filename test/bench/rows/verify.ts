import { availableParallelism } from 'node:os';
import path from 'node:path';
import budgets from '../../../budgets.json';
import { projectRoot } from '../../support/projectRoot';
import { runCommand } from '../child';
import { digestFolder, treeFolder } from '../material';
import { alternate, median, spread } from '../samples';
import { atMost, duration, megabytesOf, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

const SHARE = 0.01;
const MANY = 20_000;
const { timesHashing } = budgets.time.verify;

/** Logs held against their digests, beside hashing alone. */
export async function measureVerify({ times, treeSizes }: Scale): Promise<Section> {
  const rows: string[][] = [];
  for (const files of treeSizes) rows.push(await verifyRow(files, times));
  return {
    title: 'Verify logs by their digests',
    method:
      'The folder of the scan, and a digest for every hundred of its logs. *Inflate and hash*: `gzip -dc` of thousand files at a time into `sha256sum`, by `xargs -P` with as many processes as there are processors; that is the least which the ' +
      'hashes of digests need, since they are of the inflated logs. *Hash as packed*: `sha256sum` of the files as they lie there, the same way, which tells nothing of a digest. Times of whole processes, in turn.',
    columns: [
      'folder',
      'ours',
      'inflate and hash',
      'ours beside it',
      'figure',
      'hash as packed',
      'ours beside it',
      'spread',
    ],
    rows,
  };
}

async function verifyRow(files: number, times: number): Promise<string[]> {
  const { folder, bytes } = await treeFolder(files, SHARE);
  const digests = await digestFolder(files, SHARE);
  const program = path.join(projectRoot(), 'dist', 'cli.js');
  const timed = (command: string, args: readonly string[]) => async () => (await runCommand(command, args)).wallMs;
  const found = await alternate({
    product: { times, run: timed(process.execPath, [program, 'verify', folder, digests]) },
    inflated: { times, run: timed('sh', ['-c', byXargs(INFLATED), 'sh', folder, digests]) },
    packed: { times, run: timed('sh', ['-c', byXargs('sha256sum'), 'sh', folder, digests]) },
  });
  const [ours, inflated, packed] = [median(found.product), median(found.inflated), median(found.packed)];
  return [
    `${files.toLocaleString('en-US')} files, ${megabytesOf(bytes)} inflated`,
    duration(ours),
    duration(inflated),
    ratio(ours / inflated),
    // Of fewer files, most of the time is the start of the program and its threads.
    files < MANY ? '–' : atMost(ours / inflated, timesHashing, '×'),
    duration(packed),
    ratio(ours / packed),
    percent(spread(found.product)),
  ];
}

const INFLATED = `sh -c 'gzip -dc "$@" | sha256sum' sh`;

function byXargs(command: string): string {
  return `find "$@" -type f -print0 | xargs -0 -P ${availableParallelism()} -n 1000 ${command} > /dev/null`;
}
