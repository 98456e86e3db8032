import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import budgets from '../../../budgets.json';
import { projectRoot } from '../../support/projectRoot';
import { runCommand, runProgram } from '../child';
import { logFile, yearFile } from '../material';
import type { ReportOpened } from '../programs/reportOpened';
import { alternate, median, spread } from '../samples';
import { atMost, duration, megabytesOf, percent, ratio, type Section } from '../section';
import type { Scale } from './scale';

/** Megabytes of which there are about fifty thousand records. */
const SIZE = 55;
const QUICK_SIZE = 10;
const { writtenMs, openedMs } = budgets.time.report;

/** The report as a page, written of a log of WorkMail's events alone, and opened. */
export async function measureReport({ times, logSizes }: Scale): Promise<Section> {
  const isWhole = logSizes.length > 3;
  const busy = await logFile({ form: 'one-line', family: 'plain' }, isWhole ? SIZE : QUICK_SIZE, 1);
  const rows = [await rowOf('two busy hours', busy, times, isWhole)];
  if (isWhole) rows.push(await rowOf('an ordinary year', await yearFile(), times, isWhole));
  return {
    title: 'The report as a page',
    method:
      'One log whose records are all of WorkMail, and the report that is written of it in the terminal, as a process from its start. Beside it a process that parses the log and does nothing with it. ' +
      '*Two busy hours*: everybody does everything, exports and grants as often as lists, so that there are two thousand findings of hundreds of events each. *An ordinary year*: two programs, which compare ' +
      'users and fetch messages, and a help desk. *Opened*: from asking Chromium for the file until all of the page is there.',
    columns: [
      'log',
      'events',
      'written',
      'figure',
      'parsed alone',
      'page',
      'opened',
      'figure',
      'written beside it',
      'spread',
    ],
    rows,
  };
}

async function rowOf(name: string, log: string, times: number, isWhole: boolean): Promise<readonly string[]> {
  const events: number = JSON.parse(await readFile(log, 'utf8')).Records.length;
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-report-'));
  try {
    const page = path.join(folder, 'report.html');
    const program = path.join(projectRoot(), 'dist', 'cli.js');
    const write = ['report', log, '--output', page, '--force'];
    const parse = 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))';
    const found = await alternate({
      product: { times, run: async () => (await runCommand(process.execPath, [program, ...write])).wallMs },
      parsed: { times, run: async () => (await runCommand(process.execPath, ['-e', parse, log])).wallMs },
      opened: { times, run: async () => (await runProgram<ReportOpened>('reportOpened', { args: [page] })).result.ms },
    });
    const [ours, parsed, opened] = [median(found.product), median(found.parsed), median(found.opened)];
    const held = (value: number, limit: number): string => (isWhole ? atMost(value, limit, ' ms') : '–');
    return [
      name,
      events.toLocaleString('en-US'),
      duration(ours),
      held(ours, writtenMs),
      duration(parsed),
      megabytesOf((await stat(page)).size),
      duration(opened),
      held(opened, openedMs),
      ratio(ours / parsed),
      percent(spread(found.product)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
