// Bundles the product and its tests. The only place that knows which bundles there are.
//
//   node scripts/build.mjs                 product, readable, with source maps
//   node scripts/build.mjs --production    product, minified, without source maps: what is packaged
//   node scripts/build.mjs --tests         product as packaged, and the tests
//   node scripts/build.mjs --tests=A,B     only the tests whose path holds A or B; product and other tests stay as they are
//   node scripts/build.mjs --bench         product as packaged, and the measurements
//   node scripts/build.mjs --watch         product, again after every change of a source file
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';
import { apart, loadedApart } from './apart.mjs';
import { withoutSockets } from './noSockets.mjs';
import { writeNotices } from './notices.mjs';
import { run } from './processes.mjs';
import { projectRoot } from './project.mjs';

// The oldest VS Code we support runs extensions on Node 20.
/** @type {import('esbuild').BuildOptions} */
const forNode = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // A bundle is a CommonJS module, and finds the one beside it with `require`.
  supported: { 'dynamic-import': false },
};
/** @type {import('esbuild').BuildOptions} */
const withPartsApart = { ...forNode, plugins: [loadedApart] };
/** @type {import('esbuild').BuildOptions} */
const forBrowser = { platform: 'browser', target: 'es2022', format: 'cjs', mainFields: ['browser', 'module', 'main'] };

/** @type {readonly { entry: string, out: string, options: import('esbuild').BuildOptions, optional?: boolean, executable?: boolean }[]} */
const productBundles = [
  {
    entry: 'client/src/extension.ts',
    out: 'dist/extension.js',
    options: { ...forNode, external: ['vscode', './languageClient'] },
  },
  // Loaded with the first log: most windows never need it, and it is the larger part.
  {
    entry: 'client/src/languageClient.ts',
    out: 'dist/languageClient.js',
    options: { ...forNode, external: ['vscode'] },
  },
  ...apart.map(({ entry, name, hasParts }) => ({
    entry,
    out: `dist/${name}.js`,
    options: hasParts === true ? withPartsApart : forNode,
  })),
  // A page of its own in a tab, with its style beside it: `dist/timeline/timeline.css`.
  {
    entry: 'client/webview/timeline/main.ts',
    out: 'dist/timeline/timeline.js',
    options: { ...forBrowser, format: 'iife' },
  },
  { entry: 'server/src/node/main.ts', out: 'dist/server.js', options: withPartsApart },
  { entry: 'server/src/node/scanWorker.ts', out: 'dist/scanWorker.js', options: withPartsApart },
  { entry: 'server/src/node/hashWorker.ts', out: 'dist/hashWorker.js', options: withPartsApart },
  {
    entry: 'server/src/node/cli.ts',
    out: 'dist/cli.js',
    options: {
      ...withPartsApart,
      banner: { js: '#!/usr/bin/env node' },
      // A package asks where it lies, in the words of ES modules.
      define: { 'import.meta.url': '__filename' },
    },
    executable: true,
  },
  {
    entry: 'client/src/extension.web.ts',
    out: 'dist/web/extension.js',
    options: { ...forBrowser, external: ['vscode'] },
    optional: true,
  },
  {
    entry: 'server/src/browser/main.ts',
    out: 'dist/web/server.js',
    options: { ...forBrowser, format: 'iife' },
    optional: true,
  },
  // A worker loads it by its address when it is asked for first, and finds what it exports under this name.
  {
    entry: 'server/src/export/binaryFormats.ts',
    out: 'dist/web/binaryFormats.js',
    options: { ...forBrowser, format: 'iife', globalName: 'workmailTrailBinaryFormats' },
    optional: true,
  },
];

/** Files of `test` that are programs of their own. */
const testPrograms = [path.join('editor', 'index.ts'), path.join('protocol', 'editors', 'recorder.ts')];

const someTests = process.argv
  .find((flag) => flag.startsWith('--tests='))
  ?.slice('--tests='.length)
  .split(',');
const flags = new Set(process.argv.slice(2).filter((flag) => !flag.startsWith('--tests=')));
const unknown = [...flags].find((flag) => !['--production', '--tests', '--bench', '--watch'].includes(flag));
if (unknown !== undefined) {
  console.error(`Unknown option ${unknown}. Known: --production, --tests, --tests=PART, --bench, --watch.`);
  process.exit(2);
}
try {
  await generate();
  if (someTests !== undefined) {
    await bundleEach('test', (file) => isTest(file) && someTests.some((part) => file.includes(part)), true);
    process.exit(0);
  }
  await rm(path.join(projectRoot, 'dist'), { recursive: true, force: true });
  for (const name of ['extractor', 'inflater']) await buildModule(name);
  const asPackaged = ['--production', '--tests', '--bench'].some((flag) => flags.has(flag));
  await buildProduct(asPackaged, flags.has('--watch'));
  if (flags.has('--tests')) {
    await bundleEach('test', isTest);
    console.log('For some of the tests alone, and much sooner: node scripts/build.mjs --tests=unit/query,unit/cli');
  }
  if (flags.has('--bench')) {
    await bundleEach('bench', (file) => file === 'main.ts' || file.startsWith(`programs${path.sep}`));
  }
} catch (error) {
  console.error(`Build failed. ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/** @param {string} file relative to `test` */
function isTest(file) {
  return file.endsWith('.test.ts') || testPrograms.includes(file);
}

/** Writes server/src/generated, which the bundles import. */
async function generate() {
  const code = await run(process.execPath, [path.join(projectRoot, 'scripts', 'generate.mjs')], { cwd: projectRoot });
  if (code !== 0) {
    throw new Error('scripts/generate.mjs ended with an error: see above.');
  }
}

/**
 * Compiles what is written in AssemblyScript, with settings of its own, the same in every build.
 *
 * @param {string} name of the folder, its first file and the module
 */
async function buildModule(name) {
  const folder = path.join('server', name);
  const code = await run(
    process.execPath,
    [
      path.join('node_modules', 'assemblyscript', 'bin', 'asc.js'),
      path.join(folder, `${name}.ts`),
      '--config',
      path.join(folder, 'asconfig.json'),
      '--outFile',
      path.join('dist', `${name}.wasm`),
    ],
    { cwd: projectRoot },
  );
  if (code !== 0) {
    throw new Error(`${folder} does not compile: see above.`);
  }
}

/**
 * @param {boolean} production
 * @param {boolean} watch
 */
async function buildProduct(production, watch) {
  const present = productBundles.filter(({ entry, optional }) => {
    const exists = existsSync(path.join(projectRoot, entry));
    if (!exists && !optional) {
      throw new Error(`${entry} is missing: it is the first file of a bundle that the product cannot do without.`);
    }
    return exists;
  });
  const contexts = await Promise.all(
    present.map(({ entry, out, options }) =>
      context({
        ...options,
        absWorkingDir: projectRoot,
        entryPoints: [entry],
        outfile: out,
        bundle: true,
        charset: 'utf8',
        logLevel: 'warning',
        metafile: true,
        minify: production,
        plugins: [withoutSockets, ...(options.plugins ?? [])],
        sourcemap: production ? false : 'linked',
      }),
    ),
  );
  const results = await Promise.all(contexts.map((one) => one.rebuild()));
  const metafiles = results.map((result) => result.metafile);
  await Promise.all(
    present.filter(({ executable }) => executable).map(({ out }) => chmod(path.join(projectRoot, out), 0o755)),
  );
  await writeNotices(projectRoot, metafiles);
  // What went into which bundle: the bundle tests read it.
  await mkdir(path.join(projectRoot, 'out'), { recursive: true });
  await writeFile(path.join(projectRoot, 'out', 'bundles.json'), JSON.stringify(metafiles));
  if (watch) {
    await Promise.all(contexts.map((one) => one.watch()));
    console.log('Watching for changes; Ctrl+C ends it.');
  } else {
    await Promise.all(contexts.map((one) => one.dispose()));
  }
}

/**
 * Every file that is wanted becomes one under out; packages stay in node_modules.
 *
 * @param {'test' | 'bench'} name of the folder in out
 * @param {(file: string) => boolean} isWanted is given paths relative to the folder of the sources
 * @param {boolean} [besideOthers] those that were made before stay
 */
async function bundleEach(name, isWanted, besideOthers = false) {
  const folder = name === 'test' ? 'test' : path.join('test', name);
  const files = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).filter(isWanted);
  if (!besideOthers) await rm(path.join(projectRoot, 'out', name), { recursive: true, force: true });
  await build({
    ...forNode,
    absWorkingDir: projectRoot,
    entryPoints: files.map((file) => path.join(folder, file)),
    outbase: folder,
    outdir: path.join('out', name),
    bundle: true,
    charset: 'utf8',
    external: ['vscode'],
    packages: 'external',
    logLevel: 'warning',
    sourcemap: 'linked',
  });
}
