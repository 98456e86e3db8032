import { GENERATE_HELP, generate } from './generate';
import { circumstances, keep, textOf, writeReport } from './report';
import { measureAllRows } from './rows/allRows';
import { measureAsk } from './rows/ask';
import { measureDoubling } from './rows/doubling';
import { measureExport } from './rows/export';
import { measureFollow } from './rows/follow';
import { measureFollowPeers } from './rows/followPeers';
import { measureKeystroke } from './rows/keystroke';
import { measureMemory } from './rows/memory';
import { measureNodes } from './rows/nodes';
import { measureOpen } from './rows/open';
import { measureOwn } from './rows/own';
import { measureReport } from './rows/report';
import { measureRows } from './rows/rows';
import { FULL, QUICK, type Scale } from './rows/scale';
import { measureScan } from './rows/scan';
import { measureSizes } from './rows/sizes';
import { measureStart } from './rows/start';
import { measureTimeline } from './rows/timeline';
import { measureVerify } from './rows/verify';
import type { Section } from './section';

const ROWS: Readonly<Record<string, (scale: Scale) => Section | Promise<Section>>> = {
  open: measureOpen,
  keystroke: measureKeystroke,
  scan: measureScan,
  services: measureAllRows,
  rows: measureRows,
  follow: measureFollow,
  'follow-peers': measureFollowPeers,
  timeline: measureTimeline,
  ask: measureAsk,
  own: measureOwn,
  verify: measureVerify,
  export: measureExport,
  report: measureReport,
  memory: measureMemory,
  doubling: measureDoubling,
  start: measureStart,
  sizes: measureSizes,
};

/** Measured only when they are asked for. */
const ROWS_ON_REQUEST: typeof ROWS = { nodes: measureNodes };

const HELP = `npm run bench                      everything, which takes about an hour
npm run bench -- ROW … [--quick]   some rows: ${Object.keys(ROWS).join(', ')}; quick: smaller logs, fewer runs
npm run bench -- nodes             scan and open under Node 22, 24 and 26 as well, on Linux on x64
npm run bench -- ROW … --write     … and write docs/performance.md: these tables anew, the others as they stand there

${GENERATE_HELP}`;

async function main(args: readonly string[]): Promise<void> {
  const [command] = args;
  if (command === 'help') console.log(HELP);
  else if (command === 'generate') await generate(args.slice(1));
  else await measure(args);
}

/** @throws Error in words for the user, when there is no such row or option */
async function measure(args: readonly string[]): Promise<void> {
  const rows = { ...ROWS, ...ROWS_ON_REQUEST };
  const unknown = args.find((arg) => !['--quick', '--write'].includes(arg) && !Object.hasOwn(rows, arg));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}.\n\n${HELP}`);
  const isQuick = args.includes('--quick');
  const asked = args.filter((arg) => !arg.startsWith('--'));
  for (const [name, row] of Object.entries(rows)) {
    if (asked.length === 0 ? !Object.hasOwn(ROWS, name) : !asked.includes(name)) continue;
    const before = circumstances();
    const measured = { section: await row(isQuick ? QUICK : FULL), circumstances: before };
    console.log(`\n${textOf(measured)}`);
    if (!isQuick) keep(name, measured);
  }
  if (args.includes('--write')) writeReport(asked.length === 0 ? Object.keys(ROWS) : asked);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
