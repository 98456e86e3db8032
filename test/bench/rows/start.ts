import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../support/projectRoot';
import { runCommand, runProgram } from '../child';
import { alternate, median, spread } from '../samples';
import { atMost, duration, percent, type Section } from '../section';
import type { Scale } from './scale';

const STARTS = 11;
const ACTIVATION_LIMIT_MS = 30;

/** How long somebody waits for us before anything is read. */
export async function measureStart({ times }: Scale): Promise<Section> {
  const activations: number[] = [];
  for (let time = 0; time < times; time++) activations.push(await activation());
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
      'Activation is measured inside a real VS Code, in a window without a log: from waking the sleeping extension to the end of its `activate`, its code being ' +
      'loaded included. The server is started as a process, and has started when it has answered `initialize`; Node alone is beside it.',
    columns: ['what', 'median', 'runs', 'spread', 'figure'],
    rows: [
      row('activation, without a log', activations, atMost(median(activations), ACTIVATION_LIMIT_MS, ' ms')),
      row('server, until `initialize` is answered', server, '–'),
      row('`node --eval 0`, for comparison', node, '–'),
    ],
  };
}

async function activation(): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-bench-'));
  const result = path.join(folder, 'result.json');
  const root = projectRoot();
  const extension = path.join(folder, 'extension');
  const workspace = path.join(folder, 'workspace');
  try {
    await mkdir(workspace);
    await copyAsleep(root, extension);
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
      { WORKMAIL_TRAIL_BENCH_RESULT: result },
    );
    const { ms }: { ms: number } = JSON.parse(await readFile(result, 'utf8'));
    return ms;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The extension as packaged, but woken by nobody: an output channel of VS Code, which is a log for it, would wake it too early. */
async function copyAsleep(root: string, folder: string): Promise<void> {
  for (const part of ['dist', 'media']) await cp(path.join(root, part), path.join(folder, part), { recursive: true });
  const manifest: object = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
}
