import { spawn } from 'node:child_process';
import path from 'node:path';

/** What came of one program: what it measured itself, and how long it ran, Node's own start included. */
export interface Outcome<Result> {
  readonly result: Result;
  readonly wallMs: number;
}

/** Programs stand beside this bundle; each gets a process of its own for each run, so that nothing is warm. */
const PROGRAMS = path.join(__dirname, 'programs');

export interface RunOptions {
  readonly args: readonly string[];
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
  /** Path of the Node that runs it; absent: the one that runs this. */
  readonly node?: string;
}

/**
 * Runs a measuring program to its end; the last line that it prints is its result, as JSON.
 *
 * @throws Error with the name of the program when it fails
 */
export async function runProgram<Result>(
  name: string,
  { args, nodeFlags = [], node = process.execPath }: RunOptions,
): Promise<Outcome<Result>> {
  const program = path.join(PROGRAMS, `${name}.js`);
  const command = ['--expose-gc', ...nodeFlags, program, ...args];
  const { output, wallMs } = await runCommand(node, command);
  return { result: JSON.parse(output.trimEnd().split('\n').at(-1) ?? ''), wallMs };
}

/**
 * Runs any command to its end.
 *
 * @throws Error with the command's name when it can't be started or fails
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly output: string; readonly wallMs: number }> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const wallMs = performance.now() - begin;
      if (code === 0) resolve({ output, wallMs });
      else
        reject(new Error(`${path.basename(command)} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}.`));
    });
  });
}
