// `npm run pictures`: makes the pictures in media/readme again, from this build in a real VS Code.
//
// They are made as the tests of the user interface are: by mouse and keyboard, each step waiting for what it needs.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium } from './editor-host/chromium.mjs';
import { ensureHost } from './editor-host/hosts.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

try {
  await ensureDependencies(projectRoot);
  await ensureHost(projectRoot, 'latest');
  await ensureChromium(projectRoot);
  await mkdir(path.join(projectRoot, 'media', 'readme'), { recursive: true });
  const made =
    (await runNode(path.join('scripts', 'build.mjs'), '--tests')) === 0 &&
    (await runNode('--enable-source-maps', '--test', path.join('out', 'test', 'pictures', 'readme.test.js'))) === 0;
  process.exitCode = made ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * @param {string[]} args
 * @returns {Promise<number>} exit code
 */
function runNode(...args) {
  return run(process.execPath, args, { cwd: projectRoot });
}
