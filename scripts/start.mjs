// `npm start`: builds the extension and opens a log in VS Code with it, on a fresh clone too.
//
//   npm start                      the logs in samples/
//   npm start -- PATH              a folder, or a file (its folder with the file open)
//   npm start -- --browser PATH    in the browser even where desktop VS Code is installed
//
// Only Node's own modules may be loaded before ensureDependencies has run.
import { statSync } from 'node:fs';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { findDesktopEditor } from './editor-host/desktop.mjs';
import { ensureHost } from './editor-host/hosts.mjs';
import { editorAddress, startEditorServer } from './editor-host/server.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

try {
  const target = readTarget(process.argv.slice(2));
  await ensureDependencies(projectRoot);
  await buildExtension();
  const desktop = target.inBrowser ? undefined : findDesktopEditor(projectRoot);
  process.exitCode = desktop === undefined ? await openInBrowser(target) : await openOnDesktop(desktop, target);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @typedef {{ folder: string, file: string | undefined, inBrowser: boolean }} Target
 * @param {readonly string[]} args
 * @returns {Target}
 */
function readTarget(args) {
  const paths = args.filter((argument) => argument !== '--browser');
  const unknown = paths.find((argument) => argument.startsWith('-'));
  if (unknown !== undefined || paths.length > 1) {
    throw new Error(`${unknown ?? paths.join(' ')}: expected at most one path, and --browser.`);
  }
  const [given = path.join(projectRoot, 'samples')] = paths;
  // npm changes into the project folder; the path was meant from where the user stood.
  const absolute = path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new Error(`${absolute} does not exist.`);
  }
  const inBrowser = args.includes('--browser');
  return stats.isDirectory()
    ? { folder: absolute, file: undefined, inBrowser }
    : { folder: path.dirname(absolute), file: absolute, inBrowser };
}

async function buildExtension() {
  const code = await run(process.execPath, [path.join(projectRoot, 'scripts', 'build.mjs')], { cwd: projectRoot });
  if (code !== 0) {
    throw new Error('The extension could not be built: see the message above.');
  }
}

/**
 * @param {string} command
 * @param {Target} target
 * @returns {Promise<number>} exit code
 */
async function openOnDesktop(command, { folder, file }) {
  const args = [`--extensionDevelopmentPath=${projectRoot}`, '--new-window', folder, ...(file ? [file] : [])];
  console.log(`Opening ${file ?? folder} in VS Code (${command}).`);
  return process.platform === 'win32'
    ? run(
        `"${command}"`,
        args.map((argument) => `"${argument}"`),
        { shell: true },
      )
    : run(command, args);
}

/**
 * Serves until the user ends it.
 *
 * @param {Target} target
 * @returns {Promise<number>} exit code: 0 when the user ended it
 */
async function openInBrowser({ folder, file }) {
  const host = await ensureHost(projectRoot, 'latest');
  // The folder holds the user's own logs and the only extension that runs is this one.
  const server = await startEditorServer(host);
  const address = editorAddress(server, { folder, extensionFolder: projectRoot, ...(file ? { file } : {}) });
  console.log(`VS Code ${host.vscode} with WorkMail Trail is ready; Ctrl+C ends it. Open:\n${address}`);
  const reason = await Promise.race([askedToEnd(), server.ended]);
  await server.stop();
  if (reason !== 'asked') {
    console.error('The VS Code server ended by itself.');
    return 1;
  }
  console.log('Stopped.');
  return 0;
}

/** @returns {Promise<'asked'>} when the user, the terminal or npm ends us */
function askedToEnd() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => resolve('asked'));
    }
    if (process.env.npm_lifecycle_event !== undefined) {
      // npm starts us through a shell that keeps signals for itself: when it is killed we only see that it is gone.
      const shell = process.ppid;
      setInterval(() => process.ppid !== shell && resolve('asked'), 500).unref();
    }
  });
}
