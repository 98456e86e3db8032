// Brings node_modules up to the lock file, so that `npm start` and `npm test` are all that a fresh clone needs.
import { statSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './processes.mjs';

const MINIMUM_NODE_MAJOR = 20;

/**
 * Runs `npm ci` when node_modules is missing or older than package-lock.json; does nothing otherwise.
 *
 * @param {string} root the checkout
 * @throws {Error} in words for the user when Node is too old or the installation fails
 */
export async function ensureDependencies(root) {
  const [major] = process.versions.node.split('.');
  if (Number(major) < MINIMUM_NODE_MAJOR) {
    throw new Error(`Node ${MINIMUM_NODE_MAJOR} or newer is needed; this is Node ${process.versions.node}.`);
  }
  // npm writes this file last, so its time is the time of the last installation that came to its end.
  const installed = modifiedAt(path.join(root, 'node_modules', '.package-lock.json'));
  const wanted = modifiedAt(path.join(root, 'package-lock.json'));
  if (wanted === undefined) {
    throw new Error(`${path.join(root, 'package-lock.json')} is missing: is this a complete checkout?`);
  }
  if (installed !== undefined && installed >= wanted) {
    return;
  }
  console.log('Installing the development packages (npm ci) …');
  // No install scripts: none of the packages needs one. `--include=dev` because NODE_ENV=production would leave out the tools.
  const code = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], root);
  if (code !== 0) {
    throw new Error(`npm ci failed (exit code ${code}): see its message above. Is the package registry reachable?`);
  }
}

/** @param {string} file @returns {number | undefined} milliseconds; undefined when there is no such file */
function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
