// The VS Codes that tests and `npm start` run in, from npm alone: the package `code-server` contains Microsoft's VS Code
// server and workbench. Each is pinned by the lock file in the folder named after its version; after changing a version there:
//   npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installOnce } from './install.mjs';

/**
 * @typedef {'minimum' | 'latest'} HostName
 * @typedef {{ name: HostName, vscode: string, folder: string, node: string }} EditorHost
 *   `folder` holds the VS Code server (`out/server-main.js`), `node` is the program that runs it
 */

/** @type {Readonly<Record<HostName, { package: string, vscode: string, nodeMajor: number }>>} */
const versions = {
  minimum: { package: '4.100.3', vscode: '1.100.3', nodeMajor: 20 },
  latest: { package: '4.139.1', vscode: '1.139.1', nodeMajor: 24 },
};

/** @type {readonly HostName[]} */
export const hostNames = ['minimum', 'latest'];

/**
 * Installs a host into `.vscode-test` unless it is there.
 *
 * @param {string} root the checkout
 * @param {HostName} name
 * @returns {Promise<EditorHost>}
 * @throws {Error} in words for the user when the installation fails or no fitting Node can be had
 */
export async function ensureHost(root, name) {
  const version = versions[name];
  const server = path.join('node_modules', 'code-server', 'lib', 'vscode');
  const folder = await installOnce(root, `editor-host/${version.package}`, [
    { in: '.', args: [] },
    // The packages of the VS Code server itself, pinned by its own shrinkwrap. No install scripts: they compile what
    // neither we nor our tests use (terminal, keyring); 1.100 therefore has no text search over files either.
    { in: server, args: ['--omit=dev', '--legacy-peer-deps'] },
  ]);
  return { name, vscode: version.vscode, folder: path.join(folder, server), node: nodeFor(folder, version) };
}

/**
 * @param {string} folder the installation
 * @param {{ vscode: string, nodeMajor: number }} version
 */
function nodeFor(folder, { vscode, nodeMajor }) {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = path.join(
    folder,
    'node_modules',
    `node-${process.platform}-${process.arch}`.replace('win32', 'win'),
  );
  const program = path.join(packaged, 'bin', binary);
  if (existsSync(program)) {
    return program;
  }
  if (Number(process.versions.node.split('.')[0]) >= nodeMajor) {
    return process.execPath;
  }
  throw new Error(
    `VS Code ${vscode} needs Node ${nodeMajor}, and npm has none for ${process.platform} on ${process.arch}: ` +
      `run this with Node ${nodeMajor} instead of ${process.versions.node}.`,
  );
}
