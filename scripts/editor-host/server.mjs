// Starts a VS Code server on this machine and says at which address the editor opens.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { endWithThisProcess, stopTree } from '../processes.mjs';

const STARTING_TAKES_AT_MOST_MS = 60_000;

/** User settings that keep the workbench quiet; those of a caller come on top. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.useModal': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {{ port: number, token: string, stop: () => Promise<void>, ended: Promise<void> }} EditorServer
 *   `ended` settles when the server is gone, asked to or not
 */

/**
 * @param {import('./hosts.mjs').EditorHost} host
 * @param {{ settings?: Readonly<Record<string, unknown>>, workspaceTrust?: boolean, extensionsFolder?: string,
 *   port?: number, env?: NodeJS.ProcessEnv }} [options] `workspaceTrust`: ask the user whether the folder is trusted (Restricted Mode
 *   until then); by default every folder is. `extensionsFolder`: installed extensions; by default there are none. `port`:
 *   by default one that is free
 * @returns {Promise<EditorServer>} once the server accepts connections
 * @throws {Error} in words for the user, with the last output of the server, when it does not start
 */
export async function startEditorServer(host, options = {}) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'workmail-trail-editor-'));
  const userFolder = path.join(dataFolder, 'data', 'User');
  await mkdir(userFolder, { recursive: true });
  const settings = {
    ...quietSettings,
    'security.workspace.trust.enabled': options.workspaceTrust === true,
    ...options.settings,
  };
  await writeFile(path.join(userFolder, 'settings.json'), JSON.stringify(settings, undefined, 2));
  // Another page in the user's browser may try this port; without the token it gets nothing.
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    host.node,
    [
      path.join(host.folder, 'out', 'server-main.js'),
      '--host=127.0.0.1',
      `--port=${options.port ?? 0}`,
      `--connection-token=${token}`,
      '--accept-server-license-terms',
      `--server-data-dir=${dataFolder}`,
      '--telemetry-level=off',
      // Without it a built VS Code does not obey the `payload` of the address.
      '--enable-smoke-test-driver',
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.extensionsFolder === undefined ? [] : [`--extensions-dir=${options.extensionsFolder}`]),
    ],
    {
      cwd: host.folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  const forget = endWithThisProcess(child);
  const ended = new Promise((resolve) => child.once('close', () => resolve(undefined)));
  const stop = async () => {
    await stopTree(child);
    forget();
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { port: await boundPort(child, host), token, stop, ended };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The server picks a free port by itself unless it was given one, and says which.
 *
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {import('./hosts.mjs').EditorHost} host
 * @returns {Promise<number>}
 */
function boundPort(child, host) {
  return new Promise((resolve, reject) => {
    /** @type {string[]} */
    const lastLines = [];
    /** @param {string} reason */
    const fail = (reason) => {
      clearTimeout(timer);
      reject(new Error(`VS Code ${host.vscode} did not start: ${reason}\n${lastLines.join('\n')}`));
    };
    const timer = setTimeout(
      () => fail(`no answer within ${STARTING_TAKES_AT_MOST_MS / 1000} s.`),
      STARTING_TAKES_AT_MOST_MS,
    );
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${signal ?? `exit code ${code}`}.`));
    for (const stream of [child.stdout, child.stderr]) {
      // Read to the end, or the server would one day wait for somebody to empty the pipe.
      createInterface({ input: stream }).on('line', (line) => {
        lastLines.push(line);
        lastLines.splice(0, lastLines.length - 20);
        const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port !== undefined) {
          clearTimeout(timer);
          resolve(Number(port));
        }
      });
    }
  });
}

/**
 * The address of the editor, showing a folder or none and running the extension from a checkout.
 *
 * @param {EditorServer} server
 * @param {{ folder?: string, extensionFolder?: string, file?: string, testsModule?: string }} what absolute paths;
 *   `folder` absent: a window without one; `extensionFolder` absent: only installed extensions; `file` is opened; `testsModule` is run as tests are
 * @returns {string}
 */
export function editorAddress(server, { folder, extensionFolder, file, testsModule }) {
  /** @param {string} absolutePath */
  const onServer = (absolutePath) =>
    `vscode-remote://127.0.0.1:${server.port}${uriPath(absolutePath).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [];
  if (extensionFolder !== undefined) {
    payload.push(['extensionDevelopmentPath', onServer(extensionFolder)]);
  }
  if (testsModule !== undefined) {
    payload.push(['extensionTestsPath', onServer(testsModule)]);
  }
  if (file !== undefined) {
    payload.push(['openFile', onServer(file)]);
  }
  const address = new URL(`http://127.0.0.1:${server.port}/`);
  address.searchParams.set('tkn', server.token);
  if (folder === undefined) {
    address.searchParams.set('ew', 'true');
  } else {
    address.searchParams.set('folder', uriPath(folder));
  }
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}

/** @param {string} absolutePath @returns {string} `/c:/logs` for `c:\logs`, others as they are */
function uriPath(absolutePath) {
  const slashed = absolutePath.split(path.sep).join('/');
  return slashed.startsWith('/') ? slashed : `/${slashed}`;
}
