import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from '../processes.mjs';

/**
 * Installs the packages pinned in a folder of `scripts` into `.vscode-test`, once. The work is done in a folder of
 * another name that becomes the real one as the last step, so a folder that is there is whole; an interrupted
 * installation is thrown away by the next one.
 *
 * @param {string} root the checkout
 * @param {string} place the folder in `scripts` with package.json and package-lock.json; its own name is unlike any other's
 * @param {readonly { in: string, args: readonly string[] }[]} steps an `npm ci` for each
 * @param {(folder: string) => Promise<void>} [finish] what else belongs to a whole installation
 * @returns {Promise<string>} absolute path of the installation
 * @throws {Error} in words for the user
 */
export async function installOnce(root, place, steps, finish) {
  const pinned = path.join(root, 'scripts', place);
  const name = path.basename(pinned);
  const lock = await readFile(path.join(pinned, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const cache = path.join(root, '.vscode-test');
  const folder = path.join(cache, `${name}-${digest}`);
  if (existsSync(folder)) {
    return folder;
  }
  await mkdir(cache, { recursive: true });
  await removeUnfinished(cache, name);
  const unfinished = path.join(cache, `${name}.unfinished-${process.pid}`);
  await mkdir(unfinished);
  for (const file of ['package.json', 'package-lock.json']) {
    await copyFile(path.join(pinned, file), path.join(unfinished, file));
  }
  console.log(`Installing ${name} into ${path.relative(process.cwd(), folder)}, once …`);
  for (const step of steps) {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...step.args];
    const code = await runNpm(args, path.join(unfinished, step.in));
    if (code !== 0) {
      throw new Error(`npm ci failed (exit code ${code}) for ${path.join(pinned, step.in)}: see its message above.`);
    }
  }
  await finish?.(unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
    // Another run finished the same installation first.
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} cache
 * @param {string} name
 */
async function removeUnfinished(cache, name) {
  const prefix = `${name}.unfinished-`;
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith(prefix) && !isRunning(Number(entry.slice(prefix.length)))) {
      await rm(path.join(cache, entry), { recursive: true, force: true });
    }
  }
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
