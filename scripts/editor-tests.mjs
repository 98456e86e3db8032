// Runs the test suite that lives inside VS Code, once, and says how many tests passed and failed.
//
//   node scripts/editor-tests.mjs minimum|latest    in an npm-provided VS Code
//   node scripts/editor-tests.mjs desktop           in the desktop VS Code that @vscode/test-electron downloads
//
// The tests must have been built before (scripts/build.mjs --tests). With --counts=FILE the numbers are written there as JSON.
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { hostNames } from './editor-host/hosts.mjs';
import { projectRoot } from './project.mjs';

/** @typedef {{ passed: number, failed: number, failures: readonly { title: string, error: string }[] }} SuiteResults */

const [where = ''] = process.argv.slice(2);
const countsFile = process.argv.find((argument) => argument.startsWith('--counts='))?.slice('--counts='.length);
if (where !== 'desktop' && !hostNames.some((name) => name === where)) {
  console.error(`Say where to run the tests: ${hostNames.join(', ')} or desktop.`);
  process.exit(2);
}

const temporary = await mkdtemp(path.join(await realpath(tmpdir()), 'workmail-trail-tests-'));
const resultsFile = path.join(temporary, 'results.json');
const log = path.join(projectRoot, 'artifacts', `editor-${where}.log`);
await mkdir(path.dirname(log), { recursive: true });
/** @type {string | undefined} */
let complaint;
try {
  await runSuite();
} catch (error) {
  // A failed test ends up here too: then the results say more.
  complaint = error instanceof Error ? error.message : String(error);
}
const results = await readResults();
await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
for (const { title, error } of results.failures) {
  console.error(`not ok: ${title}\n${error.replace(/^/gm, '    ')}`);
}
if (countsFile !== undefined) {
  await writeFile(countsFile, JSON.stringify({ passed: results.passed, failed: results.failed }));
}
console.log(`editor (${where}): ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 && complaint === undefined ? 0 : 1);

async function runSuite() {
  // Tests open files of their own by path; the folder they find open is empty.
  const workspace = await mkdtemp(path.join(temporary, 'workspace-'));
  const launcher = path.join(projectRoot, 'scripts', 'editor-host', 'launcher.mjs');
  await runTests({
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: path.join(projectRoot, 'out', 'test', 'editor', 'index.js'),
    extensionTestsEnv: { WORKMAIL_TRAIL_TEST_RESULTS: resultsFile },
    ...(where === 'desktop'
      ? { launchArgs: [workspace, '--disable-extensions'] }
      : {
          vscodeExecutablePath: process.execPath,
          launchArgs: [launcher, `--editor-host=${where}`, `--editor-log=${log}`, workspace],
        }),
  });
}

/** @returns {Promise<SuiteResults>} what the suite wrote; one failure in its name when it did not come to its end */
async function readResults() {
  try {
    return JSON.parse(await readFile(resultsFile, 'utf8'));
  } catch {
    const error = `${complaint ?? 'VS Code ended without results.'}\nSee ${path.relative(process.cwd(), log)}.`;
    return { passed: 0, failed: 1, failures: [{ title: `the suite did not come to its end (${where})`, error }] };
  }
}
