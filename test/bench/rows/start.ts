import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import budgets from '../../../budgets.json';
import { projectRoot } from '../../support/projectRoot';
import { runCommand, runProgram } from '../child';
import { alternate, median, spread } from '../samples';
import { atMost, duration, percent, type Section } from '../section';
import type { Scale } from './scale';

const STARTS = 11;
const { activationMs } = budgets.time.start;

/** How long somebody waits for us before anything is read. */
export async function measureStart({ times }: Scale): Promise<Section> {
  const ours: Activation[] = [];
  const empty: Activation[] = [];
  for (let time = 0; time < times; time++) {
    ours.push(await activation("require('./dist/extension.js')"));
    empty.push(await activation('{ activate() {} }'));
  }
  const own = ours.map(({ ownMs }) => ownMs);
  const { server, node } = await alternate({
    server: { times: STARTS, run: async () => (await runProgram<{ ms: number }>('start', { args: [] })).result.ms },
    node: { times: STARTS, run: async () => (await runCommand(process.execPath, ['--eval', '0'])).wallMs },
  });
  const row = (what: string, values: readonly number[], figure: string): string[] => [
    what,
    duration(median(values)),
    `${values.length}`,
    percent(spread(values)),
    figure,
  ];
  return {
    title: 'Start',
    method:
      'Activation is measured inside a real VS Code, in a window without a log that has only just opened. *Own*: loading the code and running `activate`, as VS Code ' +
      'itself counts it in “Show Running Extensions”. *Awake*: from waking the sleeping extension until VS Code says that it is active, with what VS Code does by itself; ' +
      'beside it an extension that does nothing. The server is started as a process, and has started when it has answered `initialize`; Node alone is beside it.',
    columns: ['what', 'median', 'runs', 'spread', 'figure'],
    rows: [
      row('activation, own', own, atMost(median(own), activationMs, ' ms')),
      row('activation, awake', awake(ours), '–'),
      row('an extension that does nothing, awake', awake(empty), '–'),
      row('server, until `initialize` is answered', server, '–'),
      row('`node --eval 0`, for comparison', node, '–'),
    ],
  };
}

interface Activation {
  readonly ownMs: number;
  readonly awakeMs: number;
}

const awake = (activations: readonly Activation[]): number[] => activations.map(({ awakeMs }) => awakeMs);

/** @param code an expression for the module of the extension */
async function activation(code: string): Promise<Activation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-bench-'));
  const result = path.join(folder, 'result.json');
  const own = path.join(folder, 'own.json');
  const root = projectRoot();
  const extension = path.join(folder, 'extension');
  const workspace = path.join(folder, 'workspace');
  try {
    await mkdir(workspace);
    await copyAsleep(root, extension, code);
    await runCommand(
      process.execPath,
      [
        path.join(root, 'scripts', 'editor-host', 'launcher.mjs'),
        '--editor-host=latest',
        `--editor-log=${path.join(folder, 'editor.log')}`,
        `--extensionDevelopmentPath=${extension}`,
        `--extensionTestsPath=${path.join(__dirname, 'programs', 'activation.js')}`,
        workspace,
      ],
      { WORKMAIL_TRAIL_BENCH_RESULT: result, WORKMAIL_TRAIL_BENCH_OWN: own },
    );
    return { ownMs: await msIn(own), awakeMs: await msIn(result) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function msIn(file: string): Promise<number> {
  const { ms }: { ms: number } = JSON.parse(await readFile(file, 'utf8'));
  return ms;
}

/**
 * The extension as packaged, but woken by nobody: an output channel of VS Code, which is a log for it, would wake it too early.
 * What VS Code loads in its place notes how long the loading and the call of `activate` take.
 */
async function copyAsleep(root: string, folder: string, code: string): Promise<void> {
  for (const part of ['dist', 'media']) await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  const manifest: object = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, activationEvents: [], main: './timed.js' }),
  );
  await writeFile(path.join(folder, 'timed.js'), timed(code));
}

function timed(code: string): string {
  return `const begin = performance.now();
const extension = ${code};
const loadMs = performance.now() - begin;
exports.activate = (context) => {
  const called = performance.now();
  extension.activate(context);
  const ms = loadMs + performance.now() - called;
  require('node:fs').writeFileSync(process.env.WORKMAIL_TRAIL_BENCH_OWN, JSON.stringify({ ms }));
};
`;
}
