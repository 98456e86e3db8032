// Brings node_modules up to the lock file, so that `npm start` and `npm test` are all that a fresh clone needs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runNpm } from './processes.mjs';

const MINIMUM_NODE_MAJOR = 20;

/**
 * Runs `npm ci` when node_modules is missing or holds other versions than package-lock.json; does nothing otherwise.
 *
 * @param {string} root the checkout
 * @throws {Error} in words for the user when Node is too old or the installation fails
 */
export async function ensureDependencies(root) {
  const [major] = process.versions.node.split('.');
  if (Number(major) < MINIMUM_NODE_MAJOR) {
    throw new Error(`Node ${MINIMUM_NODE_MAJOR} or newer is needed; this is Node ${process.versions.node}.`);
  }
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  if (wanted === undefined) {
    throw new Error(`${path.join(root, 'package-lock.json')} is missing: is this a complete checkout?`);
  }
  // npm writes this file last: an installation that broke off has none.
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (installed !== undefined && isUpToDate(installed, wanted)) {
    return;
  }
  console.log('Installing the development packages (npm ci) …');
  // No install scripts: none of the packages needs one. `--include=dev` because NODE_ENV=production would leave out the tools.
  const code = await runNpm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], root);
  if (code !== 0) {
    throw new Error(`npm ci failed (exit code ${code}): see its message above. Is the package registry reachable?`);
  }
}

/** @typedef {Record<string, { version: string, optional?: boolean }>} Packages by place, such as `node_modules/mocha` */

/** @param {string} lockFile @returns {Packages | undefined} undefined when there is no such file */
function readPackages(lockFile) {
  try {
    const { '': _project, ...packages } = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
    return packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {Packages} installed
 * @param {Packages} wanted
 */
function isUpToDate(installed, wanted) {
  return (
    Object.keys(installed).every((place) => Object.hasOwn(wanted, place)) &&
    // An optional package that is not there is one for another operating system.
    Object.entries(wanted).every(([place, { version, optional }]) =>
      Object.hasOwn(installed, place) ? installed[place]?.version === version : optional === true,
    )
  );
}
