// What is made from `schemas/` is larger than everything else, and several bundles need it; damaged archives are rare, and so are questions about addresses, whose package takes a thread a millisecond to load. All become
// files of their own beside the bundles, which are read when something of them is first asked for: the words and validators
// never in a log without WorkMail events, the salvage only for an archive that zlib has refused, the addresses for a hover or a question,
// what reads Sigma rules only for somebody who brings some, what knows digests only for somebody who verifies logs, and what writes Parquet and
// XLSX for who asks for a file of these, and what speaks the languages of other engines for who hands a question over.
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from './project.mjs';

const sources = path.join('server', 'src');

/**
 * The modules that become files of their own: their sources, and the names of the files without `.js`. What has parts loads others of them.
 *
 * @type {readonly { entry: string, name: string, hasParts?: boolean }[]}
 */
export const apart = [
  { entry: path.join(sources, 'generated', 'validators.js'), name: 'validators' },
  { entry: path.join(sources, 'generated', 'schemas.ts'), name: 'schemas' },
  { entry: path.join(sources, 'bytes', 'salvage.ts'), name: 'salvage' },
  { entry: path.join(sources, 'core', 'explain', 'values', 'addresses.ts'), name: 'addresses' },
  { entry: path.join(sources, 'core', 'sigma', 'sigmaEngine.ts'), name: 'sigmaEngine' },
  { entry: path.join(sources, 'core', 'verify', 'integrity.ts'), name: 'integrity' },
  { entry: path.join(sources, 'core', 'handover', 'engineTexts.ts'), name: 'engineTexts', hasParts: true },
  { entry: path.join(sources, 'export', 'binaryFormats.ts'), name: 'binaryFormats' },
];

/**
 * Puts in the place of each such module one that loads the file beside the bundle. For Node alone: a worker of a browser
 * can't read a file at once, and has everything in one.
 *
 * @type {import('esbuild').Plugin}
 */
export const loadedApart = {
  name: 'loaded-apart',
  setup(bundling) {
    // First: what a loader asks for is the file beside the bundle, though a module among the sources may be called the same.
    bundling.onResolve({ filter: /.*/, namespace: 'apart' }, (asked) => ({ path: asked.path, external: true }));
    bundling.onResolve(
      {
        filter:
          /[\\/](generated[\\/](validators\.js|schemas)|bytes[\\/]salvage|addresses|sigmaEngine|integrity|binaryFormats|engineTexts)$/,
      },
      (asked) => ({
        path: path.basename(asked.path, '.js'),
        namespace: 'apart',
      }),
    );
    bundling.onLoad({ filter: /.*/, namespace: 'apart' }, async ({ path: name }) => ({
      contents: loader(name, await exportsOf(name)),
    }));
  },
};

/** @param {string} name @param {readonly string[]} names what the module exports */
function loader(name, names) {
  const getters = names.map((each) => `get ${each}() { return load().${each}; },`);
  return `let loaded;
    const load = () => (loaded ??= require(${JSON.stringify(`./${name}`)}));
    module.exports = { ${getters.join(' ')} };`;
}

/** @param {string} name @returns {Promise<readonly string[]>} */
async function exportsOf(name) {
  const module = apart.find((each) => each.name === name);
  const { metafile } = await build({
    absWorkingDir: projectRoot,
    entryPoints: module === undefined ? [] : [module.entry],
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'out',
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}
