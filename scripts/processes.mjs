// Starting and ending other programs, with nothing but Node's own modules: the first steps run before any package is there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program to its end with this terminal as its input and output.
 *
 * @param {string} command program, found on PATH when it is a bare name
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, timeoutMs?: number }} [options] after `timeoutMs`
 *   the program and everything it started are ended
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started
 */
export async function run(command, args, options = {}) {
  const { timeoutMs, ...spawnOptions } = options;
  // A group of its own only where a time limit may have to end it: otherwise Ctrl+C in the terminal should reach it directly.
  const detached = timeoutMs !== undefined && process.platform !== 'win32';
  const child = spawn(command, [...args], { stdio: 'inherit', detached, ...spawnOptions });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  if (timeoutMs !== undefined) {
    timer = setTimeout(() => {
      console.error(`Stopped after ${Math.round(timeoutMs / 1000)} s: ${command} ${args.join(' ')}`);
      stopTree(child);
    }, timeoutMs);
  }
  const forget = detached ? endWithThisProcess(child) : () => undefined;
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => {
        console.error(`Could not start ${command}: ${error.message}`);
        resolve(1);
      });
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/**
 * Runs npm, the one that started this script where that is known.
 *
 * @param {readonly string[]} args
 * @param {string} cwd folder whose package.json counts
 * @returns {Promise<number>} exit code
 */
export function runNpm(args, cwd) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /\.c?js$/.test(npm)) {
    return run(process.execPath, [npm, ...args], { cwd });
  }
  // On Windows npm is a .cmd file, which only a shell can start.
  return run('npm', args, { cwd, shell: process.platform === 'win32' });
}

/**
 * Ends a process and all it started. The child must have been spawned with `detached` (a group of its own) except on Windows.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endTree(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/**
 * Ends a process group politely, by force if it is still there after `graceMs`, and waits until it is gone.
 *
 * @param {import('node:child_process').ChildProcess} child spawned with `detached`
 * @param {number} [graceMs]
 */
export async function stopTree(child, graceMs = 3000) {
  if (child.pid === undefined) {
    return;
  }
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    endTree(child, 'SIGTERM');
    const timer = setTimeout(() => endTree(child, 'SIGKILL'), graceMs);
    await gone;
    clearTimeout(timer);
  }
  // The leader may have gone first: nobody of its group is left behind.
  if (process.platform !== 'win32') {
    endTree(child, 'SIGKILL');
  }
}

/**
 * No orphan: when this process ends, or is asked to by a signal, the child's group is told to end too. It is told politely,
 * because the child may have started groups of its own that only it knows of.
 *
 * @param {import('node:child_process').ChildProcess} child spawned with `detached`
 * @returns {() => void} call when the child is gone
 */
export function endWithThisProcess(child) {
  const endChild = () => endTree(child, 'SIGTERM');
  process.once('exit', endChild);
  const listeners = exitCodes.map(([signal, code]) => {
    const listener = () => {
      // Whoever else listens has a better idea of how to end.
      if (process.listenerCount(signal) === 0) {
        process.exit(code);
      }
    };
    process.once(signal, listener);
    return () => process.removeListener(signal, listener);
  });
  return () => {
    process.removeListener('exit', endChild);
    for (const remove of listeners) {
      remove();
    }
  };
}

/** @type {readonly (readonly [NodeJS.Signals, number])[]} */
const exitCodes = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
];
