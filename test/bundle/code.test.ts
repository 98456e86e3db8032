import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { Metafile } from 'esbuild';
import { projectRoot } from '../support/projectRoot';

const root = projectRoot();

const networkModules = ['dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'net', 'tls'];
/** Who may start a process, with the reason: nobody of ours. */
const processStarters = [
  // Starts our server.
  'vscode-languageclient',
  // Could look for globally installed modules, which we never ask it to.
  'vscode-languageserver',
];

/** Every module that a bundle loads at run time, and the package that asks for it; ours is `workmail-trail`. */
function loadedModules(): { module: string; by: string; bundle: string }[] {
  const metafiles: Metafile[] = JSON.parse(readFileSync(path.join(root, 'out', 'bundles.json'), 'utf8'));
  const loaded: { module: string; by: string; bundle: string }[] = [];
  for (const { inputs, outputs } of metafiles) {
    const [bundle = ''] = Object.keys(outputs);
    for (const [input, { imports }] of Object.entries(inputs)) {
      const by = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'workmail-trail';
      for (const { path: module, external } of imports) {
        if (external) {
          loaded.push({ module: module.replace(/^node:/, ''), by, bundle });
        }
      }
    }
  }
  return loaded;
}

const bundles = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => ({ file, code: readFileSync(path.join(root, 'dist', file), 'utf8') }));

for (const name of ['extractor', 'inflater']) {
  describe(`the module of the ${name}`, () => {
    it('asks for nothing: all that it can reach is its own memory', () => {
      const module = new WebAssembly.Module(readFileSync(path.join(root, 'dist', `${name}.wasm`)));
      assert.deepEqual(WebAssembly.Module.imports(module), []);
    });
  });
}

describe('the bundled code', () => {
  it('is there', () => {
    assert.ok(bundles.length >= 3);
    assert.ok(loadedModules().some(({ module }) => module === 'vscode'));
  });

  it('loads no module that can reach a network', () => {
    const loaded = loadedModules().filter(({ module }) => networkModules.includes(module.replace(/\/.*$/, '')));
    assert.deepEqual(loaded, []);
  });

  it('leaves starting processes to the language client', () => {
    const loaded = loadedModules().filter(({ module }) => module === 'child_process' || module === 'cluster');
    assert.deepEqual(
      loaded.filter(({ by }) => !processStarters.includes(by)),
      [],
    );
  });

  it('finds in files of their own what is loaded only when it is needed', () => {
    const apart = [
      './addresses',
      './binaryFormats',
      './engineTexts',
      './integrity',
      './salvage',
      './schemas',
      './sigmaEngine',
      './validators',
    ];
    // Rules are asked at the terminal alone; threads that read logs know neither digests nor the files of others.
    const without: Readonly<Record<string, readonly string[]>> = {
      'dist/scanWorker.js': ['./binaryFormats', './engineTexts', './sigmaEngine', './integrity'],
      'dist/server.js': ['./sigmaEngine'],
    };
    const loaded = loadedModules().filter(({ module }) => apart.includes(module));
    for (const bundle of ['dist/cli.js', 'dist/scanWorker.js', 'dist/server.js']) {
      const found = loaded.filter((each) => each.bundle === bundle).map(({ module }) => module);
      const wanted = apart.filter((each) => without[bundle]?.includes(each) !== true);
      assert.deepEqual([...new Set(found)].sort(), wanted, bundle);
    }
  });

  it('carries every package with it', () => {
    const ours = bundles.map(({ file }) => `./${path.basename(file, '.js')}`);
    const bare = loadedModules().filter(
      ({ module }) => !ours.includes(module) && !/^(vscode|[a-z_0-9]+(\/promises)?)$/.test(module),
    );
    assert.deepEqual(bare, []);
  });

  for (const [what, pattern] of [
    // A method may be called so, as one of the engine for expressions is; what makes code is a call.
    ['makes no code from text', /\bnew Function\b|\bFunction\(|(?<![\w$.])eval\((?![\w$,]*\)\{)/],
    [
      'names no interface of browsers to the network',
      /(?<![\w$.])fetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b/,
    ],
  ] as const) {
    it(what, () => {
      for (const { file, code } of bundles) {
        const place = code.search(pattern);
        assert.equal(place, -1, `${file}: …${code.slice(Math.max(0, place - 60), place + 60)}…`);
      }
    });
  }
});
