// `npm test`: checks the sources, builds everything and runs every layer of tests, on a fresh clone too.
//
//   npm test                      everything
//   npm test -- unit protocol     only these layers, without the checks
//   npm run test:desktop          the editor layer in a desktop VS Code that is downloaded for it; never part of the others
//
// The last line is `N passed, N failed`. A check that fails counts as one failure, and so does a layer without tests.
// Only Node's own modules may be loaded before ensureDependencies has run.
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { ensureChromium } from './editor-host/chromium.mjs';
import { ensureHost, hostNames } from './editor-host/hosts.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';
import { ensureQueryEngines } from './queryEngines.mjs';
import { failuresIn, readTapCounts } from './tap.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

const layerNames = ['unit', 'data', 'protocol', 'bundle', 'editor', 'ui'];
const layersOnRequest = ['desktop'];
const LAYER_TAKES_AT_MOST_MS = 30 * 60_000;

const asked = process.argv.slice(2);
const known = [...layerNames, ...layersOnRequest];
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`There is no layer ${unknown}. Layers: ${known.join(', ')}.`);
  process.exit(2);
}
const layers = asked.length === 0 ? layerNames : known.filter((name) => asked.includes(name));

const temporary = await mkdtemp(path.join(tmpdir(), 'workmail-trail-test-'));
/** @type {(Counts & { what: string })[]} */
const outcomes = [];
/** @type {string[]} */
const failures = [];
try {
  await ensureDependencies(projectRoot);
  if (asked.length === 0) {
    await check('biome', [
      path.join('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
      'check',
      '--error-on-warnings',
    ]);
    await check('types', [path.join('scripts', 'typecheck.mjs')]);
  }
  if (await check('build', [path.join('scripts', 'build.mjs'), '--tests'])) {
    await mkdir(path.join(projectRoot, 'artifacts'), { recursive: true });
    for (const layer of layers) {
      await runLayer(layer);
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  outcomes.push({ what: 'setup', passed: 0, failed: 1 });
} finally {
  await rm(temporary, { recursive: true, force: true });
}

console.log('');
for (const { what, passed, failed } of outcomes) {
  console.log(`${what}: ${passed} passed, ${failed} failed`);
}
for (const failure of failures) console.log(`\nfailed in ${failure}`);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

/**
 * @param {string} what
 * @param {readonly string[]} args a script and its arguments
 * @returns {Promise<boolean>} whether it went well; a failure is noted
 */
async function check(what, args) {
  heading(what);
  const code = await run(process.execPath, args, { cwd: projectRoot });
  if (code !== 0) {
    outcomes.push({ what, passed: 0, failed: 1 });
  }
  return code === 0;
}

/** @param {string} layer */
async function runLayer(layer) {
  if (layer === 'desktop') {
    await runEditorSuite('desktop');
    return;
  }
  if (layer === 'editor') {
    for (const host of hostNames) {
      await ensureHost(projectRoot, host);
      await ensureChromium(projectRoot);
      await runEditorSuite(host);
    }
    return;
  }
  if (layer === 'unit') {
    await ensureQueryEngines(projectRoot);
  }
  if (layer === 'ui') {
    // Before the clock of the tests runs.
    await ensureHost(projectRoot, 'latest');
    await ensureChromium(projectRoot);
    const { lendBrowsers } = await import('./editor-host/lender.mjs');
    const lender = await lendBrowsers(projectRoot);
    try {
      await runNodeTests(layer, { WORKMAIL_TRAIL_BROWSERS: lender.address });
    } finally {
      await lender.stop();
    }
    return;
  }
  await runNodeTests(layer);
}

/**
 * @param {string} layer
 * @param {Readonly<Record<string, string>>} [env] what the tests are told
 */
async function runNodeTests(layer, env = {}) {
  heading(layer);
  const folder = path.join('out', 'test', layer);
  const files = testFiles(folder);
  if (files.length === 0) {
    console.error(`There are no tests in test/${layer}.`);
    outcomes.push({ what: layer, passed: 0, failed: 1 });
    return;
  }
  const tap = path.join(temporary, `${layer}.tap`);
  const code = await run(
    process.execPath,
    [
      '--enable-source-maps',
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${tap}`,
      // Left alone, Node leaves one processor idle. A window waits about as often as it works, so two of them share two processors.
      `--test-concurrency=${layer === 'ui' ? Math.min(2, availableParallelism()) : availableParallelism()}`,
      ...files,
    ],
    { cwd: projectRoot, env: { ...process.env, ...env }, timeoutMs: LAYER_TAKES_AT_MOST_MS },
  );
  const told = await readFile(tap, 'utf8').catch(() => '');
  failures.push(...failuresIn(told).map((failure) => `${layer}: ${failure}`));
  outcomes.push({ what: layer, ...honest(readTapCounts(told), code) });
}

/** @param {string} where a host, or `desktop` */
async function runEditorSuite(where) {
  heading(`editor (${where})`);
  const countsFile = path.join(temporary, `editor-${where}.json`);
  const script = path.join('scripts', 'editor-tests.mjs');
  const code = await run(process.execPath, [script, where, `--counts=${countsFile}`], {
    cwd: projectRoot,
    timeoutMs: LAYER_TAKES_AT_MOST_MS,
  });
  const counts = JSON.parse(await readFile(countsFile, 'utf8').catch(() => '{ "passed": 0, "failed": 0 }'));
  outcomes.push({ what: `editor (${where})`, ...honest(counts, code) });
}

/**
 * A run that failed without a failed test (it crashed, took too long, ran nothing) is one failure.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
function honest({ passed, failed }, exitCode) {
  return failed === 0 && (exitCode !== 0 || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

/** @param {string} folder @returns {string[]} built test files, relative to the project */
function testFiles(folder) {
  try {
    return readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.js'))
      .sort()
      .map((file) => path.join(folder, file));
  } catch {
    return [];
  }
}

/** @param {string} text */
function heading(text) {
  console.log(`\n== ${text}`);
}
